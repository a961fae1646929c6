import { nameIn } from './actor.ts';
import { type Case, type Decision, type DecisionKind, holderOf } from './case.ts';
import type { Command } from './commands.ts';
import { canReceive, placed } from './line.ts';
import { byOf, entry, handedTo, noted, ownRow, tellAll, tellAsker } from './moving.ts';
import { changed, type Moment, type Outcome, refused, unchanged } from './outcome.ts';
import { type RowChange, telling } from './stages.ts';
import { receivedBy } from './tracks.ts';

/** What people do to a case. Whether they may is decided before; here is what happens then. */

type Given<V extends Command['verb']> = Extract<Command, { verb: V }>;

/** Somebody reads it: kept in the journal, except the asker's own reading. */
export function open(kase: Case, moment: Moment): Outcome {
  if (byOf(moment) === kase.asker) return unchanged;
  return changed({ case: kase, journal: [entry(kase, moment, 'open')], rows: [] });
}

/** Receipt confirmed: the one who has it gets the deadline anew, once. */
export function receive(kase: Case, moment: Moment): Outcome {
  if (kase.state !== 'open') return refused('not-open');
  const by = byOf(moment);
  const after = receivedBy(kase, by, moment.now);
  if (after === kase) return unchanged;
  const seen = after.receivedAt === kase.receivedAt ? [] : [tellAsker(after, moment.now)];
  return changed({
    case: after,
    journal: [entry(kase, moment, 'receive')],
    rows: [ownRow(after, by, moment), ...seen],
  });
}

/** A decision. `bel-me` counts as a receipt: the clock begins anew, and the decision is still to come. */
export function decide(kase: Case, command: Given<'decide'>, moment: Moment): Outcome {
  const { actor, now } = moment;
  if (kase.state !== 'open') return refused('not-open');
  const text = command.note?.trim() ?? '';
  if (needsText.has(command.kind) && text === '') return refused('note-missing');
  const by = nameIn(kase, actor);
  // The asker was told already; a form that came in twice must not move the deadline.
  if (command.kind === 'bel-me' && asksForCall(kase, by)) return unchanged;
  const decision: Decision = {
    kind: command.kind,
    by,
    at: now.toISOString(),
    ...(command.article === undefined ? {} : { article: command.article }),
  };
  const final = command.kind !== 'bel-me';
  const after: Case = final ? { ...kase, decision, state: 'decided' } : { ...inHand(kase, now), decision };
  return changed({
    case: after,
    journal: [entry(kase, moment, 'decide', { kind: command.kind })],
    rows: final ? tellAll(after, now) : underway(after, moment),
    ...noted(kase, 'decide', text, moment),
  });
}

/** Without its words such a decision says nothing. */
const needsText: ReadonlySet<DecisionKind> = new Set(['akkoord-mits', 'antwoord']);

/** Whether this person asked for a call, and the clock has not begun anew since. */
function asksForCall(kase: Case, by: string): boolean {
  const { decision, receivedAt } = kase;
  return decision?.kind === 'bel-me' && decision.by === by && receivedAt !== undefined && receivedAt === decision.at;
}

/** Passing it on, with a reason: the other gets a deadline of their own. */
export function passOn(kase: Case, { to, reason }: Given<'pass-on'>, moment: Moment): Outcome {
  const { now } = moment;
  if (kase.state !== 'open') return refused('not-open');
  if (reason.trim() === '') return refused('note-missing');
  if (!canReceive(kase, to.email) || holderOf(kase)?.email === to.email) return refused('not-this-person');
  const by = byOf(moment);
  const { case: after, rows } = handedTo(receivedBy(kase, by, now), 0, placed(to, 'passed-on'), now);
  return changed({
    case: after,
    journal: [entry(kase, moment, 'pass-on', { to: to.email })],
    rows: [{ set: telling(by, now) }, tellAsker(after, now), ...rows],
    ...noted(kase, 'pass-on', reason.trim(), moment),
  });
}

/** The asker takes it back. */
export function withdraw(kase: Case, moment: Moment): Outcome {
  if (kase.state !== 'open') return refused('not-open');
  const after: Case = { ...kase, state: 'withdrawn' };
  return changed({ case: after, journal: [entry(kase, moment, 'withdraw')], rows: tellAll(after, moment.now) });
}

function inHand(kase: Case, now: Date): Case {
  return { ...kase, since: now.toISOString(), receivedAt: now.toISOString() };
}

/** Still open: the one who has it is reminded in time, the asker sees the step. */
function underway(after: Case, moment: Moment): RowChange[] {
  const holder = holderOf(after);
  return [...(holder === undefined ? [] : [ownRow(after, holder.email, moment)]), tellAsker(after, moment.now)];
}
