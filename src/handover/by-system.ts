import { type Case, holderOf } from './case.ts';
import type { Command } from './commands.ts';
import { nextInLine } from './line.ts';
import { entry, movedTo } from './moving.ts';
import { changed, type Moment, type Outcome, unchanged } from './outcome.ts';
import { dueAfter, nextDaily, notice, overAt, type RowChange, telling } from './stages.ts';

/** What the delivery loop does to a case. Every outcome but `unchanged` moves the row on, so that none stays stuck. */

type Given<V extends Command['verb']> = Extract<Command, { verb: V }>;
type Why = 'no-answer' | 'refused';

/** The platform took it. Who is told that the case is theirs has the whole deadline from now on. */
export function delivered(kase: Case, { person, stage }: Given<'delivered'>, { actor, now, rules }: Moment): Outcome {
  const told = stage === 'notify' && has(kase, person);
  const after: Case = told ? { ...kase, since: now.toISOString() } : kase;
  const next = dueAfter(after, { person, stage, dueAt: now.toISOString() }, rules, now);
  return changed({
    case: after,
    journal: [entry(actor, 'delivered', now, { person, stage })],
    rows: [next === undefined ? { end: person } : { set: next }],
  });
}

/**
 * The platform refused. For good: the case goes to the next at once. For now: `unchanged`, try again later, until the
 * deadline is over; then it goes on as well.
 */
export function deliverFailed(kase: Case, command: Given<'deliver-failed'>, moment: Moment): Outcome {
  const { person, stage, permanent } = command;
  const { actor, now, rules } = moment;
  const waiting = has(kase, person) && stage !== 'tell';
  if (!permanent && !waiting) return unchanged;
  if (!permanent && (stage === 'daily' || now < overAt(kase, rules))) return unchanged;
  const failed = entry(actor, 'deliver-failed', now, { person, stage, permanent });
  if (!waiting) return changed({ case: kase, journal: [failed], rows: [{ end: person }] });
  if (stage === 'daily')
    return changed({ case: kase, journal: [failed], rows: [{ set: nextDaily(kase, person, rules, now) }] });
  const { journal, ...onward } = goneOn(kase, person, 'refused', moment);
  return changed({ ...onward, journal: [failed, ...journal] });
}

/** The deadline is over: the next in line, or the daily reminder when nobody is left. */
export function escalate(kase: Case, { person }: Given<'escalate'>, moment: Moment): Outcome {
  if (!has(kase, person)) return changed({ case: kase, journal: [], rows: [{ end: person }] });
  return changed(goneOn(kase, person, 'no-answer', moment));
}

function has(kase: Case, person: string): boolean {
  return kase.state === 'open' && holderOf(kase)?.email === person;
}

function goneOn(kase: Case, from: string, why: Why, { actor, now, rules }: Moment) {
  const next = nextInLine(kase, rules, now);
  if (next === undefined) {
    // Due at once: the loop signals the operator before it reminds, and a signal that waits in a row cannot get lost.
    const daily: RowChange = { set: { person: from, stage: 'daily', dueAt: now.toISOString() } };
    return { case: kase, journal: [entry(actor, 'escalate', now, { from, why, nobodyLeft: true })], rows: [daily] };
  }
  const former: RowChange = why === 'refused' ? { end: from } : { set: telling(from, now) };
  return {
    case: movedTo(kase, next, now),
    journal: [entry(actor, 'escalate', now, { from, to: next.email, via: next.via, why })],
    rows: [former, { set: telling(kase.asker, now) }, { set: notice(next.email, now) }],
  };
}
