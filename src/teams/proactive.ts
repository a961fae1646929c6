import type { Screen } from '../conversation/reply.ts';
import type { Adapter } from './adapter.ts';
import { fitting, message } from './cards.ts';
import type { Log } from './log.ts';
import type { Reference } from './reference.ts';
import { toBotbuilder } from './reference.ts';

/** Writing without being asked. Both reject with `ConnectorRefused`, whose `permanent` says whether to try again. */
export type Proactive = {
  /** Sends a screen and gives the message's id, to be remembered: a reminder changes that card, it does not add one. */
  send(reference: Reference, screen: Screen): Promise<string>;
  /** Changes a card sent before. */
  update(reference: Reference, messageId: string, screen: Screen): Promise<void>;
};

/** @param opensDialog the verbs of buttons that open a dialog */
export function createProactive(adapter: Adapter, opensDialog: ReadonlySet<string>, log: Log): Proactive {
  // A stored address is checked again by the transport: the list may have changed, and so may the store.
  const open = (reference: Reference) => adapter.resume(toBotbuilder(reference));
  return {
    send: async (reference, screen) => {
      let messageId = '';
      await open(reference)(async (turn) => {
        messageId = await turn.send(message(fitting(screen, log), opensDialog));
      });
      return messageId;
    },
    update: async (reference, messageId, screen) => {
      await open(reference)((turn) => turn.update(messageId, message(fitting(screen, log), opensDialog)));
    },
  };
}
