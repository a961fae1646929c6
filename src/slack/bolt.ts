import { type AnyMiddlewareArgs, App, type Receiver, type ReceiverEvent } from '@slack/bolt';
import type { Admitted } from './guard.ts';
import type { Handle } from './handle.ts';
import { kindOf, type Log } from './log.ts';
import { quietLogger } from './quiet.ts';
import type { ViewAnswer } from './submission.ts';

export type Bolt = {
  /** Passes an admitted request through Bolt to `handle`. Resolves when everything is done. Never rejects. */
  process(admitted: Admitted, answered: (body: ViewAnswer) => void): Promise<void>;
};

export type BoltOptions = {
  readonly token: string;
  readonly url?: string | undefined;
  readonly handle: Handle;
  readonly log: Log;
};

/**
 * Bolt, behind our own receiver: it sorts requests by kind and knows who may be answered. What it does not check was checked
 * before (`guard.ts`), what it leaves unawaited does not come near it, and what it logs is withheld.
 */
export function createBolt({ token, url, handle, log }: BoltOptions): Bolt {
  const receiver: Receiver = {
    init: () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
  };
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: token }),
    logger: quietLogger(log),
    clientOptions: url === undefined ? {} : { slackApiUrl: url },
    convoStore: false,
  });
  const listen = async ({ context }: Pick<AnyMiddlewareArgs, never> & { context: object }): Promise<void> => {
    const { admitted, answered } = context as Custom;
    await handle(admitted, answered);
  };
  const every = /^[\s\S]*$/;
  app.event(every, listen);
  app.command(every, listen);
  app.action(every, listen);
  app.shortcut(every, listen);
  app.view(every, listen);
  app.error(async (error) => log.error({ reason: kindOf(error) }, 'Bolt could not pass on a request.'));

  return {
    process: async (admitted, answered) => {
      const custom: Custom = { admitted, answered };
      const event: ReceiverEvent = {
        body: admitted.payload,
        ack: async () => undefined,
        customProperties: custom,
      };
      await app.processEvent(event).catch((error: unknown) => {
        log.error({ reason: kindOf(error) }, 'Bolt rejected a request.');
      });
    },
  };
}

/** What travels along with a request through Bolt. */
type Custom = { readonly admitted: Admitted; readonly answered: (body: ViewAnswer) => void };
