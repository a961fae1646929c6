import { leaderOf, peopleFor } from '../../organisation/people.ts';
import type { Person } from '../../organisation/person.ts';
import { LEIDINGGEVENDE } from '../../organisation/roles.ts';
import type { Organisation } from '../../organisation/schema.ts';
import { plainWords, type Token } from '../tokens.ts';
import { type Found, nextWord, small } from './found.ts';

/** Who is called by what they do: "de teamleider van de bovenbouw", "onze rector", "mijn baas". */

/** Words for the same function. Who holds another of the same row is meant too. */
const rows: readonly (readonly string[])[] = [
  ['docent', 'docente', 'leraar', 'lerares', 'leerkracht', 'juf', 'meester', 'onderwijzer', 'onderwijzeres'],
  [
    'teamleider',
    'onderwijsteamleider',
    'afdelingsleider',
    'teammanager',
    'bouwcoordinator',
    'afdelingscoordinator',
    'unitleider',
    'opleidingsmanager',
  ],
  ['bestuurder', 'bestuursvoorzitter', 'collegevoorzitter'],
];

/** Far too many people are called so for the word alone to mean one of them. */
const common = new Set([
  ...(rows[0] ?? []),
  'medewerker',
  'medewerkster',
  'assistent',
  'stagiair',
  'mentor',
  'vrijwilliger',
  'praktijkopleider',
]);

/** Ends of functions that people use alone: "de directeur" for the vestigingsdirecteur. */
const ends = ['directeur', 'directrice', 'rector', 'coordinator'];

/** Whoever somebody reports to, in the words of the staff room. */
const bosses = new Set(['leidinggevende', 'leidinggevenden', 'baas', 'chef', 'manager', 'cheffin']);

export type Place = { readonly organisation: Organisation; readonly reporter: Person };

/** "mijn leidinggevende", "mijn directe baas", "mijn teamleider": who the reporter reports to, or stands above that. */
export function byRelation(tokens: readonly Token[], { organisation, reporter }: Place): Found[] {
  const above = levels(organisation, reporter);
  const own = leaderOf(organisation, reporter) ?? peopleFor(organisation, reporter, LEIDINGGEVENDE)[0];
  const leaders = own === undefined ? [] : [own, ...aboveCoordinator(organisation, own)];
  return tokens.flatMap(({ plain }, at) => {
    if (!/^(mijn|mn|min|me)$/.test(plain)) return [];
    const to = /^(eigen|directe?|vorige|nieuwe)$/.test(tokens[at + 1]?.plain ?? '') ? at + 2 : at + 1;
    const word = tokens[to]?.plain ?? '';
    const people = bosses.has(word) ? leaders : above.filter((each) => isCalled(headOf(each), word)).slice(0, 1);
    return people.map((person) => ({ person, by: 'relation' as const, from: at, to }));
  });
}

/** Who has a coördinator above them may as well mean the leidinggevende above that. */
function aboveCoordinator(organisation: Organisation, own: Person): readonly Person[] {
  const next = headOf(own).endsWith('coordinator') ? leaderOf(organisation, own) : undefined;
  return next === undefined ? [] : [next];
}

/** A function with what it is about: "teamleider van de bovenbouw", "docent wiskunde", "wiskundedocent", "juf van groep 3". */
export function byFullFunction(tokens: readonly Token[], people: readonly Person[]): Found[] {
  return people.flatMap((person) => {
    const words = plainWords(person.function).filter((word) => !small.has(word));
    const [head, about, number] = words;
    if (head === undefined || about === undefined) return [];
    return tokens.flatMap(({ plain }, at) => {
      const to = compound(plain, head, about) ? at : fullAt(tokens, at, head, about, number);
      return to === undefined ? [] : [{ person, by: 'function' as const, from: at, to }];
    });
  });
}

/** A function alone: "de rector". Only of who is near, and never what many are called. */
export function byFunction(tokens: readonly Token[], people: readonly Person[]): Found[] {
  return tokens.flatMap(({ plain }, at) => {
    if (common.has(plain)) return [];
    return people
      .filter((person) => isCalled(headOf(person), plain))
      .map((person) => ({ person, by: 'function' as const, from: at, to: at }));
  });
}

function fullAt(
  tokens: readonly Token[],
  at: number,
  head: string,
  about: string,
  number: string | undefined,
): number | undefined {
  const word = tokens[at]?.plain ?? '';
  if (!isCalled(head, word)) return undefined;
  const second = nextWord(tokens, at + 1);
  if (tokens[second]?.plain !== about) return undefined;
  // "groep 3" is not "groep 7".
  if (number === undefined || !/^\d+$/.test(number)) return second;
  return tokens[second + 1]?.plain === number ? second + 1 : undefined;
}

const compound = (word: string, head: string, about: string): boolean =>
  word.startsWith(about) && word.length > about.length && isCalled(head, word.slice(about.length));

/** The word that says what somebody does: the last of "Algemeen directeur", the first of "Docent wiskunde". */
function headOf(person: Person): string {
  const words = plainWords(person.function);
  return words.find((word) => ends.some((end) => word.endsWith(end))) ?? words[0] ?? '';
}

function isCalled(head: string, word: string): boolean {
  const single = word.replace(/(?<=[^s])s$/, '');
  const alike = [word, single];
  if (alike.includes(head)) return true;
  if (alike.some((each) => ends.includes(each) && head.endsWith(each) && !head.endsWith(`con${each}`))) return true;
  return rows.some((row) => row.includes(head) && alike.some((each) => row.includes(each)));
}

function levels(organisation: Organisation, person: Person): readonly Person[] {
  const above: Person[] = [];
  for (let each = leaderOf(organisation, person); each !== undefined && !above.includes(each); ) {
    above.push(each);
    each = leaderOf(organisation, each);
  }
  return above;
}
