import type { CaseCard, Placed } from '../conversation/reply.ts';
import type { Directory } from './person.ts';
import type { Proactive } from './proactive.ts';
import { parseReference, type Reference } from './reference.ts';
import type { Seen } from './seen.ts';
import { ConnectorRefused } from './transport.ts';

/** The card of a case that came to be where nothing can be sent. */
export type Brought = Pick<CaseCard, 'ref' | 'organisation' | 'person' | 'screen'>;

/**
 * Brings the card of a case to the chat its person has with the bot, and says whether it came. Once for each form: one that
 * is sent again brings no other. Never rejects, and gives up waiting in time for an answer to Teams; a card that comes later
 * counts all the same.
 * @param form the nonce of the form that it came of
 */
export type OwnChat = (card: Brought, form: string) => Promise<boolean>;

/** What Teams gives a dialog of the message extension is 5 seconds, the commit before this included. */
const WAITS_MS = 2000;

type Options = {
  readonly store: Directory['store'];
  readonly proactive: Proactive;
  readonly placed: Placed | undefined;
  readonly seen: Seen<boolean>;
  readonly failed: (reason: string) => void;
};

export function createOwnChat({ store, proactive, placed, seen, failed }: Options): OwnChat {
  const bring = async (card: Brought): Promise<boolean> => {
    try {
      const { organisation, person: email } = card;
      const reference = referenceIn(await store.bindingsOf({ organisation, email }));
      if (reference === undefined) return false;
      const messageId = await proactive.send(reference, card.screen);
      const conversation = `teams:${reference.conversation}`;
      await placed?.({ ...card, channel: 'teams', conversation, messageId });
      return true;
    } catch (error) {
      failed(error instanceof ConnectorRefused ? `${error.status} ${error.code}` : 'unknown');
      return false;
    }
  };
  return (card, form) => {
    const key = JSON.stringify([card.organisation, card.person, form]);
    return inTime(seen.once(key, () => bring(card)));
  };
}

type Bindings = Awaited<ReturnType<Directory['store']['bindingsOf']>>;

/** Where the bot can write to somebody first, as `person.ts` kept it. */
function referenceIn(bindings: Bindings): Reference | undefined {
  const kept = bindings.find(({ channel }) => channel === 'teams');
  if (kept === undefined) return undefined;
  const reference = parseReference(JSON.parse(kept.reference));
  return reference.privacy === 'private' ? reference : undefined;
}

async function inTime(work: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), WAITS_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
