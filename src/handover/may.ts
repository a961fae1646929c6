import type { Actor } from './actor.ts';
import type { Case } from './case.ts';

/** Who may do what to a case: one table, asked for every action; never decided from card data. */

export const relations = [
  'asker',
  'recipient-now',
  'recipient-before',
  'excluded',
  'administrator',
  'stranger',
  'system',
] as const;

export type Relation = (typeof relations)[number];

/** Stored in journals: never rename one. */
export const verbs = [
  'open',
  'receive',
  'decide',
  'pass-on',
  'withdraw',
  'delivered',
  'deliver-failed',
  'escalate',
] as const;

export type Verb = (typeof verbs)[number];

/**
 * What each relation may do; all else is denied. Somebody who had a case before may still look and decide, for a late answer
 * is better than none, and the first one counts. An administrator of the bot has no business in a case.
 */
const ALLOWED: Readonly<Record<Relation, readonly Verb[]>> = {
  asker: ['open', 'withdraw'],
  'recipient-now': ['open', 'receive', 'decide', 'pass-on'],
  'recipient-before': ['open', 'decide'],
  excluded: [],
  administrator: [],
  stranger: [],
  system: ['delivered', 'deliver-failed', 'escalate'],
};

/**
 * What somebody is to a case. Somebody excluded is that before anything else, whatever they had before; who comes later in
 * the line is a stranger until it is their turn; and so is everybody of another organisation.
 */
export function relationOf(kase: Case, actor: Actor): Relation {
  if (actor.kind === 'system') return 'system';
  if (actor.organisation !== kase.organisation) return 'stranger';
  const { email } = actor;
  if (kase.excluded.includes(email)) return 'excluded';
  if (email === kase.asker) return 'asker';
  if (kase.recipients[kase.at]?.email === email) return 'recipient-now';
  if (kase.recipients.slice(0, kase.at).some((each) => each.email === email)) return 'recipient-before';
  return actor.administrator === true ? 'administrator' : 'stranger';
}

/** Whether somebody with this relation may do this. */
export function may(relation: Relation, verb: Verb): boolean {
  return ALLOWED[relation].includes(verb);
}
