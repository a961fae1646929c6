import { z } from 'zod';

/** How an organisation file writes days, hours and deadlines. Dates and times are those of the school's own clock. */

/** The days of the week, Monday first: the place in the list plus one is the number ISO 8601 gives a day. */
export const weekdays = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const;

export type Weekday = (typeof weekdays)[number];

/** Nobody closes for longer at one stretch: more is a slip of the pen in a year or a month. */
const LONGEST_HOLIDAY_DAYS = 92;
const DAY_MS = 86_400_000;

const day = z.iso.date({ error: 'must be an existing date, written as 2026-12-19', abort: true });
const inOrder = ({ from, to }: { from: string; to: string }) => from <= to;
const lengthInDays = ({ from, to }: { from: string; to: string }) => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/** From one day up to and including another. */
export const period = z
  .strictObject({ from: day, to: day })
  .refine(inOrder, { path: ['to'], error: 'must not be before "from"; both days count' });

const TIME = 'must be a time from 00:00 to 24:00 between quotation marks, such as "08:30"';

const time = z.string(TIME).regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, TIME);

/** On which days people work and when, the same on each of them: `from` counts, `to` is the end. */
export const hours = z
  .strictObject({
    days: z
      .array(z.enum(weekdays, { error: `must be one of ${weekdays.join(', ')}` }))
      .min(1, 'name at least one working day, or no deadline would ever end'),
    from: time,
    to: time,
  })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'must be later than "from"' });

/** Days on which nobody works: at every school, or only at those named. */
export const holiday = z
  .strictObject({
    from: day,
    to: day,
    name: z.string().trim().min(1),
    locations: z.array(z.string()).min(1).optional(),
  })
  .refine(inOrder, { path: ['to'], error: 'must not be before "from"; both days count' })
  .refine((each) => lengthInDays(each) <= LONGEST_HOLIDAY_DAYS, {
    path: ['to'],
    error: `makes a holiday of more than ${LONGEST_HOLIDAY_DAYS} days; is the year right?`,
  });

/**
 * How long somebody has. `werkdag` is working time: a whole one from Friday 16:00 ends on Monday 16:00, half of one lasts
 * half a working day. `uur` is real time, nights and weekends included.
 */
export type Deadline = { readonly amount: number; readonly unit: 'werkdag' | 'uur' };

const WANTED = 'must be a number with werkdag, werkdagen or uur, such as "1 werkdag" or "4 uur"';
const DEADLINE = /^([1-9]\d{0,2}) (werkdag|werkdagen|uur)$/;

export const deadline = z
  .string(WANTED)
  .regex(DEADLINE, WANTED)
  .transform((text): Deadline => {
    const [, amount, unit] = DEADLINE.exec(text) ?? [];
    return { amount: Number(amount), unit: unit === 'uur' ? 'uur' : 'werkdag' };
  });

/** How long something is kept, by the calendar. */
export type Term = { readonly amount: number; readonly unit: 'days' | 'months' | 'years' };

const TERM = /^([1-9]\d{0,3}) (dag|dagen|maand|maanden|jaar)$/;
const TERM_WANTED = 'must be a number with dagen, maanden or jaar, such as "24 maanden"';
const UNITS: Readonly<Record<string, Term['unit']>> = { dag: 'days', dagen: 'days', jaar: 'years' };

export const term = z
  .string(TERM_WANTED)
  .regex(TERM, TERM_WANTED)
  .transform((text): Term => {
    const [, amount, unit = ''] = TERM.exec(text) ?? [];
    return { amount: Number(amount), unit: UNITS[unit] ?? 'months' };
  });

export const timeZone = z.string().refine(isTimeZone, 'must be a time zone such as Europe/Amsterdam');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export type Hours = Readonly<z.infer<typeof hours>>;
export type Holiday = Readonly<z.infer<typeof holiday>>;
export type Period = Readonly<z.infer<typeof period>>;
