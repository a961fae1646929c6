/** Work that is done once a day. */
export type Daily = { start(): void; stop(): Promise<void> };

const DAY_MS = 24 * 3_600_000;

/**
 * Does something at once and then every day that the program runs.
 * @param work must not reject
 */
export function daily(work: () => Promise<void>): Daily {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  const once = (): void => {
    underWay = underWay.then(work);
  };
  return {
    start: () => {
      once();
      timer = setInterval(once, DAY_MS);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}
