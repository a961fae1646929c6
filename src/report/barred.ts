import { deputyOf } from '../organisation/absence.ts';
import { crisisContact } from '../organisation/contacts.ts';
import { holds, leaderOf } from '../organisation/people.ts';
import type { Person } from '../organisation/person.ts';
import { BESTUUR, LEIDINGGEVENDE, PRIVACY, TOEZICHT } from '../organisation/roles.ts';
import type { Organisation } from '../organisation/schema.ts';
import type { Route } from './report.ts';

/** Who may not get a report: who wrote it, who it is about, and who must be passed by. */
export type Barred = {
  readonly excluded: readonly string[];
  readonly bypassed: readonly string[];
  readonly may: (person: Person) => boolean;
};

/**
 * @param about e-mails of who it is about
 * @param straight why it goes past the usual people: then only those at its end (the bestuur, or its supervisor) may get it,
 *   and the role `privacy`; every leidinggevende, the crisis contact and whoever stands in for somebody is passed by, so that
 *   no absence and no deadline brings it to them after all
 */
export function barredFrom(
  organisation: Organisation,
  reporter: Person,
  about: readonly string[],
  straight: Route['straight'],
): Barred {
  const direct = new Set([reporter.email, ...about.map((email) => email.toLowerCase())]);
  const bypassed = organisation.people
    .filter((person) => !direct.has(person.email) && isPassedBy(person, organisation, direct, reporter, straight))
    .map(({ email }) => email);
  const excluded = [...direct, ...bypassed];
  const barred = new Set(excluded);
  return { excluded, bypassed, may: ({ email }) => !barred.has(email) };
}

function isPassedBy(
  person: Person,
  organisation: Organisation,
  direct: ReadonlySet<string>,
  reporter: Person,
  straight: Route['straight'],
): boolean {
  const about = (email: string) => direct.has(email) && email !== reporter.email;
  // The privacy officer takes no orders from who stands above.
  const under = !holds(person, PRIVACY) && isUnder(person, organisation, about);
  if (straight === undefined) return under;
  if (holds(person, TOEZICHT)) return false;
  if (holds(person, BESTUUR)) return straight === 'bestuur';
  return under || hasSay(person, organisation);
}

/** Whether somebody works under one of those it is about: nobody is to judge their own leidinggevende. */
function isUnder(person: Person, organisation: Organisation, about: (email: string) => boolean): boolean {
  const climbed = new Set<Person>();
  for (let each = leaderOf(organisation, person); each !== undefined && !climbed.has(each); ) {
    if (about(each.email)) return true;
    climbed.add(each);
    each = leaderOf(organisation, each);
  }
  return false;
}

/** Whether a case could come to somebody by their place: they lead, stand in for somebody, or are called in a crisis. */
function hasSay(person: Person, organisation: Organisation): boolean {
  return (
    holds(person, LEIDINGGEVENDE) ||
    crisisContact(organisation) === person ||
    organisation.people.some(
      (other) => leaderOf(organisation, other) === person || deputyOf(organisation, other) === person,
    )
  );
}
