import type { Screen } from '../conversation/reply.ts';
import type { Adapter, Turn } from './adapter.ts';
import { fitting, message } from './cards.ts';
import type { Log } from './log.ts';
import type { Rates } from './rates.ts';
import type { Reference } from './reference.ts';
import { toBotbuilder } from './reference.ts';

/** Writing without being asked. Both reject with `ConnectorRefused`, whose `permanent` says whether to try again. */
export type Proactive = {
  /** Sends a screen and gives the message's id, to be remembered: a reminder changes that card, it does not add one. */
  send(reference: Reference, screen: Screen): Promise<string>;
  /** Changes a card sent before. */
  update(reference: Reference, messageId: string, screen: Screen): Promise<void>;
};

export type ProactiveOptions = {
  readonly adapter: Adapter;
  /** The verbs of buttons that open a dialog. */
  readonly opensDialog: ReadonlySet<string>;
  readonly rates: Rates;
  readonly log: Log;
};

export function createProactive({ adapter, opensDialog, rates, log }: ProactiveOptions): Proactive {
  const within = async (reference: Reference, run: (turn: Turn) => Promise<void>): Promise<void> => {
    await rates.room(reference.conversation);
    // A stored address is checked again by the transport: the list may have changed, and so may the store.
    await adapter.resume(toBotbuilder(reference))(run);
  };
  const drawn = (screen: Screen, { privacy, user }: Reference) =>
    message(fitting(screen, log), { opensDialog, reader: privacy === 'private' ? user : undefined });
  return {
    send: async (reference, screen) => {
      let messageId = '';
      await within(reference, async (turn) => {
        messageId = await turn.send(drawn(screen, reference));
      });
      return messageId;
    },
    update: (reference, messageId, screen) =>
      within(reference, (turn) => turn.update(messageId, drawn(screen, reference))),
  };
}
