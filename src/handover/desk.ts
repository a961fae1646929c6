import { randomInt } from 'node:crypto';
import type { Actor } from './actor.ts';
import { system } from './actor.ts';
import type { Case, Content } from './case.ts';
import type { Command, Refusal } from './commands.ts';
import { openCase, type Request } from './opening.ts';
import { refused } from './outcome.ts';
import type { CaseStore, Clock, Due } from './ports.ts';
import { isReference, newReference } from './reference.ts';
import type { Rules } from './rules.ts';
import { transition } from './transitions.ts';

/** The one way to a case for every channel: load, ask who may, change, commit; and only then tell anybody. */

export type Desk = {
  readonly cases: CaseStore;
  readonly clock: Clock;
  /** The rules for a case: the calendar of its location, the deadline of its subject, the people of its organisation. */
  rulesFor(kase: Pick<Case, 'organisation' | 'location' | 'subject' | 'kind' | 'urgent'>): Rules;
};

/** A case kept changing under our hands; nothing was written. Ask to try again. */
export class BusyError extends Error {
  readonly code = 'CASE_BUSY';

  constructor() {
    super('The case kept changing meanwhile and nothing was written. Try again.');
    this.name = 'BusyError';
  }
}

type Refused = { readonly kind: 'refused'; readonly refusal: Refusal };

export type Sent =
  /** `besideNobody`: somebody who had to get it beside the main line could not be found; tell the operator. */
  | { readonly kind: 'sent'; readonly case: Case; readonly already: boolean; readonly besideNobody: boolean }
  /** There is nobody it can go to; nothing was kept. Tell the asker whom to call, and the operator. */
  | { readonly kind: 'nobody' };

export type Acted = { readonly kind: 'done' | 'unchanged'; readonly case: Case } | Refused;

const ATTEMPTS = 10;
const notFound = refused('not-found') as Refused;

/**
 * Opens a case. When this resolves with `sent` it is committed; with `already` it was there, by this asker and this nonce.
 * @throws BusyError, or an error of the store: nothing was kept, so do not say that it was
 */
export async function send(desk: Desk, request: Request, content: Content, nonce: string): Promise<Sent> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const ref = newReference(request.kind, randomInt);
    const opening = openCase(request, ref, desk.clock(), desk.rulesFor(request));
    if (opening === undefined) return { kind: 'nobody' };
    const kept = await desk.cases.create(opening, content, nonce);
    if (kept === 'ref-taken') continue;
    const stored = kept.already ? await desk.cases.load(kept.ref) : { case: opening.case };
    if (stored === undefined) continue;
    const { besideNobody } = opening;
    return { kind: 'sent', case: stored.case, already: kept.already, besideNobody: besideNobody && !kept.already };
  }
  throw new BusyError();
}

/**
 * Does something to a case. A case that does not exist and one that this person may not know of answer alike.
 * @throws BusyError, or an error of the store: nothing was changed
 */
export async function act(desk: Desk, ref: string, actor: Actor, command: Command): Promise<Acted> {
  if (!isReference(ref)) return notFound;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = await desk.cases.load(ref);
    if (stored === undefined) return notFound;
    const outcome = transition(stored.case, command, actor, desk.clock(), desk.rulesFor(stored.case));
    if (outcome.kind === 'refused') return outcome;
    if (outcome.kind === 'unchanged') return { kind: 'unchanged', case: stored.case };
    const result = await desk.cases.change(ref, stored.version, outcome.change);
    if (result === 'ok') return { kind: 'done', case: outcome.change.case };
  }
  throw new BusyError();
}

/** Opens a case for somebody to read: journalled, and only then its text. */
export async function read(
  desk: Desk,
  ref: string,
  actor: Actor,
): Promise<{ readonly kind: 'read'; readonly case: Case; readonly content: Content } | Refused> {
  const acted = await act(desk, ref, actor, { verb: 'open' });
  if (acted.kind === 'refused') return acted;
  const content = await desk.cases.content(ref);
  return content === undefined ? notFound : { kind: 'read', case: acted.case, content };
}

export type SystemCommand = Extract<Command, { verb: 'delivered' | 'deliver-failed' | 'escalate' }>;

/**
 * Ends what the delivery loop had claimed, with what came of it. `later` when the platform refused for now: it is tried
 * again at `retryAt`.
 * @throws BusyError, or an error of the store: the claim simply runs out and it is tried again
 */
export async function settle(
  desk: Desk,
  due: Due,
  command: SystemCommand,
  retryAt: Date,
): Promise<'settled' | 'later' | 'claim-lost'> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = await desk.cases.load(due.ref);
    if (stored === undefined) return 'claim-lost';
    const outcome = transition(stored.case, command, system, desk.clock(), desk.rulesFor(stored.case));
    if (outcome.kind !== 'changed') {
      return (await desk.cases.settle(due, { retryAt })) === 'ok' ? 'later' : 'claim-lost';
    }
    const result = await desk.cases.settle(due, { change: outcome.change, expectedVersion: stored.version });
    if (result !== 'changed-meanwhile') return result === 'ok' ? 'settled' : 'claim-lost';
  }
  throw new BusyError();
}
