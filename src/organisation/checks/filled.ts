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
    const school = { organisation, protocol, places: placesAt(organisation, location, i), at: ['locations', i] };
    checkContacts(school, report);
    checkDefaults(school, report);
  });
}

/** A school of an organisation, its protocol, everywhere that its people stand, and where the file speaks of it. */
type School = {
  readonly organisation: Organisation;
  readonly protocol: ProtocolFacts;
  readonly places: readonly Place[];
  readonly at: readonly PropertyKey[];
};

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

function checkContacts(school: School, report: Report): void {
  const { organisation, protocol } = school;
  const cases = new Map<string, Set<string>>();
  for (const contact of protocol.contacts) {
    if (defaultRole(organisation, contact.case) !== undefined) continue;
    for (const role of contact.roles)
      cases.set(role, (cases.get(role) ?? new Set()).add(`${contact.case} (${contact.article})`));
  }
  for (const [role, named] of cases) {
    const nobody = missing(school, role);
    if (nobody === undefined) continue;
    const why = `protocol ${protocol.id} names it for ${[...named].join(', ')}`;
    report(nobody.at, `${nobody.said}; ${why}. Give it to somebody under people, or name another role under defaults`);
  }
}

function checkDefaults(school: School, report: Report): void {
  const cases = new Map<string, string[]>();
  for (const [contactCase, role] of Object.entries(school.organisation.defaults))
    cases.set(role, [...(cases.get(role) ?? []), contactCase]);
  for (const [role, named] of cases) {
    const nobody = missing(school, role);
    if (nobody === undefined) continue;
    report(
      ['defaults', ...named.slice(0, 1)],
      `${nobody.said}; it stands here for ${named.join(', ')}. Give it to somebody under people, or choose another role here`,
    );
  }
}

/** That nobody has a role at a school, once for all its places; undefined when somebody has it at each of them. */
function missing(
  { organisation, protocol, places, at }: School,
  role: string,
): { readonly said: string; readonly at: readonly PropertyKey[] } | undefined {
  const gaps = places.flatMap((place) => gapAt(organisation, role, protocol.roles, place) ?? []);
  const [first] = gaps;
  if (first === undefined) return undefined;
  const without = gaps.flatMap(({ leaderless }) => leaderless.map(({ email }) => email));
  const everywhere = gaps.length > 1 && gaps.length === places.length && without.length === 0;
  const where = everywhere ? `at ${first.place.near.location}` : gaps.map(({ place }) => place.what).join(' and ');
  const who = without.length === 0 ? '' : `, and without reportsTo: ${without.join(', ')}`;
  return { said: `nobody has the role "${role}" ${where}${who}`, at: everywhere ? at : first.place.at };
}

type Gap = { readonly place: Place; readonly leaderless: readonly Person[] };

/** Where nobody has a role; of leidinggevenden, whom nobody leads there. Undefined when somebody has it. */
function gapAt(organisation: Organisation, role: string, roles: readonly RoleFacts[], place: Place): Gap | undefined {
  if (peopleWith(organisation, role, place.near, roles).length > 0) return undefined;
  if (role !== LEIDINGGEVENDE || place.people.length === 0) return { place, leaderless: [] };
  const leaderless = place.people.filter((person) => !isLast(person) && leaderOf(organisation, person) === undefined);
  return leaderless.length === 0 ? undefined : { place, leaderless };
}
