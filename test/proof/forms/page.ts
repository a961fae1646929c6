import type { Button } from '../../fakes/buttons.ts';
import { referencesIn } from '../../fakes/forms.ts';
import { startMain } from '../../fakes/started.ts';
import { tellOf, toAsking, type Visitor, visitor, write } from '../../main/kill/visitor.ts';
import { type Door, KEY, type Place } from './door.ts';

/** Who asks, and by which protocol. */
const PEOPLE: Readonly<Record<string, string>> = {
  'docent.wiskunde@voorbeeld.example': 'calvijn',
  'docent.geschiedenis@voorbeeld.example': 'calvijn',
  'leraar.nederlands@voorbeeld.example': 'model',
  'leraar.biologie@voorbeeld.example': 'model',
  'leraar.middenbouw@voorbeeld.example': 'msvr',
  'leraar.muziek@voorbeeld.example': 'msvr',
  'leerkracht.groep3@voorbeeld.example': 'gsv',
  'leerkracht.groep7@voorbeeld.example': 'gsv',
  'docent.dierverzorging@voorbeeld.example': 'aeres',
  'praktijkopleider.groen@voorbeeld.example': 'aeres',
};
export const people = Object.keys(PEOPLE);

/** The page of a server in local mode. A page that stays open sends the same submission again. */
export async function pageDoor({ folder, preload }: Place): Promise<Door> {
  const start = () =>
    startMain(
      { DATA_DIR: folder, DATA_KEY: KEY },
      preload.flatMap((file) => ['--import', file]),
    );
  let main = await start();
  const asking = new Map<string, Button>();
  const pageOf = (person: string): Visitor => visitor(main.url, person, PEOPLE[person] ?? '');
  const buttonOf = async (person: string): Promise<Button> => {
    const button = asking.get(person) ?? (await toAsking(pageOf(person)));
    asking.set(person, button);
    return button;
  };
  return {
    name: 'page',
    people,
    write: async (person, kind, text) => {
      const page = pageOf(person);
      const letter = await (kind === 'doubt' ? write(page, await buttonOf(person), text) : tellOf(page, text));
      return { text, send: async () => referencesIn(await pageOf(person).tell(letter)) };
    },
    restart: async (how) => {
      await main[how]();
      main = await start();
    },
    close: async () => void (await main.stop()),
  };
}
