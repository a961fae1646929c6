import { didYouMean } from '../../content/near.ts';
import type { Agreed } from '../agreed.ts';
import type { Person } from '../person.ts';
import { ownRoles } from '../roles.ts';
import type { Organisation } from '../schema.ts';
import type { Report } from './report.ts';

/** Everything the file names must exist: protocols, locations, teams, people, roles and cases. */
export function checkReferences(organisation: Organisation, agreed: Agreed, report: Report): void {
  const protocols = agreed.protocols.map(({ id }) => id);
  organisation.locations.forEach(({ id, protocol }, i) => {
    if (!protocols.includes(protocol))
      report(
        ['locations', i, 'protocol'],
        `location ${id} has protocol "${protocol}"; there is ${protocols.join(', ')}`,
      );
  });
  const locations = organisation.locations.map(({ id }) => id);
  const known = { locations, roles: knownRoles(agreed) };
  organisation.teams.forEach(({ id, location }, i) => {
    if (!locations.includes(location))
      report(['teams', i, 'location'], unknownLocation(`team ${id}`, location, locations));
  });
  organisation.holidays.forEach(({ name, locations: at }, i) => {
    for (const location of at ?? [])
      if (!locations.includes(location))
        report(['holidays', i, 'locations'], unknownLocation(`holiday ${name}`, location, locations));
  });
  organisation.people.forEach((person, i) => {
    checkPerson(organisation, person, known.locations, (path, message) => report(['people', i, ...path], message));
    checkRoles(organisation, person, known, (path, message) => report(['people', i, 'roles', ...path], message));
  });
  if (!isPerson(organisation, organisation.crisis))
    report(['crisis'], unknownPerson('the crisis contact', organisation.crisis, organisation));
  for (const role of Object.keys(organisation.phones))
    if (!known.roles.has(role)) report(['phones', role], unknownRole(role, known.roles));
  if (organisation.owner !== undefined && !known.roles.has(organisation.owner))
    report(['owner'], unknownRole(organisation.owner, known.roles));
  for (const [contactCase, role] of Object.entries(organisation.defaults)) {
    if (!agreed.cases.includes(contactCase))
      report(['defaults', contactCase], `there is no case "${contactCase}"; there is ${agreed.cases.join(', ')}`);
    if (!known.roles.has(role)) report(['defaults', contactCase], unknownRole(role, known.roles));
  }
}

function checkPerson(organisation: Organisation, person: Person, locations: readonly string[], report: Report): void {
  if (!locations.includes(person.location))
    report(['location'], unknownLocation(person.email, person.location, locations));
  const team = organisation.teams.find(({ id }) => id === person.team);
  if (person.team !== undefined && team === undefined)
    report(
      ['team'],
      `${person.email} is in team "${person.team}", which is not under teams; add it there or correct it`,
    );
  if (team !== undefined && team.location !== person.location)
    report(['team'], `${person.email} works at ${person.location}, but team ${team.id} is at ${team.location}`);
  for (const key of ['reportsTo', 'deputy'] as const) {
    const other = person[key];
    if (other !== undefined && !isPerson(organisation, other))
      report([key], unknownPerson(`${key} of ${person.email}`, other, organisation));
  }
}

function checkRoles(
  organisation: Organisation,
  person: Person,
  known: { readonly locations: readonly string[]; readonly roles: ReadonlySet<string> },
  report: Report,
): void {
  person.roles.forEach(({ role, reach, of }, i) => {
    if (!known.roles.has(role)) report([i, 'role'], unknownRole(role, known.roles));
    if (reach === 'location' && of !== undefined && !known.locations.includes(of))
      report([i, 'of'], unknownLocation(`role ${role}`, of, known.locations));
    if (reach !== 'team') return;
    if (of === undefined && person.team === undefined)
      report([i], `role ${role} has reach team, but ${person.email} is in no team; say which team it is for with "of"`);
    if (of !== undefined && !organisation.teams.some(({ id }) => id === of))
      report([i, 'of'], `role ${role} is for team "${of}", which is not under teams; add it there or correct it`);
  });
}

/** The roles of every protocol there is (a school may use those of another) and of the law, and the bot's own. */
function knownRoles({ protocols, lawRoles }: Agreed): ReadonlySet<string> {
  return new Set([...ownRoles, ...lawRoles, ...protocols.flatMap(({ roles }) => roles.map(({ role }) => role))]);
}

function isPerson(organisation: Organisation, email: string): boolean {
  return organisation.people.some((person) => person.email === email);
}

function unknownPerson(what: string, address: string, { people }: Organisation): string {
  const near = didYouMean(
    address,
    people.map(({ email }) => email),
  );
  return `${what} is ${address}, who is not under people${near || '; add this person there or correct the address'}`;
}

function unknownLocation(what: string, location: string, locations: readonly string[]): string {
  return `${what} is at "${location}", which is not under locations; there is ${locations.join(', ')}`;
}

function unknownRole(role: string, known: ReadonlySet<string>): string {
  const near = didYouMean(role, known) || '; correct it';
  return `no protocol and no law knows the role "${role}"${near} (organisations/README.md, "Roles")`;
}
