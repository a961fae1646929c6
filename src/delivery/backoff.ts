const FIRST_MS = 15_000;
/** Short enough that all is brought within five minutes of a platform's return, jitter and the sending itself included. */
const LONGEST_MS = 3 * 60_000;

/** What a platform says it needs is believed, but nothing is asked more often than this. */
const SHORTEST_MS = 5_000;

/**
 * How long to wait before the next attempt: what the platform said and a little more, or else twice as long each time up to
 * three minutes. With jitter, so that what failed together is not tried together.
 * @param attempts made so far, 1 at first
 * @param random from 0 up to 1
 */
export function retryDelay(attempts: number, random: number, retryAfterMs?: number): number {
  if (retryAfterMs !== undefined) {
    const asked = Math.max(SHORTEST_MS, retryAfterMs);
    return Math.round(asked + random * Math.min(FIRST_MS, asked / 4));
  }
  const step = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 20));
  return Math.round(step * (0.75 + random / 2));
}
