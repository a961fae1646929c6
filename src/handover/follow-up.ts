import type { Case, ReportState } from './case.ts';
import type { Deadline, Rules } from './rules.ts';
import type { Row } from './stages.ts';

/** What is due for a report that was received: it is never silent until it is closed. */

const FOLLOW_UP: Deadline = { amount: 5, unit: 'werkdag' };
const REMIND_QUESTION: Deadline = { amount: 2, unit: 'werkdag' };
/** So long before feedback is due it is asked for once more. */
const AHEAD_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * The next reminder of who has it: after five working days, two weeks before the reporter must have heard what was done, and
 * from that day on every day.
 */
export function followUp(kase: Case, { feedbackBy }: ReportState, person: string, rules: Rules, now: Date): Row {
  const last = Date.parse(feedbackBy);
  if (now.getTime() >= last) return { person, stage: 'overdue', dueAt: aDayLater(kase, rules, now).toISOString() };
  const regular = rules.calendar.addWorking(now, FOLLOW_UP).getTime();
  const ahead = last - AHEAD_MS;
  const at = Math.min(regular, ahead > now.getTime() ? ahead : last);
  return { person, stage: at === last ? 'overdue' : 'follow-up', dueAt: new Date(at).toISOString() };
}

/** The daily rhythm at the end of everything: a working day, or 24 hours when it is urgent. */
export function aDayLater({ urgent }: Pick<Case, 'urgent'>, { calendar }: Rules, now: Date): Date {
  return calendar.addWorking(now, urgent ? { amount: 24, unit: 'uur' } : { amount: 1, unit: 'werkdag' });
}

/** The one reminder of a question back, two working days after the reporter was told of it. */
export function dueToReporter({ report }: Case, person: string, { calendar }: Rules): Row | undefined {
  const question = report?.asked;
  if (question?.toldAt === undefined || question.remindedAt !== undefined) return undefined;
  const dueAt = calendar.addWorking(new Date(question.toldAt), REMIND_QUESTION).toISOString();
  return { person, stage: 'question-remind', dueAt };
}
