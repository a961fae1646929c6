/**
 * What an organisation must know of the protocols, as plain data that whoever loads it passes in: this room does not know
 * the protocols themselves.
 */

/** A role of a protocol. With members it is a set: whoever has one of those roles has this one. */
export type RoleFacts = { readonly role: string; readonly members: readonly string[] };

/** Roles a protocol names for a case (`twijfel`, …), and in which article. */
export type ContactFacts = { readonly case: string; readonly roles: readonly string[]; readonly article: string };

export type ProtocolFacts = {
  readonly id: string;
  readonly roles: readonly RoleFacts[];
  readonly contacts: readonly ContactFacts[];
};

/** Everything that was agreed outside the organisation file. */
export type Agreed = {
  readonly protocols: readonly ProtocolFacts[];
  /** The cases there are. */
  readonly cases: readonly string[];
  /** Roles that the law names. */
  readonly lawRoles: readonly string[];
};

/**
 * The roles behind a role: itself, and the members of a set and of the sets in it, each once.
 * @param roles of the protocol in question; a role that is not among them is no set
 */
export function rolesBehind(role: string, roles: readonly RoleFacts[]): readonly string[] {
  const behind = new Set([role]);
  for (const each of behind) {
    for (const member of roles.find((facts) => facts.role === each)?.members ?? []) behind.add(member);
  }
  return [...behind];
}
