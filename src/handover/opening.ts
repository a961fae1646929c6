import { idIn } from './actor.ts';
import { type Case, holderOf, type Placed, type Recipient, type ReportState, type Track } from './case.ts';
import { feedbackBy } from './feedback.ts';
import type { JournalEntry } from './journal.ts';
import { canReceive, crisisNow, levelsAbove, placed } from './line.ts';
import type { Rules } from './rules.ts';
import { notice, type RowChange } from './stages.ts';
import { tracksOf } from './tracks.ts';

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
 * the route named; outside working hours an urgent one goes to the crisis contact first. So does each line beside it, unless
 * the crisis contact has the main one.
 * @param ref from `newReference`
 * @returns undefined when there is nobody it can go to: tell the asker whom to call, and the operator
 */
export function openCase(request: Request, ref: string, now: Date, rules: Rules): Opening | undefined {
  const recipients = firstLine(request, request.recipients, rules, now);
  const [first] = recipients;
  if (first === undefined) return undefined;
  const at = now.toISOString();
  // By name, so that nothing else a caller's object may carry, such as text, ends up in the case.
  const { organisation, kind, subject, urgent, location, protocol, asker } = request;
  // Who sends it knows of it; a route that excludes the sender only means that it may not come back to them.
  const excluded = request.excluded.filter((email) => email !== asker);
  const given = { organisation, kind, subject, urgent, location, protocol, asker, excluded };
  const begun: Case = { ...given, ref, recipients, at: 0, state: 'open', since: at, openedAt: at };
  const { beside, besideNobody } = besideOf(request, first, rules, now);
  const kase = kind === 'report' ? { ...begun, report: newReport(request, now), ...withBeside(beside) } : begun;
  const entries = [{ to: first.email, subject }, ...(kase.beside ?? []).map(besideEntry)];
  return {
    case: kase,
    journal: entries.map((data, i) => {
      return { verb: i === 0 ? 'send' : 'beside', actor: idIn(kase, asker), at, data };
    }),
    rows: holdersOf(kase).map((email) => ({ set: notice(email, now) })),
    besideNobody,
  };
}

function besideOf(request: Request, first: Placed, rules: Rules, now: Date) {
  const wanted = request.kind === 'report' ? (request.beside ?? []) : [];
  const { crisis, ...others } = rules;
  // Who has it already as the crisis contact does not stand in for those beside as well: they are to know of it themselves.
  const by = crisis?.email === first.email ? others : rules;
  const lines = wanted.map((each) => firstLine(request, each, by, now)).filter(({ length }) => length > 0);
  const beside = lines.map((recipients) => ({ recipients, at: 0, since: now.toISOString() }));
  return { beside, besideNobody: lines.length < wanted.length };
}

const withBeside = (beside: readonly Track[]): Pick<Case, 'beside'> => (beside.length === 0 ? {} : { beside });

const besideEntry = (track: Track) => ({ to: holderOf(track)?.email ?? '' });

/** Who has it in one line or several; each is told once. */
function holdersOf(kase: Case): string[] {
  return [...new Set(tracksOf(kase).flatMap((track) => holderOf(track)?.email ?? []))];
}

function newReport({ report }: Request, now: Date): ReportState {
  const { nameWithheld = false, required = [] } = report ?? {};
  return { nameWithheld, required: [...required], duties: {}, feedbackBy: feedbackBy(now) };
}

function firstLine(request: Request, recipients: readonly Recipient[], rules: Rules, now: Date): Placed[] {
  const crisis = crisisNow(request, rules, now);
  const named = recipients.map((each) => placed(each, 'route'));
  const all = crisis === undefined ? named : [placed(crisis, 'crisis'), ...named];
  const fit = onceEach(all.filter((each) => canReceive(request, each.email)));
  if (fit.length > 0) return fit;
  const above = all.flatMap((each) => [...levelsAbove(each, rules)]);
  return onceEach(above.filter((each) => canReceive(request, each.email)));
}

function onceEach(line: readonly Placed[]): Placed[] {
  return line.filter((each, i) => line.findIndex((other) => other.email === each.email) === i);
}
