import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * One turn after another, for items that are begun together. SQLite answers in the same breath, and somebody no platform can
 * reach costs no request: hundreds of such items would never come back to what waits at the door, for 14 seconds on a busy
 * machine, and Node then turns requests away with 408 (`npm run proof:forms`). With a turn for each, whoever waits comes between.
 */
export function createTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => nextTurn());
    return last;
  };
}
