import type { Screen } from '../conversation/reply.ts';
import type { Case, Instant } from '../handover/case.ts';
import type { CaseStore, KeptMessage, Messenger, NotTaken, PersonId, SentMessage } from '../handover/ports.ts';
import { within } from './within.ts';

/** The longest a platform may take over one card. Senders have shorter limits of their own; this one is for a faulty one. */
export const SENDING_MS = 20_000;

export type Sending = {
  readonly cases: Pick<CaseStore, 'messagesOf' | 'rememberMessage'>;
  readonly messenger: Messenger;
  readonly sendingMs?: number;
};

/** What is brought to somebody. */
export type Brought = {
  readonly screen: Screen;
  /**
   * One quiet line for the card they had, when a new one comes: there are never two of one case to click. Not deleted, because
   * somebody who remembers that the bot wrote at nine must not find that it did not.
   */
  readonly moved: Screen;
  /** A card from before this moment is followed by a new one, so that it is noticed; see `news.ts`. */
  readonly newsAt: Instant | undefined;
};

/**
 * Gets a card to a person: the one they have of this case is changed; who has none, whose card is gone, or who must notice it
 * gets a new one, which is remembered at once.
 * @returns undefined when the platform took it
 */
export async function bring(
  sending: Sending,
  { ref, organisation }: Pick<Case, 'ref' | 'organisation'>,
  email: string,
  brought: Brought,
): Promise<NotTaken | undefined> {
  const person = { organisation, email };
  const cards = await cardsOf(sending.cases, ref, email);
  const [latest] = cards;
  const { newsAt } = brought;
  const isNews = latest !== undefined && newsAt !== undefined && latest.sentAt < newsAt;
  if (isNews) {
    // What was there goes quiet first: were it the other way about, a fault in between would leave two.
    const notNow = await changedAll(sending, person, cards, brought.moved);
    if (notNow !== undefined) return notNow;
  } else {
    const outcome = await changedOne(sending, ref, person, cards, brought);
    if (outcome !== 'none') return outcome === 'done' ? undefined : outcome;
  }
  const refused = await sent(sending, ref, person, cards, brought);
  // Nothing new will come there: the card they have says how it stands, as far as that one can still be reached.
  if (refused?.refused === 'permanent' && isNews) await update(sending, person, latest, brought.screen);
  return refused;
}

/**
 * Changes every card somebody has of a case, and sends none: what they had must say nothing any more. A card that is gone is
 * as good as changed.
 * @returns undefined when that is done
 */
export async function recallAll(
  sending: Sending,
  { ref, organisation }: Pick<Case, 'ref' | 'organisation'>,
  email: string,
  screen: Screen,
): Promise<NotTaken | undefined> {
  return changedAll(sending, { organisation, email }, await cardsOf(sending.cases, ref, email), screen);
}

/** The cards somebody has of a case, newest first. */
export async function cardsOf(
  cases: Pick<CaseStore, 'messagesOf'>,
  ref: string,
  email: string,
): Promise<readonly KeptMessage[]> {
  return (await cases.messagesOf(ref)).filter(({ person }) => person === email).reverse();
}

/** Changes a card; a platform that takes too long refuses for now. */
export function update(
  { messenger, sendingMs = SENDING_MS }: Sending,
  to: PersonId,
  card: SentMessage,
  screen: Screen,
) {
  return within<'ok' | NotTaken>(sendingMs, messenger.update(to, card, screen), late);
}

/**
 * Changes the card that they keep; one quiet line after all when they were given another one since `known` was read, whichever
 * of the two the platform took first.
 */
export async function redraw(
  sending: Sending,
  { ref, person, known }: { readonly ref: string; readonly person: PersonId; readonly known: readonly SentMessage[] },
  card: SentMessage,
  { screen, moved }: Pick<Brought, 'screen' | 'moved'>,
): Promise<'ok' | NotTaken> {
  const outcome = await update(sending, person, card, screen);
  const now = await cardsOf(sending.cases, ref, person.email);
  const isOvertaken = now.some((each) => !known.some((one) => isSame(one, each)));
  return outcome === 'ok' && isOvertaken ? update(sending, person, card, moved) : outcome;
}

/** An e-mail cannot change, and says nothing that must: what stands in a chat goes before it. */
export const cardsFirst = <Sent extends SentMessage>(cards: readonly Sent[]): readonly Sent[] =>
  cards.toSorted((one, other) => Number(one.channel === 'mail') - Number(other.channel === 'mail'));

export const isSame = (one: SentMessage, other: Omit<SentMessage, 'person'>): boolean =>
  one.channel === other.channel && one.conversation === other.conversation && one.messageId === other.messageId;

/** The newest card that is still there shows it; a platform that is away for now is waited for. */
async function changedOne(
  sending: Sending,
  ref: string,
  person: PersonId,
  cards: readonly SentMessage[],
  brought: Brought,
): Promise<'done' | 'none' | NotTaken> {
  for (const card of cardsFirst(cards)) {
    const outcome = await redraw(sending, { ref, person, known: cards }, card, brought);
    if (outcome === 'ok') return 'done';
    if (outcome.refused === 'temporary') return outcome;
  }
  return 'none';
}

/** All of them show it, as far as they are still there. */
async function changedAll(
  sending: Sending,
  person: PersonId,
  cards: readonly SentMessage[],
  screen: Screen,
): Promise<NotTaken | undefined> {
  for (const card of cards) {
    const outcome = await update(sending, person, card, screen);
    if (outcome !== 'ok' && outcome.refused === 'temporary') return outcome;
  }
  return undefined;
}

async function sent(
  sending: Sending,
  ref: string,
  person: PersonId,
  before: readonly KeptMessage[],
  { screen, moved }: Brought,
): Promise<NotTaken | undefined> {
  const { messenger, cases, sendingMs = SENDING_MS } = sending;
  // Nothing was remembered since the last attempt when what they had is the same.
  const once = JSON.stringify([ref, person.email, before[0]?.sentAt, before[0]?.messageId]);
  const taken = await within(sendingMs, messenger.notify(person, screen, once), late);
  if ('refused' in taken) return taken;
  const { channel, conversation, messageId } = taken;
  const all = await cases.rememberMessage(ref, { person: person.email, channel, conversation, messageId });
  // What somebody clicked meanwhile may have become their card as well.
  const meanwhile = all.filter((card) => !isSame(card, taken) && !before.some((each) => isSame(each, card)));
  for (const card of meanwhile) await update(sending, person, card, moved);
  return undefined;
}

const late = (): NotTaken => ({ refused: 'temporary' });
