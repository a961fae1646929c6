import { calledBy, holds } from '../organisation/people.ts';
import type { Person } from '../organisation/person.ts';
import { BESTUUR } from '../organisation/roles.ts';
import type { Organisation } from '../organisation/schema.ts';
import type { School } from './assets.ts';

/** A school to choose: a location of the organisation, or a protocol that no location has. */
export type Place = School & { readonly protocol: string };

/** Somebody to be on the page. `everywhere` is who gets cases of all schools: the bestuur and the crisis contact. */
export type Someone = {
  readonly email: string;
  readonly label: string;
  readonly place: string;
  readonly leader?: string;
  readonly everywhere: boolean;
  readonly absent: Person['absent'];
};

/** Who is who, as far as the page's choices need it: no roles, no phone numbers. */
export type Cast = {
  readonly timeZone: string;
  readonly places: readonly Place[];
  readonly people: readonly Someone[];
};

/** The schools one can choose from: first the organisation's own, then protocols that none of them has. */
export const placesOf = (schools: readonly School[], organisation: Organisation | undefined): readonly Place[] => {
  const own = (organisation?.locations ?? []).map(({ id, name, protocol }) => ({ id, name, protocol }));
  const covered = new Set(own.flatMap(({ id, protocol }) => [id, protocol]));
  return [
    ...own,
    ...schools.filter(({ id }) => !covered.has(id)).map((school) => ({ ...school, protocol: school.id })),
  ];
};

/** Everybody in the organisation file, in its order; nobody without one. */
export const castOf = (schools: readonly School[], organisation: Organisation | undefined): Cast => ({
  timeZone: organisation?.timeZone ?? 'Europe/Amsterdam',
  places: placesOf(schools, organisation),
  people: (organisation?.people ?? []).map((person) => ({
    email: person.email,
    label: person.name === undefined ? calledBy(person) : `${person.name}, ${person.function}`,
    place: person.location,
    ...(person.reportsTo === undefined ? {} : { leader: person.reportsTo }),
    everywhere: holds(person, BESTUUR) || person.email === organisation?.crisis,
    absent: person.absent,
  })),
});
