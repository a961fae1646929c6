import { type App, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import { refusalOf } from './api-error.ts';
import type { Door } from './door.ts';
import { kindOf, type Log } from './log.ts';
import type { Pace } from './pacing.ts';
import { parsePayload } from './payload.ts';
import { quietLogger } from './quiet.ts';

/** A connection that the bot makes itself, for schools without a public address. */
export type Socket = {
  /** Connects, and again whenever the connection is lost. Resolves at the first attempt, however it ends. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

export type SocketOptions = {
  readonly appToken: string;
  readonly url?: string | undefined;
  readonly door: Door;
  readonly log: Log;
  readonly pace: Pace;
};

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Socket Mode: what Slack would post comes over a web socket that our own token opened. Bolt's receiver keeps the connection;
 * what it receives goes through the same door as a request over HTTP, and only then to Bolt.
 */
export function createSocket({ appToken, url, door, log, pace }: SocketOptions): Socket {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: quietLogger(log),
    // Its own way of connecting again leaves a promise unawaited, which ends the process when the network is away.
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: { retryConfig: { retries: 0 }, ...(url === undefined ? {} : { slackApiUrl: url }) },
    },
  });
  const { client } = receiver;
  // The receiver calls nothing of an App but this.
  receiver.init({ processEvent: (event: ReceiverEvent) => receive(event, door, log) } as unknown as App);
  awaitMessages(client, log);

  let stopped = false;
  const connected = async (): Promise<boolean> => {
    try {
      await receiver.start();
      return true;
    } catch (error) {
      log.error({ reason: refusalOf(error).code }, 'The socket of Slack could not be opened; it is tried again.');
      return false;
    }
  };

  const keep = async (first: boolean): Promise<void> => {
    let pause = FIRST_PAUSE_MS;
    for (let open = first; !stopped; open = await connected()) {
      if (open) {
        pause = FIRST_PAUSE_MS;
        await lost(client);
      }
      if (stopped) return;
      await pace.wait(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  };

  return {
    start: async () => {
      const first = await connected();
      void keep(first);
    },
    stop: async () => {
      stopped = true;
      await receiver.stop();
    },
  };
}

type Client = SocketModeReceiver['client'];

const lost = (client: Client): Promise<void> =>
  new Promise((resolve) => {
    client.once('disconnected', () => resolve());
  });

async function receive({ body, ack }: ReceiverEvent, door: Door, log: Log): Promise<void> {
  try {
    const parsed = parsePayload(body);
    const answer = parsed.kind === 'greeting' ? undefined : await door.enter(parsed);
    await (answer === undefined ? ack() : ack(answer as never));
  } catch (error) {
    log.warn({ reason: kindOf(error) }, 'A message of the Slack socket was refused.');
    await ack().catch(() => undefined);
  }
}

/** The client leaves its own reading unawaited: a message that is `null` would end the process. */
function awaitMessages(client: Client, log: Log): void {
  const [read] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...given: unknown[]) => {
    try {
      await (read as ((...given: unknown[]) => unknown) | undefined)?.(...given);
    } catch (error) {
      log.warn({ reason: kindOf(error) }, 'A message of the Slack socket could not be read.');
    }
  });
}
