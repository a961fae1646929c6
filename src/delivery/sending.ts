import type { Screen } from '../conversation/reply.ts';
import type { Case } from '../handover/case.ts';
import type { CaseStore, Messenger, NotTaken, PersonId, SentMessage } from '../handover/ports.ts';
import { within } from './within.ts';

/** The longest a platform may take over one card. Senders have shorter limits of their own; this one is for a faulty one. */
export const SENDING_MS = 20_000;

export type Sending = {
  readonly cases: Pick<CaseStore, 'messagesOf' | 'rememberMessage'>;
  readonly messenger: Messenger;
  readonly sendingMs?: number;
};

/**
 * Gets a card to a person: the one they have of this case is changed; only who has none, or whose card is gone, gets a new
 * one, which is remembered at once.
 * @returns undefined when the platform took it
 */
export async function bring(
  sending: Sending,
  kase: Pick<Case, 'ref' | 'organisation'>,
  email: string,
  screen: Screen,
): Promise<NotTaken | undefined> {
  const person = { organisation: kase.organisation, email };
  const messages = await sending.cases.messagesOf(kase.ref);
  for (const message of messages.filter((each) => each.person === email).reverse()) {
    const outcome = await changed(sending, person, message, screen);
    if (outcome === 'ok') return undefined;
    if (outcome.refused === 'temporary') return outcome;
  }
  const { messenger, cases, sendingMs = SENDING_MS } = sending;
  const taken = await within(sendingMs, messenger.notify(person, screen), late);
  if ('refused' in taken) return taken;
  const { channel, conversation, messageId } = taken;
  await cases.rememberMessage(kase.ref, { person: email, channel, conversation, messageId });
  return undefined;
}

function changed({ messenger, sendingMs = SENDING_MS }: Sending, to: PersonId, message: SentMessage, screen: Screen) {
  return within<'ok' | NotTaken>(sendingMs, messenger.update(to, message, screen), late);
}

const late = (): NotTaken => ({ refused: 'temporary' });
