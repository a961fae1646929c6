import type { CaseCard, Placed, Screen } from '../conversation/reply.ts';
import type { CaseStore, KeptMessage, SentMessage } from '../handover/ports.ts';
import type { ScreenFor } from './carry-out.ts';
import { kindOf, type Log } from './log.ts';
import { cardsFirst, cardsOf, isSame, redraw, type Sending, update } from './sending.ts';

export type PlacingOptions = Sending & {
  readonly cases: Pick<CaseStore, 'load' | 'messagesOf' | 'rememberMessage'>;
  readonly screenFor: ScreenFor;
  /** As in `Delivering`. */
  readonly moved: Screen;
  readonly log: Log;
};

export type Placing = {
  readonly placed: Placed;
  /** Somebody did something to a case where no card of it stands: the card they have shows how it stands now. Never rejects. */
  readonly refreshed: (card: Pick<CaseCard, 'ref' | 'organisation' | 'person'>) => Promise<void>;
  /** Resolves when nothing is under way any more: before the store is closed. */
  readonly settled: () => Promise<void>;
};

/**
 * Takes in where the channels put the cards that stand for a case, so that delivery changes those rather than send others.
 * The cards this person had before become one quiet line; that goes on after the channel has its answer, because somebody
 * waits for that.
 */
export function createPlacing(options: PlacingOptions): Placing {
  const { cases, log } = options;
  const underWay = new Set<Promise<void>>();

  const failed = (ref: string) => (cause: unknown) =>
    log.error({ ref, kind: kindOf(cause) }, 'Where the card of a case stands could not be kept.');

  const take = async (card: CaseCard): Promise<void> => {
    const { ref, person, channel, conversation, messageId } = card;
    const message: SentMessage = { person, channel, conversation, messageId };
    const before = await cases.rememberMessage(ref, message);
    const others = before.filter((each) => !isSame(each, message));
    const work = tidied(options, card, message, others).catch(failed(ref));
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };

  return {
    placed: (card) => take(card).catch(failed(card.ref)),
    refreshed: (card) => redrawn(options, card).catch(failed(card.ref)),
    settled: async () => {
      await Promise.all(underWay);
    },
  };
}

async function redrawn(
  options: PlacingOptions,
  { ref, organisation, person: email }: Pick<CaseCard, 'ref' | 'organisation' | 'person'>,
): Promise<void> {
  const { cases, screenFor, moved } = options;
  const known = await cardsOf(cases, ref, email);
  const [latest] = cardsFirst(known);
  const stored = latest && (await cases.load(ref));
  if (latest === undefined || stored === undefined) return;
  const screen = await screenFor(stored.case, 'tell', email);
  await redraw(options, { ref, person: { organisation, email }, known }, latest, { screen, moved });
}

/** Quiets the cards of before, and mends the new one where the case has gone on since it was drawn. */
async function tidied(
  options: PlacingOptions,
  card: CaseCard,
  message: SentMessage,
  others: readonly KeptMessage[],
): Promise<void> {
  const { cases, screenFor, moved } = options;
  const stored = await cases.load(card.ref);
  if (stored === undefined) return;
  const { person: email, organisation, ref } = card;
  const person = { organisation, email };
  for (const other of others) await update(options, person, other, moved);
  const now = await screenFor(stored.case, 'tell', email);
  if (JSON.stringify(now.card) === JSON.stringify(card.screen.card)) return;
  // Delivery may have sent a newer one meanwhile, and made this one quiet.
  const known = await cardsOf(cases, ref, email);
  const [latest] = known;
  if (latest === undefined || !isSame(latest, message)) return;
  await redraw(options, { ref, person, known }, message, { screen: now, moved });
}
