import type { Step } from '../../cards/screens.ts';
import type { Consult } from '../../doubt/advice.ts';
import { nameOf } from '../../doubt/route.ts';
import { contactsFor, type NamedContact, type Protocol } from '../../protocol/protocol.ts';
import type { ContactCase } from '../../protocol/schema.ts';
import { caseVerbs } from '../cases/verbs.ts';
import { listed } from '../words.ts';

/** A question that the protocol does not answer, on its way to somebody who can: a doubt of the subject `vraag`. */

/** Both the subject of such a case and, in place of the state of a walk, where its form was opened from. Stored: never rename. */
export const UNANSWERED = 'vraag';

/** Who decides what is not foreseen, or else who is there for doubt or help. */
const turnedTo: readonly ContactCase[] = ['onvoorzien', 'twijfel', 'hulp'];

/** Whom such a question goes to. A protocol that names nobody leaves it to the organisation's `defaults` (`onvoorzien`). */
export const unansweredConsult = (protocol: Protocol): Consult => consult(UNANSWERED, contactFor(protocol, turnedTo));

/** Whom a doubt goes to when its walk does not say. */
export const usualConsult = (protocol: Protocol): Consult => consult('twijfel', contactFor(protocol, ['twijfel']));

function consult(subject: Consult['subject'], contact: NamedContact | undefined): Consult {
  const { roles = [], article = '' } = contact ?? {};
  return { subject, roles, article, urgent: false };
}

function contactFor(protocol: Protocol, cases: readonly ContactCase[]): NamedContact | undefined {
  return cases.flatMap((each) => contactsFor(protocol, { case: each, audience: 'medewerker' }))[0];
}

/**
 * The button under an answer that there is none.
 * @param answer the key under which the conversation remembers the question
 */
export const askUnanswered = (protocol: Protocol, answer: string): Step => ({
  title: askTitle(protocol, unansweredConsult(protocol).roles),
  verb: caseVerbs.ask,
  data: { stand: UNANSWERED, antwoord: answer },
});

/** "Vraag het aan je leidinggevende", as long as a button holds it. */
export function askTitle(protocol: Protocol, roles: readonly string[]): string {
  const names = listed(
    roles.map((role) => nameOf(protocol, role)),
    'of',
  );
  const title = `Vraag het aan ${names}`;
  return names !== '' && title.length <= 75 ? title : 'Vraag het aan wie hierover gaat';
}
