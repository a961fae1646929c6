import { type RoleFacts, rolesBehind } from './agreed.ts';
import type { HeldRole, Person, Reach } from './person.ts';
import { reaches } from './person.ts';
import { LEIDINGGEVENDE } from './roles.ts';
import type { Organisation } from './schema.ts';

/** Where somebody stands; a Person is one. `team` is missing for who belongs to none. */
export type Near = { readonly location: string; readonly team?: string | undefined };

/** Somebody by address, in whatever case it is written. */
export function personByEmail(organisation: Organisation, email: string): Person | undefined {
  const wanted = email.toLowerCase();
  return organisation.people.find((person) => person.email === wanted);
}

/** What to call somebody: the name, or the function where the file gives no name. */
export function calledBy(person: Person): string {
  return person.name ?? person.function;
}

/**
 * Who has a role for somebody who stands near: those of the team, then of the location, then of the board; in the order of
 * the file, each person once. Absence does not count here, and whoever asks may be among them; see `peopleFor`.
 * @param roles of the protocol in question, so that a set (a directie) finds who has one of its members
 * @returns an empty list when nobody has it, which staff must be told
 */
export function peopleWith(
  organisation: Organisation,
  role: string,
  near: Near,
  roles: readonly RoleFacts[] = [],
): readonly Person[] {
  const wanted = rolesBehind(role, roles);
  const found = reaches.flatMap((reach) =>
    wanted.flatMap((name) => organisation.people.filter((person) => has(person, name, reach, near))),
  );
  return [...new Set(found)];
}

/**
 * Who has a role for this person: `peopleWith`, without the person, and for a leidinggevende first of all whom the person
 * reports to.
 */
export function peopleFor(
  organisation: Organisation,
  person: Person,
  role: string,
  roles: readonly RoleFacts[] = [],
): readonly Person[] {
  const own = role === LEIDINGGEVENDE ? leaderOf(organisation, person) : undefined;
  const found = peopleWith(organisation, role, person, roles);
  return [...new Set(own === undefined ? found : [own, ...found])].filter((each) => each !== person);
}

/** Whom somebody reports to, where the file says so. */
export function leaderOf(organisation: Organisation, person: Person): Person | undefined {
  return person.reportsTo === undefined ? undefined : personByEmail(organisation, person.reportsTo);
}

/** Whether somebody has a role at all, wherever it counts. */
export function holds(person: Person, role: string): boolean {
  return person.roles.some((held) => held.role === role);
}

function has(person: Person, role: string, reach: Reach, near: Near): boolean {
  return person.roles.some((held) => held.role === role && held.reach === reach && counts(person, held, near));
}

function counts(person: Person, { reach, of }: HeldRole, near: Near): boolean {
  if (reach === 'board') return true;
  const [own, wanted] = reach === 'team' ? [person.team, near.team] : [person.location, near.location];
  return wanted !== undefined && (of ?? own) === wanted;
}
