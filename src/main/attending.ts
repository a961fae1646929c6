import type { Log } from '../delivery/log.ts';
import type { Running } from '../store/running.ts';
import { RUNNING_MS } from '../store/servers.ts';

/** Twice in a row it may fail before this server counts as gone. */
const BEAT_MS = RUNNING_MS / 3;

/** This server among those that share its database. */
export type Attending = {
  /** Says that it runs, and again all the time. Rejects when it cannot say so the first time. */
  start(): Promise<void>;
  /** Why it cannot do its work: there are cases under a key that it was not given. */
  readonly unready: () => 'DATA_KEY_UNKNOWN' | undefined;
  /** Says that it stops. Never rejects. */
  stop(): Promise<void>;
};

export function attending({ here, gone }: Running, log: Log): Attending {
  let lacking = '';
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();

  const say = async (): Promise<void> => {
    const now = (await here()).join(', ');
    if (now !== lacking && now !== '') {
      log.error({ lacking: now }, 'There are cases under a key that is not in DATA_KEY here. Run npm run check.');
    }
    lacking = now;
  };
  // Of a database that does not answer /readyz tells.
  const again = (): void => {
    underWay = underWay.then(say).catch(() => undefined);
  };

  return {
    start: async () => {
      await say();
      timer = setInterval(again, BEAT_MS);
      timer.unref();
    },
    unready: () => (lacking === '' ? undefined : 'DATA_KEY_UNKNOWN'),
    stop: async () => {
      clearInterval(timer);
      await underWay;
      await gone().catch(() => undefined);
    },
  };
}
