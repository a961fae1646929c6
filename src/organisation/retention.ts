import { Temporal } from 'temporal-polyfill';
import type { Organisation } from './schema.ts';

/** What is kept: doubts, reports, and questions that the protocol left open each have a term of their own. */
export type Kept = keyof Organisation['retention'];

/**
 * What ended before this moment has been kept long enough: the beginning of the day, at the school, that lies the term back.
 * @returns undefined when the organisation set no term: then nothing is ever removed
 */
export function keptLongEnough({ retention, timeZone }: Organisation, kept: Kept, now: Date): Date | undefined {
  const term = retention[kept];
  if (term === undefined) return undefined;
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const day = today.subtract({ [term.unit]: term.amount });
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}
