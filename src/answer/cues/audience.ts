import type { Audience } from '../../protocol/schema.ts';
import { stem } from '../text/stem.ts';

/** What a question says of itself about whom: words that decide between articles that are otherwise alike. */

const stems = (list: string) => new Set(list.split(/\s+/).map(stem));

const pupil = stems(
  'leerling leerlingen kind kinderen student studenten scholier klas brugklasser puber jongen meisje pupil pupils student kids kleuter bovenbouw onderbouw cursist deelnemer',
);
const parent = stems('ouder ouders vader moeder opa oma verzorger verzorgers parent parents mama papa mam pap');
const staff = stems(
  'collega collegas docent docenten leraar leraren juf meester leerkracht leerkrachten medewerker medewerkers personeel stagiair stagiaire conciërge conciergie mentor invaller vrijwilliger teacher teachers staff',
);
const myself = new Set(['ik', 'mijn', 'me', 'mij', 'wij', 'we', 'ons', 'onze', 'i', 'my', 'we']);

/**
 * For whom somebody asks: the person who may or must do something, which is the grammatical subject more than anybody else
 * in the sentence ("mogen leerlingen …" against "mag ik leerlingen …"). Undefined when nobody is named at all.
 */
export function audienceOf(words: readonly string[]): ReadonlySet<Audience> | undefined {
  const found = new Set<Audience>();
  for (const word of words.slice(0, 12)) {
    const is = whom(word);
    if (is === undefined) continue;
    found.add(is);
    break;
  }
  if (found.size === 0) for (const word of words) addWhom(found, word);
  return found.size === 0 ? undefined : found;
}

function whom(word: string): Audience | undefined {
  if (myself.has(word)) return 'medewerker';
  const root = stem(word);
  if (pupil.has(root)) return 'leerling';
  if (parent.has(root)) return 'ouder';
  return staff.has(root) ? 'medewerker' : undefined;
}

function addWhom(found: Set<Audience>, word: string): void {
  const is = whom(word);
  if (is !== undefined) found.add(is);
}

const leading =
  /\b(als|ik ben|ben ik|rol van|functie van|wij als|mijn rol als)( een| de| het)?( lid van de| lid van het)? (directeur|directie|teamleider|leidinggevende|schoolleider|schoolleiding|bestuurder|bestuurslid|bestuur|rector|conrector|adjunct|locatieleider|locatiedirecteur|afdelingsleider|unitleider|bouwcoordinator|directielid)\b/;

/** Whether the asker says to lead others, for protocols that ask more of leaders. */
export function speaksAsLeader(words: readonly string[]): boolean {
  return leading.test(words.join(' '));
}

/** "Welke functionaris", "which department": somebody, by their function. */
const whichOne =
  /\b(welke|which) (functie|functionaris|functionarissen|persoon|personen|instantie|afdeling|rol|collega|leidinggevende|leiding|directeur|bestuur|baas|department|person|people|role|official|manager|authority)\b/;

/** Whether a question asks for a person: "wie haalt dat weg?", "bij wie …", "who …". */
export function asksWho(words: readonly string[]): boolean {
  return words.some((word) => word === 'wie' || word === 'who' || word === 'whom') || whichOne.test(words.join(' '));
}
