import type { Person } from '../organisation/person.ts';
import type { Organisation } from '../organisation/schema.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { Found } from './mentions/found.ts';
import { byFullFunction, byFunction, byRelation } from './mentions/functions.ts';
import { byName } from './mentions/names.ts';
import { byRole } from './mentions/roles.ts';
import type { Mention } from './report.ts';
import { tokensOf } from './tokens.ts';

export type MentionContext = {
  readonly organisation: Organisation;
  readonly reporter: Person;
  /** The reporter's school's own. */
  readonly protocol: Protocol;
};

/** More than this is a list to read, not a question to answer. */
const MOST = 8;

/**
 * Who of the organisation a text may be about, to be asked before it is sent: nobody is excluded by it. Found by name, by
 * "mijn leidinggevende", by function, or by a role of the protocol; those of the own team first, then of the own school. Pure.
 */
export function mentionsIn(text: string, { organisation, reporter, protocol }: MentionContext): readonly Mention[] {
  const tokens = tokensOf(text);
  const others = organisation.people.filter((person) => person !== reporter);
  const near = others.filter((person) => isNear(person, reporter));
  const place = { organisation, reporter };
  const exact = [
    ...byName(tokens, others, (person) => person.location === reporter.location),
    ...byEmail(text, others),
    ...byRelation(tokens, place),
    ...nearest(byFullFunction(tokens, others), near),
  ];
  // "teamleider bovenbouw" is one of them: it does not mean every teamleider as well.
  const taken = new Set(exact.flatMap(({ from, to }) => tokens.slice(from, to + 1)));
  const loose = [...byFunction(tokens, near), ...byRole(tokens, place, protocol)].filter(
    ({ person, from, to }) => person !== reporter && !tokens.slice(from, to + 1).some((token) => taken.has(token)),
  );
  return onceEach([...ordered(exact, reporter), ...ordered(loose, reporter)])
    .slice(0, MOST)
    .map(({ person, by, from, to }) => ({
      email: person.email,
      by,
      words: from < 0 ? person.email : text.slice(tokens[from]?.start ?? 0, tokens[to]?.end ?? 0),
    }));
}

/** Of the own school, or of the whole board. */
function isNear(person: Person, reporter: Person): boolean {
  return person.location === reporter.location || person.roles.some(({ reach }) => reach === 'board');
}

/** The same function at another school is somebody else's colleague, unless there is none here. */
function nearest(found: readonly Found[], near: readonly Person[]): readonly Found[] {
  return found.filter(
    ({ person, from }) =>
      near.includes(person) || !found.some((other) => other.from === from && near.includes(other.person)),
  );
}

function byEmail(text: string, people: readonly Person[]): readonly Found[] {
  const typed = text.toLowerCase();
  return people
    .filter(({ email }) => typed.includes(email))
    .map((person) => ({ person, by: 'name', from: -1, to: -1 }));
}

/** Those of the own team first, then of the own school; otherwise as found. */
function ordered(found: readonly Found[], reporter: Person): readonly Found[] {
  const distance = ({ person }: Found) => {
    if (person.location !== reporter.location) return 2;
    return person.team !== undefined && person.team === reporter.team ? 0 : 1;
  };
  return found.toSorted((one, other) => distance(one) - distance(other));
}

function onceEach(found: readonly Found[]): readonly Found[] {
  return found.filter(({ person }, i) => found.findIndex((other) => other.person === person) === i);
}
