import type { Library } from './load.ts';
import type { Protocol } from './protocol.ts';
import { contactCases } from './schema.ts';

/**
 * What others must know of the protocols to check who is who, as plain data: the roles there are, which of them are sets,
 * and whom each protocol sends people to. Fits `Agreed` of the organisation, which this room does not know.
 */

/** The roles of a protocol; one with members is a set (a directie) that whoever has one of those roles belongs to. */
export function roleFacts(protocol: Protocol) {
  return [...protocol.roles].map(([role, { members }]) => ({ role, members }));
}

export function agreedIn({ protocols, law }: Pick<Library, 'protocols' | 'law'>) {
  return {
    protocols: [...protocols.values()].map((protocol) => ({
      id: protocol.id,
      roles: roleFacts(protocol),
      contacts: protocol.articles.flatMap(({ id, contacts }) =>
        contacts.map((contact) => ({ case: contact.case, roles: contact.roles, article: id })),
      ),
    })),
    cases: contactCases,
    lawRoles: law.flatMap(({ role }) => (role === undefined ? [] : [role])),
  };
}
