import { idIn } from './actor.ts';
import type { Case } from './case.ts';
import type { Command } from './commands.ts';
import { dueAfter, nextDaily } from './due.ts';
import type { JournalEntry } from './journal.ts';
import { entry, handedTo, nextFor, ownRow, tellAsker } from './moving.ts';
import { type Change, changed, type Moment, type Outcome, unchanged } from './outcome.ts';
import { overAt, type RowChange, type Stage, telling } from './stages.ts';
import { heldBy, leadOf, onLine, waits, withLine } from './tracks.ts';

/** What the delivery loop does to a case. Every outcome but `unchanged` moves the row on, so that none stays stuck. */

type Given<V extends Command['verb']> = Extract<Command, { verb: V }>;
type Why = 'no-answer' | 'refused';

/** The platform took it. Who is told that the case is theirs has the whole deadline from now on. */
export function delivered(kase: Case, { person, stage }: Given<'delivered'>, moment: Moment): Outcome {
  const { now, rules } = moment;
  const after = toldOf(kase, person, stage, now.toISOString());
  const next = dueAfter(after, { person, stage, dueAt: now.toISOString() }, rules, now);
  return changed({
    case: after,
    journal: [entry(kase, moment, 'delivered', { person: idIn(kase, person), stage })],
    rows: [next === undefined ? { end: person } : { set: next }],
  });
}

function toldOf(kase: Case, person: string, stage: Stage, at: string): Case {
  if (stage === 'notify') {
    return heldBy(kase, person)
      .filter((line) => waits(kase, line))
      .reduce((before, line) => withLine(before, line, { ...onLine(before, line), since: at }), kase);
  }
  const { report } = kase;
  if (report?.asked === undefined || person !== kase.asker) return kase;
  if (stage === 'question') return { ...kase, report: { ...report, asked: { ...report.asked, toldAt: at } } };
  if (stage !== 'question-remind') return kase;
  return { ...kase, report: { ...report, asked: { ...report.asked, remindedAt: at } } };
}

/**
 * The platform refused. For good: the case goes to the next at once. For now: `unchanged`, try again later, until the
 * deadline is over; then it goes on as well.
 */
export function deliverFailed(kase: Case, command: Given<'deliver-failed'>, moment: Moment): Outcome {
  const { person, stage, permanent } = command;
  const lead = leadOf(kase, person);
  if (!permanent && (lead === undefined || stage === 'daily')) return unchanged;
  const failed = entry(kase, moment, 'deliver-failed', { person: idIn(kase, person), stage, permanent });
  if (lead === undefined) return changed({ case: kase, journal: [failed], rows: [{ end: person }] });
  const mine = onLine(kase, lead);
  if (!permanent && !waits(kase, lead)) return triedOn(mine, command, failed, moment);
  if (!permanent && moment.now < overAt(mine, moment.rules)) return unchanged;
  if (stage === 'daily') {
    const next = nextDaily(mine, person, moment.rules, moment.now);
    return changed({ case: kase, journal: [failed], rows: [{ set: next }] });
  }
  const { journal, ...onward } = goneOn(kase, person, 'refused', moment);
  return changed({ ...onward, journal: [failed, ...journal] });
}

/** A report that was received stays with who has it; once its feedback is late the operator must hear of it all the same. */
function triedOn(
  kase: Case,
  { person, stage }: Given<'deliver-failed'>,
  failed: JournalEntry,
  { now }: Moment,
): Outcome {
  const late = now.toISOString() >= (kase.report?.feedbackBy ?? '');
  if (stage === 'overdue' || !late) return unchanged;
  return changed({
    case: kase,
    journal: [failed],
    rows: [{ set: { person, stage: 'overdue', dueAt: now.toISOString() } }],
  });
}

/** The deadline is over: the next in line, or the daily reminder when nobody is left. */
export function escalate(kase: Case, { person }: Given<'escalate'>, moment: Moment): Outcome {
  const lead = leadOf(kase, person);
  if (lead !== undefined && waits(kase, lead)) return changed(goneOn(kase, person, 'no-answer', moment));
  return changed({ case: kase, journal: [], rows: [ownRow(kase, person, moment)] });
}

/** Every line in which somebody leaves the case unanswered goes to the next in it. */
function goneOn(kase: Case, from: string, why: Why, moment: Moment): Change {
  const lines = heldBy(kase, from).filter((line) => waits(kase, line) || (line === 0 && why === 'refused'));
  const steps: Gone = { case: kase, journal: [], rows: [], stuck: false };
  const gone = lines.reduce((before, line) => lineGoneOn(before, line, from, why, moment), steps);
  const { now } = moment;
  // Due at once: the loop signals the operator before it reminds, and a signal that waits in a row cannot get lost.
  const stuck: RowChange = { set: { person: from, stage: 'daily', dueAt: now.toISOString() } };
  const former: RowChange = gone.stuck ? stuck : why === 'refused' ? { end: from } : { set: telling(from, now) };
  return { case: gone.case, journal: gone.journal, rows: [former, ...gone.rows] };
}

type Gone = Pick<Change, 'case' | 'journal' | 'rows'> & { readonly stuck: boolean };

function lineGoneOn(before: Gone, line: number, from: string, why: Why, moment: Moment): Gone {
  const { now, rules } = moment;
  const beside = line === 0 ? {} : { beside: line };
  const next = nextFor(before.case, line, rules, now);
  if (next === undefined) {
    const nobody = entry(before.case, moment, 'escalate', { from, why, nobodyLeft: true, ...beside });
    return { ...before, journal: [...before.journal, nobody], stuck: true };
  }
  const handed = handedTo(before.case, line, next, now);
  const seen = line === 0 ? [tellAsker(handed.case, now)] : [];
  const moved = entry(before.case, moment, 'escalate', { from, to: next.email, via: next.via, why, ...beside });
  return {
    ...before,
    case: handed.case,
    journal: [...before.journal, moved],
    rows: [...before.rows, ...seen, ...handed.rows],
  };
}
