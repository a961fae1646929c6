import type { Case } from './case.ts';
import { aDayLater, dueToReporter, followUp } from './follow-up.ts';
import { nextInLine } from './line.ts';
import type { Rules } from './rules.ts';
import { overAt, type Row, reminder } from './stages.ts';
import { leadOf, onLine } from './tracks.ts';

/** What is due next. */

/** The daily reminder: a working day later, or 24 hours when it is urgent. */
export function nextDaily(kase: Case, person: string, rules: Rules, now: Date): Row {
  return { person, stage: 'daily', dueAt: aDayLater(kase, rules, now).toISOString() };
}

/** What comes at the end of the deadline: `daily` only when nobody is left, so that it is never silent. */
export function atTheEnd(kase: Case, person: string, rules: Rules): Row {
  const over = overAt(kase, rules);
  const next = nextInLine(kase, rules, over);
  const stage = next === undefined ? 'daily' : next.via === 'deputy' ? 'deputy' : 'next-level';
  return { person, stage, dueAt: over.toISOString() };
}

/**
 * What is due after a stage was carried out for a person, or undefined when nothing is: the case is no longer open, or
 * this person has nothing to answer.
 * @param kase as it is after the delivery, its `since` included
 */
export function dueAfter(kase: Case, { person, stage }: Row, rules: Rules, now: Date): Row | undefined {
  if (person === kase.asker) return dueToReporter(kase, person, rules);
  const lead = leadOf(kase, person);
  return lead === undefined ? undefined : dueAt(onLine(kase, lead), { person, stage }, rules, now);
}

function dueAt(kase: Case, { person, stage }: Pick<Row, 'person' | 'stage'>, rules: Rules, now: Date): Row {
  if (kase.report !== undefined && kase.receivedAt !== undefined)
    return followUp(kase, kase.report, person, rules, now);
  switch (stage) {
    case 'notify':
      return reminder(kase, person, rules);
    case 'remind':
      return atTheEnd(kase, person, rules);
    case 'daily':
      return nextDaily(kase, person, rules, now);
    default:
      return whereItWas(kase, person, rules, now);
  }
}

/** Something came in between: what would be due without it. Who was told of it just now is not reminded at once. */
function whereItWas(kase: Case, person: string, rules: Rules, now: Date): Row {
  const first = reminder(kase, person, rules);
  if (now.toISOString() < first.dueAt) return first;
  const end = atTheEnd(kase, person, rules);
  return end.stage === 'daily' && end.dueAt <= now.toISOString() ? nextDaily(kase, person, rules, now) : end;
}
