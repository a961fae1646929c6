import type { Screen } from '../conversation/reply.ts';
import type { Case } from '../handover/case.ts';
import { type Desk, type SystemCommand, settle } from '../handover/desk.ts';
import { isExcluded } from '../handover/line.ts';
import type { Due, Messenger, NotTaken } from '../handover/ports.ts';
import type { Stage } from '../handover/stages.ts';
import { retryDelay } from './backoff.ts';
import { kindOf, type Log } from './log.ts';
import { newsAt } from './news.ts';
import { bring, recallAll, type Sending } from './sending.ts';

/** The card for a person about a case at a stage; without text of the case. May throw: that is this one item's failure. */
export type ScreenFor = (kase: Case, stage: Stage, person: string) => Screen | Promise<Screen>;

export type Delivering = {
  readonly desk: Desk;
  readonly messenger: Messenger;
  readonly screenFor: ScreenFor;
  /** What becomes of the card somebody had of a case when a new one comes: one line that points to it, without buttons. */
  readonly moved: Screen;
  readonly log: Log;
  /** From 0 up to 1, for the jitter. */
  readonly random: () => number;
  /** The longest a platform may take over one card. */
  readonly sendingMs?: number;
};

/**
 * Carries out one claimed item to its end. Never rejects: what fails here is logged by kind and reference, and tried again;
 * at the latest when the claim runs out.
 */
export async function carryOut(delivering: Delivering, due: Due): Promise<void> {
  const { desk, log, random } = delivering;
  const { ref, stage } = due;
  try {
    const command = await attempted(delivering, due);
    if (command === undefined) return;
    const { retryAfterMs, ...rest } = command;
    const retryAt = new Date(desk.clock().getTime() + retryDelay(due.attempts, random(), retryAfterMs));
    const ended = await settle(desk, due, rest, retryAt);
    if (ended === 'claim-lost' && rest.verb === 'delivered') await takenBack(delivering, due);
  } catch (cause) {
    log.error({ ref, stage, kind: kindOf(cause) }, 'An item could not be settled; it is tried again.');
  }
}

/**
 * The row was set anew while a card was on its way. When that was because this person is excluded by now, their card may have
 * come after it was to be recalled, by another server that knew of no card yet.
 */
async function takenBack(delivering: Delivering, { ref, person }: Due): Promise<void> {
  const { desk, screenFor, log } = delivering;
  const stored = await desk.cases.load(ref);
  if (stored === undefined || !isExcluded(stored.case, person)) return;
  const screen = await screenFor(stored.case, 'recall', person);
  const notTaken = await recallAll(sendingOf(delivering), stored.case, person, screen);
  if (notTaken !== undefined) log.warn({ ref, refused: notTaken.refused }, 'A card could not be taken back.');
}

function sendingOf({ desk, messenger, sendingMs }: Delivering): Sending {
  return { cases: desk.cases, messenger, ...(sendingMs === undefined ? {} : { sendingMs }) };
}

/** What whoever runs the bot must hear of as well, each time it is due. */
const signals: Partial<Record<Stage, { readonly code: string; readonly message: string }>> = {
  daily: { code: 'nobody-answers', message: 'Nobody is left to answer this case.' },
  overdue: { code: 'feedback-late', message: 'The feedback to who reported this is late.' },
};

type Attempted = SystemCommand & { readonly retryAfterMs?: number };

/** What came of it; undefined when the case is no longer there. */
async function attempted(delivering: Delivering, due: Due): Promise<Attempted | undefined> {
  const { ref, person, stage } = due;
  if (stage === 'deputy' || stage === 'next-level') return { verb: 'escalate', person };
  const stored = await delivering.desk.cases.load(ref);
  if (stored === undefined) return undefined;
  // Before anything that can fail: whoever is on duty must hear of it even when nobody else can be reached.
  const signal = signals[stage];
  if (signal !== undefined) delivering.log.error({ ref, signal: signal.code }, signal.message);
  const notTaken = await told(delivering, stored.case, due);
  if (notTaken === undefined) return { verb: 'delivered', person, stage };
  const { refused, ...wait } = notTaken;
  return { verb: 'deliver-failed', person, stage, permanent: refused === 'permanent', ...wait };
}

/** A card that cannot be made, or a messenger that throws, is a refusal for now. */
async function told(delivering: Delivering, kase: Case, due: Due): Promise<NotTaken | undefined> {
  const { screenFor, moved, log } = delivering;
  const { ref, person, stage, attempts } = due;
  // Excluded since this was claimed: their row is another one by now, and nothing new may reach them meanwhile.
  if (stage !== 'recall' && isExcluded(kase, person)) return { refused: 'permanent' };
  try {
    const screen = await screenFor(kase, stage, person);
    const sending = sendingOf(delivering);
    const notTaken =
      stage === 'recall'
        ? await recallAll(sending, kase, person, screen)
        : await bring(sending, kase, person, { screen, moved, newsAt: newsAt(kase, due) });
    if (notTaken !== undefined) {
      log.warn({ ref, stage, attempts, refused: notTaken.refused }, 'A card was not taken by the platform.');
    }
    return notTaken;
  } catch (cause) {
    log.error({ ref, stage, attempts, kind: kindOf(cause) }, 'A card could not be brought; it is tried again.');
    return { refused: 'temporary' };
  }
}
