import type { Case, Placed, Recipient, ReportState } from './case.ts';
import { feedbackBy } from './feedback.ts';
import type { JournalEntry } from './journal.ts';
import { canReceive, crisisNow, levelsAbove, placed } from './line.ts';
import type { Rules } from './rules.ts';
import { notice, type RowChange } from './stages.ts';

/** What somebody sends: a doubt or a report, with the people the route found for it, in order. */
export type Request = Pick<
  Case,
  'organisation' | 'kind' | 'subject' | 'urgent' | 'location' | 'protocol' | 'asker' | 'excluded'
> & {
  readonly recipients: readonly Recipient[];
  /** Of every report, and of nothing else. `required`: ids of the duties that must be dealt with before it is closed. */
  readonly report?: Pick<ReportState, 'nameWithheld' | 'required'>;
  /** Who gets it beside the main line: a line of people in order for each; of a report only. */
  readonly beside?: readonly (readonly Recipient[])[];
};

/** A new case with what is due for it; committed as one, before anybody is told. */
export type Opening = {
  readonly case: Case;
  readonly journal: readonly JournalEntry[];
  readonly rows: readonly RowChange[];
  /** A line beside the main one was left out, because nobody can get it: tell the operator. */
  readonly besideNobody: boolean;
};

/**
 * A new case: pure. Leaves out the asker and everybody excluded; when that leaves nobody, it goes to the levels above those
 * the route named; outside working hours an urgent one goes to the crisis contact first.
 * @param ref from `newReference`
 * @returns undefined when there is nobody it can go to: tell the asker whom to call, and the operator
 */
export function openCase(request: Request, ref: string, now: Date, rules: Rules): Opening | undefined {
  const recipients = firstLine(request, rules, now);
  const [first] = recipients;
  if (first === undefined) return undefined;
  const at = now.toISOString();
  // By name, so that nothing else a caller's object may carry, such as text, ends up in the case.
  const { organisation, kind, subject, urgent, location, protocol, asker } = request;
  // Who sends it knows of it; a route that excludes the sender only means that it may not come back to them.
  const excluded = request.excluded.filter((email) => email !== asker);
  const given = { organisation, kind, subject, urgent, location, protocol, asker, excluded };
  const report = kind === 'report' ? { report: newReport(request, now) } : {};
  return {
    case: { ...given, ref, recipients, at: 0, state: 'open', since: at, openedAt: at, ...report },
    journal: [{ verb: 'send', actor: request.asker, at, data: { to: first.email, subject: request.subject } }],
    rows: [{ set: notice(first.email, now) }],
    besideNobody: false,
  };
}

function newReport({ report }: Request, now: Date): ReportState {
  const { nameWithheld = false, required = [] } = report ?? {};
  return { nameWithheld, required: [...required], duties: {}, feedbackBy: feedbackBy(now) };
}

function firstLine(request: Request, rules: Rules, now: Date): Placed[] {
  const crisis = crisisNow(request, rules, now);
  const named = request.recipients.map((each) => placed(each, 'route'));
  const all = crisis === undefined ? named : [placed(crisis, 'crisis'), ...named];
  const fit = onceEach(all.filter((each) => canReceive(request, each.email)));
  if (fit.length > 0) return fit;
  const above = all.flatMap((each) => [...levelsAbove(each, rules)]);
  return onceEach(above.filter((each) => canReceive(request, each.email)));
}

function onceEach(line: readonly Placed[]): Placed[] {
  return line.filter((each, i) => line.findIndex((other) => other.email === each.email) === i);
}
