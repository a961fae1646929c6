import { personByEmail } from './people.ts';
import type { Person } from './person.ts';
import type { Organisation } from './schema.ts';

/**
 * Whether somebody is away.
 * @param day of the school's own clock, as 2026-12-19; see `dayOf`
 */
export function isAbsent(person: Person, day: string): boolean {
  return person.absent.some(({ from, to }) => from <= day && day <= to);
}

/** Who stands in for somebody, where the file names one; present or not. */
export function deputyOf(organisation: Organisation, person: Person): Person | undefined {
  return person.deputy === undefined ? undefined : personByEmail(organisation, person.deputy);
}

/**
 * Who acts on a day: the person, or the first one present of the deputy, the deputy's deputy and so on.
 * @param day of the school's own clock, as 2026-12-19
 * @returns undefined when nobody of them is there: the next level it is
 */
export function actingFor(organisation: Organisation, person: Person, day: string): Person | undefined {
  const asked = new Set<Person>();
  for (let each: Person | undefined = person; each !== undefined && !asked.has(each); ) {
    if (!isAbsent(each, day)) return each;
    asked.add(each);
    each = deputyOf(organisation, each);
  }
  return undefined;
}
