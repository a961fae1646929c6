import type { Case, Instant } from './case.ts';
import type { Deadline, Rules } from './rules.ts';

/**
 * What is due for one person and one case at one moment. Stored: never rename one.
 * - `notify`: tell this recipient that the case is theirs.
 * - `remind`: tell them again, at half of the deadline.
 * - `deputy`, `next-level`: the deadline is over; the case goes on (command `escalate`).
 * - `daily`: nobody is left in the line; signal the operator first, then remind this recipient, every day.
 * - `tell`: show this person how the case stands now, on the card they have. For the asker, and for who had it before.
 * - `question`: the reporter is asked something; `question-remind`: once more, after two working days.
 * - `news`: there is something new to read, so a card that is noticed: for who has it when the reporter adds something, for
 *   the reporter when it is closed.
 * - `follow-up`: a report that was received is still open; every five working days, and two weeks before feedback is due.
 * - `overdue`: the feedback to the reporter is late; signal the operator first, then remind who has it, every day.
 * - `recall`: this person is excluded. The card they have must no longer say anything; who has none gets none.
 */
export const stages = [
  'notify',
  'remind',
  'deputy',
  'next-level',
  'daily',
  'tell',
  'question',
  'question-remind',
  'news',
  'follow-up',
  'overdue',
  'recall',
] as const;

export type Stage = (typeof stages)[number];

/** Something to be done for one person, from `dueAt` on. `person` is an e-mail. */
export type Row = { readonly person: string; readonly stage: Stage; readonly dueAt: Instant };

/** How hand-over rows change; there is at most one a person and case. Setting one takes it from whoever had claimed it. */
export type RowChange = { readonly set: Row } | { readonly end: string };

const half = ({ amount, unit }: Deadline): Deadline => ({ amount: amount / 2, unit });
const instant = (at: Date): Instant => at.toISOString();

/** When the time of who has the case now is over. */
export function overAt(kase: Case, rules: Rules): Date {
  return rules.calendar.addWorking(new Date(kase.since), rules.deadline);
}

/** The first notice: at once. */
export function notice(person: string, now: Date): Row {
  return { person, stage: 'notify', dueAt: instant(now) };
}

/** The reminder, at half of the deadline of who has it now. */
export function reminder(kase: Case, person: string, rules: Rules): Row {
  const dueAt = rules.calendar.addWorking(new Date(kase.since), half(rules.deadline));
  return { person, stage: 'remind', dueAt: instant(dueAt) };
}

/** A person's card is to show how the case stands. */
export function telling(person: string, now: Date): Row {
  return { person, stage: 'tell', dueAt: instant(now) };
}

/** The same for the asker; with a question that they were not told of yet it is that. */
export function askerNews({ asker, state, report }: Case, now: Date): Row {
  const untold = state === 'open' && report?.asked !== undefined && report.asked.toldAt === undefined;
  return { person: asker, stage: untold ? 'question' : 'tell', dueAt: instant(now) };
}

/** Something new to read: a card that is noticed. */
export function news(person: string, now: Date): Row {
  return { person, stage: 'news', dueAt: instant(now) };
}

/** The card of somebody who is excluded says nothing any more. */
export function recall(person: string, now: Date): Row {
  return { person, stage: 'recall', dueAt: instant(now) };
}
