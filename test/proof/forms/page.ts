import type { Reply } from '../../../src/conversation/reply.ts';
import type { Button } from '../../fakes/buttons.ts';
import { filledIn, formIn, referencesIn } from '../../fakes/forms.ts';
import { startMain } from '../../fakes/started.ts';
import { handle } from '../../main/kill/handling.ts';
import { type Letter, tellOf, toAsking, type Visitor, visitor, write } from '../../main/kill/visitor.ts';
import { type Door, KEY, type Kind, type Place, type Sent } from './door.ts';

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
export async function pageDoor({ folder, preload, env = {} }: Place): Promise<Door> {
  const start = () =>
    startMain(
      { DATA_DIR: folder, DATA_KEY: KEY, ...env },
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
  const letterOf = async (person: string, kind: Kind, text: string): Promise<Letter> => {
    const page = pageOf(person);
    if (kind === 'report') return tellOf(page, text);
    if (kind === 'doubt') return write(page, await buttonOf(person), text);
    const form = formIn(await page.tell({ kind: 'command', name: 'meld', argument: '' }), 'meld-verder');
    return filledIn(form, { wat: text, waar: 'de groepsapp', speelt: 'ja' });
  };
  return {
    name: 'page',
    people,
    pid: () => main.pid,
    write: async (person, kind, text) => {
      const letter = await letterOf(person, kind, text);
      return { text, send: async () => sentOf(await pageOf(person).tell(letter)) };
    },
    act: async (ref) => {
      const done: string[] = [];
      await handle(main, ref, ({ verb }) => done.push(verb));
      return done;
    },
    answers: async () => {
      const text = 'Hoe vaak moet ik mijn wachtwoord veranderen?';
      const [reply] = await pageOf(people[0] ?? '').tell({ kind: 'text', text });
      return reply?.kind === 'show' && reply.screen.name === 'answer';
    },
    restart: async (how) => {
      await main[how]();
      main = await start();
    },
    close: async () => void (await main.stop()),
  };
}

/** The page keeps a form, with what stands in it, until something comes in its place. */
function sentOf(replies: readonly Reply[]): Sent {
  const kept = replies.length > 0 && replies.every(({ kind }) => kind === 'field-errors');
  return { refs: referencesIn(replies), confirmed: !kept && replies.length > 0, kept, shown: replies };
}
