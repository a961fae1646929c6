const FIRST_MS = 15_000;
const LONGEST_MS = 15 * 60_000;

/**
 * How long to wait before the next attempt: twice as long each time up to a quarter of an hour, with jitter so that what
 * failed together is not tried together, and never before the platform said.
 * @param attempts made so far, 1 at first
 * @param random from 0 up to 1
 */
export function retryDelay(attempts: number, random: number, retryAfterMs = 0): number {
  const step = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 20));
  const jittered = step * (0.75 + random / 2);
  return Math.round(Math.max(jittered, retryAfterMs + random * 1000));
}
