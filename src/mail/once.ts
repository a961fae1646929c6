/** What was sent lately. An e-mail cannot be called back, so that what was taken but not remembered is not sent again. */
export type Once = {
  has(id: string): boolean;
  add(id: string): void;
};

/** Longer than the retries of something that could not be remembered; after that it is news again. */
const KEPT_MS = 15 * 60_000;
const MOST = 1000;

/** @param now milliseconds since 1970 */
export function createOnce(now: () => number): Once {
  const sent = new Map<string, number>();
  return {
    has: (id) => (sent.get(id) ?? Number.NEGATIVE_INFINITY) > now() - KEPT_MS,
    add: (id) => {
      sent.delete(id);
      sent.set(id, now());
      const [oldest] = sent.keys();
      if (sent.size > MOST && oldest !== undefined) sent.delete(oldest);
    },
  };
}
