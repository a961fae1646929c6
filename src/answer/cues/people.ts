import type { Audience } from '../../protocol/schema.ts';
import { stem } from '../text/stem.ts';

/** The words for people in a school, and for whoever asks. */

/** Whoever asks, who works there unless they say otherwise, or somebody named by what they are. */
export type Somebody = 'asker' | Audience;

const stems = (list: string) => new Set(list.split(/\s+/).map(stem));

const pupil = stems(
  'leerling leerlingen kind kinderen student studenten scholier klas brugklasser puber jongen meisje pupil pupils student kids kleuter bovenbouw onderbouw cursist deelnemer jongelui jongeren jeugd tiener tieners',
);
const parent = stems('ouder ouders vader moeder opa oma verzorger verzorgers parent parents mama papa mam pap');
const staff = stems(
  'collega collegas docent docenten leraar leraren juf meester leerkracht leerkrachten medewerker medewerkers personeel stagiair stagiaire conciërge conciergie mentor invaller vrijwilliger teacher teachers staff',
);
const asker = new Set(['ik', 'mijn', 'me', 'mij', 'wij', 'we', 'ons', 'onze', 'i', 'my', 'we']);
/** "Mijn collega" is one person. */
const owning = new Set(['mijn', 'ons', 'onze', 'my']);

/** Whom a word names. */
export function somebodyIn(word: string): Somebody | undefined {
  if (asker.has(word)) return 'asker';
  const root = stem(word);
  if (pupil.has(root)) return 'leerling';
  if (parent.has(root)) return 'ouder';
  return staff.has(root) ? 'medewerker' : undefined;
}

/** Everybody that a text names, each once. */
export function peopleIn(words: readonly string[]): ReadonlySet<Somebody> {
  const named = words.map((word) => (owning.has(word) ? undefined : somebodyIn(word)));
  return new Set(named.filter((each) => each !== undefined));
}
