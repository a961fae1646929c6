import type { Screen } from '../conversation/reply.ts';
import type { NotTaken, PersonId, SentMessage, Taken } from '../handover/ports.ts';
import type { Installer } from './graph/install.ts';
import type { Proactive } from './proactive.ts';
import { parseReference, type Reference } from './reference.ts';
import { ConnectorRefused } from './transport.ts';

/** Teams as the messenger knows it. `reference` is what `person.ts` kept: a conversation reference as JSON. */
export type TeamsCarrier = {
  send(reference: string, screen: Screen): Promise<Taken | NotTaken>;
  update(reference: string, message: SentMessage, screen: Screen): Promise<'ok' | NotTaken>;
  /** Only where the school lets the bot install its app. */
  come?(person: PersonId): Promise<string | NotTaken>;
};

export function createCarrier(proactive: Proactive, install?: Installer): TeamsCarrier {
  return {
    ...(install === undefined ? {} : { come: install }),
    send: (stored, screen) =>
      attempt<Taken>(stored, async (reference) => {
        const messageId = await proactive.send(reference, screen);
        return { channel: 'teams', conversation: conversationOf(reference), messageId };
      }),
    update: (stored, message, screen) =>
      attempt<'ok'>(stored, async (reference) => {
        // A chat that was made anew does not hold the card.
        if (message.conversation !== conversationOf(reference)) return { refused: 'permanent' };
        await proactive.update(reference, message.messageId, screen);
        return 'ok';
      }),
  };
}

const conversationOf = (reference: Reference): string => `teams:${reference.conversation}`;

async function attempt<T>(stored: string, run: (reference: Reference) => Promise<T | NotTaken>): Promise<T | NotTaken> {
  const reference = readReference(stored);
  if (reference === undefined) return { refused: 'permanent' };
  try {
    return await run(reference);
  } catch (error) {
    if (!(error instanceof ConnectorRefused)) return { refused: 'temporary' };
    if (error.permanent) return { refused: 'permanent' };
    const { retryAfterMs } = error;
    return { refused: 'temporary', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
}

function readReference(stored: string): Reference | undefined {
  try {
    return parseReference(JSON.parse(stored));
  } catch {
    return undefined;
  }
}
