import { SlackRefused } from './api-error.ts';

/** Time as the channel sees it; a test brings its own. */
export type Pace = { now(): number; wait(ms: number): Promise<void> };

/** Slack takes about one message a second in a channel. */
const APART_MS = 1050;
/** A queue longer than this is for the sender to come back to: it has other work, and a limit of its own. */
const LONGEST_MS = 8000;
const MOST = 2000;

export type Pacer = {
  /** Waits until something may be posted in this channel, and books that moment; refuses when that is too far away. */
  turn(channel: string): Promise<void>;
};

/** Keeps what is posted in one channel a second apart; two channels never wait for each other. */
export function createPacer({ now, wait }: Pace): Pacer {
  const free = new Map<string, number>();
  return {
    turn: async (channel) => {
      const at = Math.max(now(), free.get(channel) ?? 0);
      const ahead = at - now();
      if (ahead > LONGEST_MS) throw new SlackRefused('queue_full', ahead);
      free.delete(channel);
      free.set(channel, at + APART_MS);
      for (const [old, until] of free) {
        if (free.size <= MOST && until > now()) break;
        free.delete(old);
      }
      if (ahead > 0) await wait(ahead);
    },
  };
}
