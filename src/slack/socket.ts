import { type App, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import type { Door } from './door.ts';
import { kindOf, type Log } from './log.ts';
import { parsePayload } from './payload.ts';
import { quietLogger } from './quiet.ts';

/** A connection that the bot makes itself, for schools without a public address. */
export type Socket = { start(): Promise<void>; stop(): Promise<void> };

export type SocketOptions = {
  readonly appToken: string;
  readonly url?: string | undefined;
  readonly door: Door;
  readonly log: Log;
};

/**
 * Socket Mode: what Slack would post comes over a web socket that our own token opened. Bolt's receiver keeps the connection;
 * what it receives goes through the same door as a request over HTTP, and only then to Bolt.
 */
export function createSocket({ appToken, url, door, log }: SocketOptions): Socket {
  const clientOptions = url === undefined ? {} : { slackApiUrl: url };
  const receiver = new SocketModeReceiver({ appToken, logger: quietLogger(log), installerOptions: { clientOptions } });
  const checked = {
    processEvent: async ({ body, ack }: ReceiverEvent): Promise<void> => {
      try {
        const parsed = parsePayload(body);
        await ack(parsed.kind === 'greeting' ? undefined : await door.enter(parsed));
      } catch (error) {
        log.warn({ reason: kindOf(error) }, 'A message of the Slack socket was refused.');
        await ack().catch(() => undefined);
      }
    },
  };
  // The receiver calls nothing of an App but this.
  receiver.init(checked as unknown as App);
  return {
    start: async () => void (await receiver.start()),
    stop: async () => void (await receiver.stop()),
  };
}
