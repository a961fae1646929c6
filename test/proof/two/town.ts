import { randomUUID } from 'node:crypto';
import type { Values, What } from '../../../src/conversation/event.ts';
import { holderOf } from '../../../src/handover/case.ts';
import type { CaseStore } from '../../../src/handover/ports.ts';
import type { Button } from '../../fakes/buttons.ts';
import { referencesIn } from '../../fakes/forms.ts';
import { type Letter, tellOf, toAsking, visitor, write } from '../../main/kill/visitor.ts';

/** People of four schools who send doubts and reports, and those who answer them. */

export type Sent = {
  readonly asker: Asker;
  readonly letter: Letter;
  /** What was asked, in words that nobody else uses. */
  readonly question: string;
  /** The reference that was confirmed to the asker. */
  ref: string | undefined;
};

/** Something that was confirmed to who did it: it must stand in the journal for ever after. */
export type Done = { readonly ref: string; readonly verb: string };

export type Asker = { readonly email: string; readonly protocol: string };

const mail = (name: string) => `${name}@voorbeeld.example`;

export const askers: readonly Asker[] = [
  { email: mail('docent.wiskunde'), protocol: 'calvijn' },
  { email: mail('leraar.nederlands'), protocol: 'model' },
  { email: mail('leraar.muziek'), protocol: 'msvr' },
  { email: mail('docent.dierverzorging'), protocol: 'aeres' },
];

/** The button that puts a doubt to somebody, by protocol: the way there is the same each time. */
const ways = new Map<string, Button>();

/** Fills in a form; what was typed is not sent yet. */
export async function written(url: string, asker: Asker, question: string, report: boolean): Promise<Sent> {
  const page = visitor(url, asker.email, asker.protocol);
  if (report) return { asker, letter: await tellOf(page, question), question, ref: undefined };
  const way = ways.get(asker.protocol) ?? (await toAsking(page));
  ways.set(asker.protocol, way);
  return { asker, letter: await write(page, way, question), question, ref: undefined };
}

/** Sends a form, again when it was sent before. */
export async function post(url: string, { asker, letter }: Sent): Promise<string | undefined> {
  return referencesIn(await visitor(url, asker.email, asker.protocol).tell(letter))[0];
}

/** Whoever has it decides a doubt, or confirms that they have a report. */
export async function answered(url: string, cases: CaseStore, ref: string, done: (what: Done) => void): Promise<void> {
  const stored = await cases.load(ref);
  const holder = stored && holderOf(stored.case);
  if (stored === undefined || holder === undefined) return;
  const doubt = stored.case.kind === 'doubt';
  const what: What = doubt
    ? submit('beslis', { ref, besluit: 'akkoord', toelichting: '' })
    : { kind: 'action', verb: 'ontvangen', data: { ref } };
  const replies = await visitor(url, holder.email, stored.case.protocol).tell(what);
  const confirmed = replies.some((reply) => reply.kind === 'replace' && reply.screen.name.startsWith('case-'));
  if (confirmed) done({ ref, verb: doubt ? 'decide' : 'receive' });
}

const submit = (verb: string, values: Values): What => ({ kind: 'submit', verb, values, nonce: randomUUID() });
