import type { Values } from '../../conversation/event.ts';
import type { Staff } from '../cases/staff.ts';

/** A form between its steps: kept encrypted for whoever types it, so that no card and no channel carries what was typed. */

/** Long enough for a lesson in between. */
const KEPT_MS = 4 * 60 * 60 * 1000;

/** Marks a form that was sent: its text is gone, and the same form again is the same report. */
const SENT = 'verstuurd';

const MOST_VALUES = 30;
const LONGEST_VALUE = 8_000;

/** What stands under a form's nonce. */
export type Draft =
  | { readonly kind: 'typed'; readonly values: Values }
  | { readonly kind: 'sent'; readonly ref: string }
  | { readonly kind: 'gone' };

const keyOf = (nonce: string): string => `meld:${nonce.slice(0, 200)}`;
const personOf = ({ organisation, person }: Staff) => ({ organisation: organisation.id, email: person.email });

/** Keeps what was typed so far. Rejects when the store does. */
export function keep(staff: Staff, nonce: string, values: Values): Promise<void> {
  const { [SENT]: _ours, ...typed } = values;
  const fitting = Object.entries(typed).slice(0, MOST_VALUES);
  const kept = Object.fromEntries(fitting.map(([name, value]) => [name, value.toWellFormed().slice(0, LONGEST_VALUE)]));
  return staff.doubts.drafts.keep(personOf(staff), keyOf(nonce), kept, KEPT_MS);
}

/** What was typed goes; what stays is which report it became. */
export function markSent(staff: Staff, nonce: string, ref: string): Promise<void> {
  return staff.doubts.drafts.keep(personOf(staff), keyOf(nonce), { [SENT]: ref }, KEPT_MS);
}

/** What was typed goes. */
export async function forget(staff: Staff, nonce: string): Promise<void> {
  await staff.doubts.drafts.take(personOf(staff), keyOf(nonce));
}

/** The form as it waits; `gone` when its time is over or it was never this person's. */
export async function draftOf(staff: Staff, nonce: string): Promise<Draft> {
  const values = await staff.doubts.drafts.read(personOf(staff), keyOf(nonce));
  if (values === undefined) return { kind: 'gone' };
  const ref = values[SENT];
  return ref === undefined ? { kind: 'typed', values } : { kind: 'sent', ref };
}
