import type { Actor } from './actor.ts';
import { type Case, type CaseKind, holderOf, type Track } from './case.ts';

/** Who may do what to a case: one table, asked for every action; never decided from card data. */

export const relations = [
  'asker',
  'recipient-now',
  'recipient-beside',
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
  'start',
  'ask',
  'answer',
  'release-name',
  'note',
  'exclude',
  'tick',
  'close',
  'export',
  'hold',
  'release-hold',
] as const;

export type Verb = (typeof verbs)[number];

type Table = Readonly<Record<Relation, readonly Verb[]>>;

/**
 * What each relation may do; all else is denied. Somebody who had a doubt before may still look and decide, for a late answer
 * is better than none, and the first one counts; a report is with one person at a time. An administrator of the bot has no
 * business in a case.
 */
const ALLOWED: Readonly<Record<CaseKind, Table>> = {
  doubt: {
    asker: ['open', 'withdraw'],
    'recipient-now': ['open', 'receive', 'decide', 'pass-on'],
    'recipient-beside': [],
    'recipient-before': ['open', 'decide'],
    excluded: [],
    administrator: [],
    stranger: [],
    system: ['delivered', 'deliver-failed', 'escalate', 'hold', 'release-hold'],
  },
  report: {
    asker: ['open', 'answer', 'release-name'],
    'recipient-now': ['open', 'receive', 'start', 'ask', 'note', 'pass-on', 'exclude', 'tick', 'close', 'export'],
    'recipient-beside': ['open', 'receive', 'note', 'exclude', 'tick'],
    'recipient-before': ['open'],
    excluded: [],
    administrator: [],
    stranger: [],
    system: ['delivered', 'deliver-failed', 'escalate', 'hold', 'release-hold'],
  },
};

/**
 * What somebody is to a case. Somebody excluded is that before anything else, whatever they had before; who comes later in
 * the line is a stranger until it is their turn; and so is everybody of another organisation. The asker cannot be excluded:
 * who tries, by naming everybody, must not find out who withheld their name.
 */
export function relationOf(kase: Case, actor: Actor): Relation {
  if (actor.kind === 'system') return 'system';
  if (actor.organisation !== kase.organisation) return 'stranger';
  const { email } = actor;
  if (email === kase.asker) return 'asker';
  if (kase.excluded.includes(email)) return 'excluded';
  const lines = [kase, ...(kase.beside ?? [])];
  if (holderOf(kase)?.email === email) return 'recipient-now';
  if (lines.some((line) => holderOf(line)?.email === email)) return 'recipient-beside';
  if (lines.some((line) => hadBefore(line, email))) return 'recipient-before';
  return actor.administrator === true ? 'administrator' : 'stranger';
}

function hadBefore({ recipients, at }: Track, email: string): boolean {
  return recipients.slice(0, at).some((each) => each.email === email);
}

/** Whether somebody with this relation may do this to a case of this kind. */
export function may(relation: Relation, verb: Verb, kind: CaseKind): boolean {
  return ALLOWED[kind][relation].includes(verb);
}
