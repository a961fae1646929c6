import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long whoever asks the store again and again may keep the thread, in milliseconds. */
const MOST_MS = 20;

type Methods = Readonly<Record<string, (...values: never[]) => Promise<unknown>>>;

/**
 * SQLite answers in the same breath, so that hundreds of hand-overs one after another (nobody of a school can be reached, say)
 * never come back to what waits: requests would stand at the door for seconds, and be turned away with 408. What is made with
 * one of these lets everybody else have their turn as soon as the thread was kept for too long, and costs nothing before.
 * @param now milliseconds of a clock that only goes forward
 */
export function createTurns(now: () => number = () => performance.now()): <T extends Methods>(methods: T) => T {
  let since: number | undefined;
  const turn = async (): Promise<void> => {
    if (since === undefined) {
      since = now();
      setImmediate(() => {
        since = undefined;
      });
    } else if (now() - since > MOST_MS) await nextTurn();
  };
  return <T extends Methods>(methods: T): T => {
    const wrapped = Object.entries(methods).map(([name, method]) => {
      const taking = async (...values: never[]) => {
        try {
          return await method(...values);
        } finally {
          await turn();
        }
      };
      return [name, taking];
    });
    return Object.fromEntries(wrapped) as T;
  };
}
