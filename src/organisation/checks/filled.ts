import type { Agreed, ProtocolFacts, RoleFacts } from '../agreed.ts';
import { defaultRole } from '../contacts.ts';
import { isLast } from '../levels.ts';
import { leaderOf, type Near, peopleWith } from '../people.ts';
import type { HeldRole, Person } from '../person.ts';
import { BESTUUR, LEIDINGGEVENDE } from '../roles.ts';
import type { Location, Organisation } from '../schema.ts';
import type { Report } from './report.ts';

/** Whoever a protocol sends staff to must be there: for every team of every school, or there is a default. */
export function checkFilled(organisation: Organisation, agreed: Agreed, report: Report): void {
  const bestuur = ({ role, reach }: HeldRole) => role === BESTUUR && reach === 'board';
  if (!organisation.people.some(({ roles }) => roles.some(bestuur)))
    report(
      ['people'],
      `nobody has the role ${BESTUUR} with reach board, where every hand-over ends; give it to somebody`,
    );
  organisation.locations.forEach((location, i) => {
    const protocol = agreed.protocols.find(({ id }) => id === location.protocol);
    if (protocol === undefined) return;
    for (const place of placesAt(organisation, location, i)) {
      checkContacts(organisation, protocol, place, report);
      checkDefaults(organisation, protocol, place, report);
    }
  });
}

/** Where people of a school stand, in words too, and where the file speaks of it. */
type Place = {
  readonly near: Near;
  readonly people: readonly Person[];
  readonly what: string;
  readonly at: readonly PropertyKey[];
};

/** Each team of a school, and the school itself for who is in no team. */
function placesAt(organisation: Organisation, { id }: Location, index: number): readonly Place[] {
  const standing = (team?: string) =>
    organisation.people.filter((person) => person.location === id && person.team === team);
  const teams = organisation.teams.flatMap((team, i) => {
    if (team.location !== id) return [];
    const near = { location: id, team: team.id };
    return [{ near, people: standing(team.id), what: `for team ${team.id} of ${id}`, at: ['teams', i] }];
  });
  const teamless = standing();
  if (teams.length > 0 && teamless.length === 0) return teams;
  const who = teams.length > 0 ? `at ${id} for who is in no team` : `at ${id}`;
  return [...teams, { near: { location: id }, people: teamless, what: who, at: ['locations', index] }];
}

function checkContacts(organisation: Organisation, protocol: ProtocolFacts, place: Place, report: Report): void {
  const cases = new Map<string, string[]>();
  for (const contact of protocol.contacts) {
    if (defaultRole(organisation, contact.case) !== undefined) continue;
    for (const role of contact.roles)
      cases.set(role, [...(cases.get(role) ?? []), `${contact.case} (${contact.article})`]);
  }
  for (const [role, named] of cases) {
    const nobody = missing(organisation, role, protocol.roles, place);
    if (nobody === undefined) continue;
    const why = `protocol ${protocol.id} names it for ${named.join(', ')}`;
    report(place.at, `${nobody}; ${why}. Give it to somebody under people, or name another role under defaults`);
  }
}

function checkDefaults(organisation: Organisation, protocol: ProtocolFacts, place: Place, report: Report): void {
  for (const [contactCase, role] of Object.entries(organisation.defaults)) {
    const nobody = missing(organisation, role, protocol.roles, place);
    if (nobody === undefined) continue;
    report(['defaults', contactCase], `${nobody}. Give it to somebody under people, or choose another role here`);
  }
}

/** Says that nobody has a role at a place; undefined when somebody has. */
function missing(
  organisation: Organisation,
  role: string,
  roles: readonly RoleFacts[],
  place: Place,
): string | undefined {
  if (peopleWith(organisation, role, place.near, roles).length > 0) return undefined;
  const nobody = `nobody has the role "${role}" ${place.what}`;
  if (role !== LEIDINGGEVENDE || place.people.length === 0) return nobody;
  const without = place.people.filter((person) => !isLast(person) && leaderOf(organisation, person) === undefined);
  if (without.length === 0) return undefined;
  return `${nobody}, and without reportsTo: ${without.map(({ email }) => email).join(', ')}`;
}
