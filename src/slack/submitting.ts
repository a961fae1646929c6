import { ask, type Doing, eventOf, type Moment, outgoing, whoIs } from './doing.ts';
import type { Admitted } from './guard.ts';
import { createInTurn } from './in-turn.ts';
import {
  ANSWER_MS,
  type Brought,
  bringCards,
  notSaved,
  showUnder,
  tellLate,
  type ViewAnswer,
  viewAnswer,
} from './submission.ts';
import type { Inbound, OpenView } from './surface.ts';

/** What `work` gives, or 'late' after `ms`; the work itself goes on. */
export type Within = <T>(work: Promise<T>, ms: number) => Promise<T | 'late'>;

/** @param answered called once, as soon as it is known what Slack is told */
export type Submit = (
  admitted: Admitted,
  inbound: Inbound,
  view: OpenView,
  answered: (body: ViewAnswer) => void,
) => Promise<void>;

/**
 * A form that was sent. Its sender hears that it was kept only after it was; who hears otherwise sends it again, and the nonce
 * makes that the same case.
 */
export function createSubmit(doing: Doing, within: Within): Submit {
  const inTurn = createInTurn();
  const brought: Brought = new Map();
  const { drawing } = doing;

  return async (admitted, inbound, view, answered) => {
    const what = inbound.asks.kind === 'bot' ? inbound.asks.whats[0] : undefined;
    // Unanswered, and so not kept.
    if (what?.kind !== 'submit') return;
    const nonce = `${inbound.contact.user} ${what.nonce}`;
    const work = inTurn(nonce, async () => {
      const who = await whoIs(doing, admitted, inbound);
      // Nobody may be told that they are unknown here, and lose what they typed, because Slack did not answer.
      if (who.unsure === true) return undefined;
      const at: Moment = { admitted, inbound, who };
      return { at, replies: await ask(doing, eventOf(at, what)) };
    });
    const first = await within(work, ANSWER_MS);
    const known = first === 'late' ? undefined : first;
    answered(known === undefined ? notSaved(view, drawing) : viewAnswer(known.replies, view, drawing));
    const outcome = await work;
    if (outcome === undefined) return;
    const out = outgoing(doing, outcome.at, what);
    await bringCards(outcome.replies, nonce, brought, out);
    if (first !== 'late') await showUnder(outcome.replies, view, out);
    else await tellLate(outcome.replies, view, out);
  };
}
