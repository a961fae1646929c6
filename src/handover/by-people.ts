import { nameOf } from './actor.ts';
import { type Case, type Decision, holderOf, type Note } from './case.ts';
import type { Command } from './commands.ts';
import { canReceive, placed } from './line.ts';
import { entry, movedTo, tellAll } from './moving.ts';
import { changed, type Moment, type Outcome, refused, unchanged } from './outcome.ts';
import { notice, type RowChange, reminder, telling } from './stages.ts';

/** What people do to a case. Whether they may is decided before; here is what happens then. */

type Given<V extends Command['verb']> = Extract<Command, { verb: V }>;

/** Somebody reads it: kept in the journal, except the asker's own reading. */
export function open(kase: Case, { actor, now }: Moment): Outcome {
  if (nameOf(actor) === kase.asker) return unchanged;
  return changed({ case: kase, journal: [entry(actor, 'open', now)], rows: [] });
}

/** Receipt confirmed: the one who has it gets the deadline anew, once. */
export function receive(kase: Case, moment: Moment): Outcome {
  if (kase.state !== 'open') return refused('not-open');
  if (kase.receivedAt !== undefined) return unchanged;
  const after = inHand(kase, moment.now);
  return changed({ case: after, journal: [entry(moment.actor, 'receive', moment.now)], rows: underway(after, moment) });
}

/** A decision. `bel-me` counts as a receipt: the clock begins anew, and the decision is still to come. */
export function decide(kase: Case, command: Given<'decide'>, moment: Moment): Outcome {
  const { actor, now } = moment;
  if (kase.state !== 'open') return refused('not-open');
  const text = command.note?.trim() ?? '';
  if (command.kind === 'akkoord-mits' && text === '') return refused('note-missing');
  // The asker was told already; a form that came in twice must not move the deadline.
  if (command.kind === 'bel-me' && asksForCall(kase, nameOf(actor))) return unchanged;
  const decision: Decision = {
    kind: command.kind,
    by: nameOf(actor),
    at: now.toISOString(),
    ...(command.article === undefined ? {} : { article: command.article }),
  };
  const final = command.kind !== 'bel-me';
  const after: Case = final ? { ...kase, decision, state: 'decided' } : { ...inHand(kase, now), decision };
  return changed({
    case: after,
    journal: [entry(actor, 'decide', now, { kind: command.kind })],
    rows: final ? tellAll(after, now) : underway(after, moment),
    ...noted('decide', text, moment),
  });
}

/** Whether this person asked for a call, and the clock has not begun anew since. */
function asksForCall(kase: Case, by: string): boolean {
  const { decision, receivedAt } = kase;
  return decision?.kind === 'bel-me' && decision.by === by && receivedAt !== undefined && receivedAt === decision.at;
}

/** Passing it on, with a reason: the other gets a deadline of their own. */
export function passOn(kase: Case, { to, reason }: Given<'pass-on'>, moment: Moment): Outcome {
  const { actor, now } = moment;
  if (kase.state !== 'open') return refused('not-open');
  if (reason.trim() === '') return refused('note-missing');
  if (!canReceive(kase, to.email) || holderOf(kase)?.email === to.email) return refused('not-this-person');
  const after = movedTo(kase, placed(to, 'passed-on'), now);
  return changed({
    case: after,
    journal: [entry(actor, 'pass-on', now, { to: to.email })],
    rows: [{ set: telling(nameOf(actor), now) }, { set: telling(kase.asker, now) }, { set: notice(to.email, now) }],
    ...noted('pass-on', reason.trim(), moment),
  });
}

/** The asker takes it back. */
export function withdraw(kase: Case, { actor, now }: Moment): Outcome {
  if (kase.state !== 'open') return refused('not-open');
  const after: Case = { ...kase, state: 'withdrawn' };
  return changed({ case: after, journal: [entry(actor, 'withdraw', now)], rows: tellAll(after, now) });
}

function inHand(kase: Case, now: Date): Case {
  return { ...kase, since: now.toISOString(), receivedAt: now.toISOString() };
}

/** Still open: the one who has it is reminded in time, the asker sees the step. */
function underway(kase: Case, { rules, now }: Moment): RowChange[] {
  const holder = holderOf(kase);
  const next = holder === undefined ? [] : [{ set: reminder(kase, holder.email, rules) }];
  return [...next, { set: telling(kase.asker, now) }];
}

function noted(verb: string, text: string, { actor, now }: Moment): { note?: Note } {
  return text === '' ? {} : { note: { verb, by: nameOf(actor), at: now.toISOString(), text } };
}
