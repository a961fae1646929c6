import { type Agreed, rolesBehind } from './agreed.ts';
import type { Person } from './person.ts';
import { BEHEERDER, ownRoles } from './roles.ts';
import type { Organisation } from './schema.ts';

/**
 * Everybody whom a case can go to: by a role that a protocol, the law, a default or the bot itself names, as somebody's
 * leidinggevende or deputy, or as the crisis contact. In the order of the file.
 */
export function receivers(organisation: Organisation, agreed: Agreed): readonly Person[] {
  const roles = rolesWithCases(organisation, agreed);
  const named = new Set([
    organisation.crisis,
    ...organisation.people.flatMap(({ reportsTo, deputy }) => [reportsTo, deputy]),
  ]);
  return organisation.people.filter(
    (person) => named.has(person.email) || person.roles.some(({ role }) => roles.has(role)),
  );
}

function rolesWithCases({ locations, defaults }: Organisation, { protocols, lawRoles }: Agreed): ReadonlySet<string> {
  const used = protocols.filter(({ id }) => locations.some(({ protocol }) => protocol === id));
  const contacts = used.flatMap((protocol) =>
    protocol.contacts.flatMap((contact) => contact.roles.flatMap((role) => rolesBehind(role, protocol.roles))),
  );
  const defaulted = used.flatMap((protocol) =>
    Object.values(defaults).flatMap((role) => rolesBehind(role, protocol.roles)),
  );
  return new Set([...ownRoles.filter((role) => role !== BEHEERDER), ...lawRoles, ...contacts, ...defaulted]);
}
