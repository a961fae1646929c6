import type { Instant } from './case.ts';

/** Within so many months the reporter hears what was done (Wet bescherming klokkenluiders, article 2: three months). */
const MONTHS = 3;

/** The same day three calendar months later, in UTC; the last day of that month where it has no such day. */
export function feedbackBy(openedAt: Date): Instant {
  const by = new Date(openedAt);
  by.setUTCMonth(by.getUTCMonth() + MONTHS);
  if (by.getUTCDate() !== openedAt.getUTCDate()) by.setUTCDate(0);
  return by.toISOString();
}
