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
  /** Two names of one channel: a person's id and their chat with the bot. */
  same(name: string, channel: string): void;
};

/** Keeps what is posted in one channel a second apart; two channels never wait for each other. */
export function createPacer({ now, wait }: Pace): Pacer {
  const free = new Map<string, number>();
  const names = new Map<string, string>();
  return {
    same: (name, channel) => {
      if (name === channel || names.get(name) === channel) return;
      names.set(name, channel);
      free.set(channel, Math.max(free.get(name) ?? 0, free.get(channel) ?? 0));
    },
    turn: async (given) => {
      const channel = names.get(given) ?? given;
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
