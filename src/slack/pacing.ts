/** Time as the channel sees it; a test brings its own. */
export type Pace = { now(): number; wait(ms: number): Promise<void> };

/** Slack takes about one message a second in a channel. */
const APART_MS = 1050;
const MOST = 2000;

export type Pacer = {
  /** Waits until something may be posted in this channel, and books that moment. */
  turn(channel: string): Promise<void>;
};

/** Keeps what is posted in one channel a second apart; two channels never wait for each other. */
export function createPacer({ now, wait }: Pace): Pacer {
  const free = new Map<string, number>();
  return {
    turn: async (channel) => {
      const at = Math.max(now(), free.get(channel) ?? 0);
      free.delete(channel);
      free.set(channel, at + APART_MS);
      for (const [old, until] of free) {
        if (free.size <= MOST && until > now()) break;
        free.delete(old);
      }
      if (at > now()) await wait(at - now());
    },
  };
}
