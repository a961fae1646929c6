import { type Case, holderOf, type ReportCase } from './case.ts';
import type { Command } from './commands.ts';
import { entry, noted } from './moving.ts';
import { changed, type Moment, type Outcome, refused, unchanged } from './outcome.ts';
import { news, type RowChange, telling } from './stages.ts';

/** What the reporter does to a report while it is open. */

/** An answer to a question back, or something added unasked: who has it is told anew. */
export function answer(kase: ReportCase, { text }: Extract<Command, { verb: 'answer' }>, moment: Moment): Outcome {
  if (text.trim() === '') return refused('note-missing');
  const { asked, ...report } = kase.report;
  return changed({
    case: { ...kase, report },
    journal: [entry(kase, moment, 'answer', { asked: asked !== undefined })],
    rows: toHolder(kase, moment),
    ...noted(kase, 'answer', text.trim(), moment),
  });
}

/** The name is no longer withheld, for everybody who has the report. */
export function releaseName(kase: ReportCase, moment: Moment): Outcome {
  if (!kase.report.nameWithheld) return unchanged;
  return changed({
    case: { ...kase, report: { ...kase.report, nameWithheld: false } },
    journal: [entry(kase, moment, 'release-name')],
    rows: toHolder(kase, moment),
  });
}

/** Their next reminder follows from the case, so that news in place of it loses nothing. */
function toHolder(kase: Case, { now }: Moment): RowChange[] {
  const holder = holderOf(kase);
  return [...(holder === undefined ? [] : [{ set: news(holder.email, now) }]), { set: telling(kase.asker, now) }];
}
