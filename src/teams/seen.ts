/**
 * Remembers the outcome of each activity for some minutes, so that one sent again is answered again but not handled again.
 * Teams repeats an invoke after about 15 seconds without an answer. The memory is this process's own: after a restart, or
 * on a second machine, a repeat is handled twice, and only the nonce of a form makes one form one report.
 */
export type Seen<T> = {
  /** Runs `handle` the first time `key` is seen; afterwards gives the outcome of that first time. */
  once(key: string, handle: () => Promise<T>): Promise<T>;
};

const KEEP_MS = 10 * 60_000;
const MOST = 2000;

export function createSeen<T>(now: () => number): Seen<T> {
  const outcomes = new Map<string, { readonly at: number; readonly outcome: Promise<T> }>();

  const forgetOld = (): void => {
    for (const [key, { at }] of outcomes) {
      if (at + KEEP_MS > now() && outcomes.size <= MOST) return;
      outcomes.delete(key);
    }
  };

  return {
    once: (key, handle) => {
      const known = outcomes.get(key);
      if (known !== undefined && known.at + KEEP_MS > now()) return known.outcome;
      const outcome = handle();
      outcomes.delete(key);
      outcomes.set(key, { at: now(), outcome });
      forgetOld();
      return outcome;
    },
  };
}
