import { randomUUID } from 'node:crypto';
import type { Values, What } from '../../../src/conversation/event.ts';
import type { Reply } from '../../../src/conversation/reply.ts';
import type { Started } from '../../fakes/started.ts';
import { visitor } from './visitor.ts';

/** Something done to a case that the server confirmed: it must stand in the journal for ever after. */
export type Done = { readonly ref: string; readonly verb: string };

const PROTOCOL = 'calvijn';
const CONTACTS = ['teamleider.onderbouw', 'vestigingsdirecteur', 'crisiscoordinator'].map(mail);
const REPORTER = mail('docent.wiskunde');

function mail(name: string): string {
  return `${name}@voorbeeld.example`;
}

/** Decides a doubt; of a report confirms receipt, asks something back, and answers that as the reporter. */
export async function handle(server: Started, ref: string, done: (what: Done) => void): Promise<void> {
  const report = ref.startsWith('M-');
  const act = async (as: string, what: What, verb: string): Promise<boolean> => {
    const replies = await visitor(server.url, as, PROTOCOL).tell(what);
    const confirmed = isConfirmed(replies);
    if (confirmed) done({ ref, verb });
    return confirmed;
  };
  for (const contact of CONTACTS) {
    if (!report) {
      if (await act(contact, submit('beslis', { ref, besluit: 'akkoord', toelichting: '' }), 'decide')) return;
      continue;
    }
    if (!(await act(contact, { kind: 'action', verb: 'ontvangen', data: { ref } }, 'receive'))) continue;
    await act(contact, submit('stel-vraag', { ref, tekst: 'Wie zag het nog meer?' }), 'ask');
    await act(REPORTER, submit('geef-antwoord', { ref, tekst: 'De mentor.' }), 'answer');
    return;
  }
}

const submit = (verb: string, values: Values): What => ({ kind: 'submit', verb, values, nonce: randomUUID() });

/** A case card in place of the old one, or the report to read on in: what is refused or not kept looks otherwise. */
const isConfirmed = (replies: readonly Reply[]): boolean =>
  replies.some(
    (reply) =>
      (reply.kind === 'replace' && reply.screen.name.startsWith('case-')) ||
      (reply.kind === 'dialog' && reply.dialog.name === 'report-read'),
  );
