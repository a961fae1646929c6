import type { Pace } from './transport.ts';
import { ConnectorRefused } from './transport.ts';

/**
 * What Teams takes of one bot in one conversation is 7 messages in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour; changes
 * count too. Writing first stays two under the short ones, so that the answer to a click always finds room.
 */
const LIMITS = [
  { count: 5, ms: 1000 },
  { count: 6, ms: 2000 },
  { count: 55, ms: 30_000 },
  { count: 1750, ms: 3_600_000 },
] as const;

const LONGEST_MS = 3_600_000;
/** What would have to wait longer is given back: somebody else is served meanwhile, and it is tried again. */
const MOST_WAIT_MS = 5000;
/** Conversations that are kept count of; the one that was quiet longest goes first. */
const MOST = 5000;

/** Keeps to the limits of Teams in each conversation. */
export type Rates = {
  /**
   * Resolves when one more may be sent.
   * @throws ConnectorRefused (429, not permanent) when that would take too long; it says how long
   */
  room(conversation: string): Promise<void>;
};

export function createRates({ now, wait }: Pick<Pace, 'now' | 'wait'>): Rates {
  /** When something was sent, or is going to be, oldest first. */
  const sent = new Map<string, number[]>();

  const freeAt = (times: readonly number[]): number =>
    Math.max(
      now(),
      ...LIMITS.map(({ count, ms }) => {
        const first = times.at(-count);
        return first === undefined ? 0 : first + ms;
      }),
    );

  return {
    room: async (conversation) => {
      const times = (sent.get(conversation) ?? []).filter((at) => at > now() - LONGEST_MS);
      const at = freeAt(times);
      const ms = at - now();
      if (ms > MOST_WAIT_MS) throw new ConnectorRefused(429, 'OwnPace', ms);
      sent.delete(conversation);
      sent.set(conversation, [...times, at]);
      const [quietest] = sent.keys();
      if (sent.size > MOST && quietest !== undefined) sent.delete(quietest);
      if (ms > 0) await wait(ms);
    },
  };
}
