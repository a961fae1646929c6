import { asked } from '../../src/answer/found.ts';
import { contactsFor, type Protocol } from '../../src/protocol/protocol.ts';
import type { Contact, ContactCase, Situation } from '../../src/protocol/schema.ts';

type Wanted = { readonly kind: string; readonly case: ContactCase; readonly situation?: Situation | undefined };

/**
 * For the case in its situation; else for whatever situation; for doubt, else the help that staff may ask; for what happened, else
 * who takes the measures.
 */
export function rolesFor(protocol: Protocol, wanted: Wanted): string[] {
  const named = (each: ContactCase, situation?: Situation) =>
    rolesOf(asked(contactsFor(protocol, { case: each, audience: 'medewerker', situation })));
  const tries = [
    named(wanted.case, wanted.situation),
    named(wanted.case),
    ...(wanted.case === 'twijfel' ? [named('hulp')] : []),
    ...(wanted.kind === 'report'
      ? [rolesOf(contactsFor(protocol, { case: 'maatregel', audience: 'medewerker' }))]
      : []),
  ];
  return tries.find((roles) => roles.length > 0) ?? [];
}

/** The roles of contacts, each once. */
export function rolesOf(contacts: readonly Contact[]): string[] {
  return [...new Set(contacts.flatMap(({ roles }) => roles))];
}
