import { SlackRefused } from './api-error.ts';
import { createInTurn } from './in-turn.ts';

/** Time as the channel sees it; a test brings its own. */
export type Pace = { now(): number; wait(ms: number): Promise<void> };

/** Slack takes about one message a second in a channel. */
const APART_MS = 1000;
/** A queue longer than this is for the sender to come back to: it has other work, and a limit of its own. */
const MOST_WAITING = 8;
const MOST = 2000;

export type Pacer = {
  /** Posts when it is this one's turn in the channel; refuses when too much waits there already. */
  post<T>(channel: string, work: () => Promise<T>): Promise<T>;
  /** Two names of one channel: a person's id and their chat with the bot. */
  same(name: string, channel: string): void;
};

/** Keeps what is posted in one channel a second apart, from end to beginning; two channels never wait for each other. */
export function createPacer({ now, wait }: Pace): Pacer {
  const inTurn = createInTurn();
  const free = new Map<string, number>();
  const waiting = new Map<string, number>();
  const names = new Map<string, string>();

  const keep = <Value>(map: Map<string, Value>, key: string, value: Value): void => {
    map.delete(key);
    map.set(key, value);
    const [oldest] = map.keys();
    if (map.size > MOST && oldest !== undefined) map.delete(oldest);
  };

  return {
    same: (name, channel) => {
      if (name === channel || names.get(name) === channel) return;
      keep(names, name, channel);
      keep(free, channel, now() + APART_MS);
    },
    post: async (given, work) => {
      const channel = names.get(given) ?? given;
      const ahead = waiting.get(channel) ?? 0;
      if (ahead >= MOST_WAITING) throw new SlackRefused('queue_full', ahead * APART_MS);
      waiting.set(channel, ahead + 1);
      try {
        return await inTurn(channel, async () => {
          const left = (free.get(channel) ?? 0) - now();
          if (left > 0) await wait(left);
          try {
            return await work();
          } finally {
            keep(free, channel, now() + APART_MS);
          }
        });
      } finally {
        const left = (waiting.get(channel) ?? 1) - 1;
        if (left === 0) waiting.delete(channel);
        else waiting.set(channel, left);
      }
    },
  };
}
