import { type Case, type DutyMark, openDuties, type ReportCase, type ReportState } from './case.ts';
import type { Command } from './commands.ts';
import type { JournalEntry } from './journal.ts';
import { byOf, entry, noted, ownRow, tellAll, tellAsker } from './moving.ts';
import { changed, type Moment, type Outcome, refused, unchanged } from './outcome.ts';
import { news, type RowChange } from './stages.ts';
import { receivedBy } from './tracks.ts';

/** What those who have a report do to it while it is open. Doing anything confirms that they have it. */

type Given<V extends Command['verb']> = Omit<Extract<Command, { verb: V }>, 'verb'>;

/** "In behandeling." */
export function start(kase: ReportCase, moment: Moment): Outcome {
  if (kase.report.startedAt !== undefined) return unchanged;
  const report = { ...kase.report, startedAt: moment.now.toISOString() };
  return step(kase, { verb: 'start', report, shown: true }, moment);
}

/** A question back: the reporter is told at once. */
export function ask(kase: ReportCase, { text }: Given<'ask'>, moment: Moment): Outcome {
  if (text.trim() === '') return refused('note-missing');
  const report = { ...kase.report, asked: { at: moment.now.toISOString() } };
  return step(kase, { verb: 'ask', report, shown: true, text: text.trim() }, moment);
}

/** For those who have it; the reporter never reads this. */
export function note(kase: ReportCase, { text }: Given<'note'>, moment: Moment): Outcome {
  if (text.trim() === '') return refused('note-missing');
  return step(kase, { verb: 'note', report: kase.report, text: text.trim() }, moment);
}

/** A duty that was done, or an explanation why not. */
export function tick(kase: ReportCase, { duty, state, text = '' }: Given<'tick'>, moment: Moment): Outcome {
  const said = text.trim();
  if (state === 'explained' && said === '') return refused('note-missing');
  if (kase.report.duties[duty]?.state === state && said === '') return unchanged;
  const mark: DutyMark = { state, by: byOf(moment), at: moment.now.toISOString() };
  const report = { ...kase.report, duties: { ...kase.report.duties, [duty]: mark } };
  return step(kase, { verb: 'tick', report, text: said, noteVerb: `duty:${duty}`, data: { duty, state } }, moment);
}

/** Dealt with: the reporter reads what was done, and nothing is due any more. */
export function close(kase: ReportCase, { outcome, feedback }: Given<'close'>, moment: Moment): Outcome {
  const { report } = kase;
  const by = byOf(moment);
  const text = feedback.trim();
  if (text === '') return refused('note-missing');
  if (openDuties(report).length > 0) return refused('duties-open');
  const { asked: _noLonger, ...rest } = report;
  const closed = { outcome, by, at: moment.now.toISOString() };
  const after: Case = { ...receivedBy(kase, by, moment.now), state: 'closed', report: { ...rest, closed } };
  return changed({
    case: after,
    journal: [entry(kase, moment, 'close', { outcome })],
    rows: [...tellAll(after, moment.now), { set: news(kase.asker, moment.now) }],
    ...noted(kase, 'close', text, moment),
  });
}

/** The dossier: nothing changes, and the journal keeps that somebody took it out. */
export function takeOut(kase: ReportCase, moment: Moment): Outcome {
  return changed({ case: kase, journal: [entry(kase, moment, 'export')], rows: [] });
}

type Step = {
  readonly verb: string;
  readonly report: ReportState;
  /** The reporter's card shows it. */
  readonly shown?: boolean;
  readonly text?: string;
  readonly noteVerb?: string;
  readonly data?: JournalEntry['data'];
};

function step(kase: ReportCase, { verb, report, shown, text = '', noteVerb, data }: Step, moment: Moment): Outcome {
  const by = byOf(moment);
  const received = receivedBy(kase, by, moment.now);
  const after: Case = { ...received, report };
  // The receipt of who has it beside the main line is nothing that the reporter's card shows.
  const visible = shown === true || received.receivedAt !== kase.receivedAt;
  const seen: RowChange[] = visible ? [tellAsker(after, moment.now)] : [];
  return changed({
    case: after,
    journal: [entry(kase, moment, verb, data)],
    rows: [ownRow(after, by, moment), ...seen],
    ...noted(kase, noteVerb ?? verb, text, moment),
  });
}
