import type { Person } from '../../organisation/person.ts';
import { isSlip, plainWords, type Token } from '../tokens.ts';
import { type Found, nextWord, small } from './found.ts';

/** Who is called by name: in full, by initial, or by a part of the name that can hardly be anything else. */

/** What stands before a name of who works at a school. */
const titles = new Set(
  'meneer mijnheer mevrouw mevr mw dhr heer juf juffrouw meester mr collega docent docente leraar lerares leerkracht mentor directeur rector teamleider conrector conciërge concierge stagiair'
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(' '),
);

type Name = {
  readonly person: Person;
  readonly first: string;
  readonly last: string | undefined;
  readonly near: boolean;
};

/** @param near whether somebody is of the reporter's own school: a first name alone counts for those only */
export function byName(
  tokens: readonly Token[],
  people: readonly Person[],
  near: (person: Person) => boolean,
): Found[] {
  const names = people.flatMap((person) => nameOf(person, near(person)) ?? []);
  const found = tokens.flatMap((_, at) =>
    names.flatMap((name) => {
      const to = endOf(name, tokens, at);
      return to === undefined ? [] : [{ person: name.person, by: 'name' as const, from: at, to }];
    }),
  );
  // "Noor Quispel" is not every Quispel.
  return found.filter(({ from, to }) => !found.some((other) => other.to === to && other.from < from));
}

function nameOf(person: Person, near: boolean): Name | undefined {
  const [first, ...rest] = plainWords(person.name ?? '');
  return first === undefined ? undefined : { person, first, last: rest.find((word) => !small.has(word)), near };
}

/** The index of the last word of the name, when it begins here. */
function endOf(name: Name, tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const next = nextWord(tokens, at + 1);
  const after = tokens[next]?.plain ?? '';
  if (isFull(name, token.plain, after)) return next;
  if (titles.has(token.plain)) {
    if (name.last !== undefined && isLast(name.last, after)) return next;
    if (after === name.first && name.first.length > 2) return next;
  }
  return standsAlone(name, token, tokens[at - 1]) ? at : undefined;
}

/** "Noor de Vries", "N. de Vries", with one slip in a name that is long enough for it. */
function isFull({ first, last }: Name, one: string, other: string): boolean {
  if (last === undefined || last.length < 2) return false;
  if (one === first || (one.length === 1 && one === first[0])) return isLast(last, other);
  return other === last && first.length >= 4 && one[0] === first[0] && isSlip(one, first);
}

const isLast = (last: string, word: string): boolean =>
  word === last || (last.length >= 5 && word[0] === last[0] && isSlip(word, last));

/** A surname with its capital; a first name with a capital that is not that of the sentence, at the own school. */
function standsAlone({ first, last, near }: Name, token: Token, before: Token | undefined): boolean {
  if (!token.capital) return false;
  // "Jan Bakker" is another Bakker.
  const other = before?.capital === true && !before.opens && !small.has(before.plain) && !titles.has(before.plain);
  if (token.plain === last && last.length >= 4 && !other) return true;
  return near && !token.opens && first.length >= 3 && token.plain === first;
}
