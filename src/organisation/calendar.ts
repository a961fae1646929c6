import { Temporal } from 'temporal-polyfill';
import type { Organisation } from './schema.ts';
import { type Deadline, type Hours, weekdays } from './time.ts';

/**
 * Working time, by the school's own clock: its days and hours, without its holidays. Moments are Dates; a location that the
 * organisation does not have gets the organisation's hours. Pure: nothing here knows what time it is.
 */

/** The working time of one day, from `start` up to, not including, `end`, in milliseconds since 1970. */
type Shift = { readonly date: Temporal.PlainDate; readonly start: number; readonly end: number };

type Rhythm = {
  readonly timeZone: string;
  readonly hours: Hours;
  isHoliday(day: string): boolean;
};

const HOUR_MS = 3_600_000;

/** The calendar of one location, for parts that need nothing else of the organisation. */
export function calendarOf(organisation: Organisation, location: string) {
  return {
    isWorkingTime: (at: Date) => isWorkingTime(organisation, location, at),
    nextWorkingTime: (at: Date) => nextWorkingTime(organisation, location, at),
    addWorking: (at: Date, deadline: Deadline) => addWorking(organisation, location, at, deadline),
  };
}

/** The day that it is at the school, as 2026-12-19. */
export function dayOf(organisation: Organisation, at: Date): string {
  return dateAt(organisation.timeZone, at).toString();
}

export function isWorkingTime(organisation: Organisation, location: string, at: Date): boolean {
  const rhythm = rhythmOf(organisation, location);
  const shift = shiftOn(rhythm, dateAt(rhythm.timeZone, at));
  return shift !== undefined && shift.start <= at.getTime() && at.getTime() < shift.end;
}

/** The same moment when people are at work, or else the moment at which they begin. */
export function nextWorkingTime(organisation: Organisation, location: string, at: Date): Date {
  return new Date(Math.max(at.getTime(), shiftFrom(rhythmOf(organisation, location), at).start));
}

/**
 * The moment at which a deadline is over. A `werkdag` is counted in working time from the first moment that people are at
 * work, and ends within it: from Friday 16:00 to Monday 16:00, from Saturday as from Monday morning. An `uur` is a real hour.
 * @param deadline its amount is more than 0 and may be a fraction, such as half of a deadline
 */
export function addWorking(organisation: Organisation, location: string, at: Date, deadline: Deadline): Date {
  if (deadline.unit === 'uur') return new Date(at.getTime() + deadline.amount * HOUR_MS);
  const rhythm = rhythmOf(organisation, location);
  const first = shiftFrom(rhythm, at);
  // Counted in parts of a shift, not in hours: on the day the clocks change a shift may be an hour longer or shorter.
  const passed = Math.max(0, at.getTime() - first.start) / lengthOf(first) + deadline.amount;
  let shift = first;
  for (let whole = Math.floor(passed); whole > 0; whole -= 1) shift = shiftAfter(rhythm, shift);
  const end = shift.start + Math.round((passed % 1) * lengthOf(shift));
  return new Date(end < shift.end ? end : shiftAfter(rhythm, shift).start);
}

function rhythmOf(organisation: Organisation, location: string): Rhythm {
  const { timeZone, locations, holidays } = organisation;
  const here = holidays.filter((holiday) => holiday.locations?.includes(location) ?? true);
  return {
    timeZone,
    hours: locations.find(({ id }) => id === location)?.hours ?? organisation.hours,
    isHoliday: (day) => here.some(({ from, to }) => from <= day && day <= to),
  };
}

/** The shift that is going on, or else the next one. Ends, because there is a working day and holidays are finite. */
function shiftFrom(rhythm: Rhythm, at: Date): Shift {
  for (let date = dateAt(rhythm.timeZone, at); ; date = date.add({ days: 1 })) {
    const shift = shiftOn(rhythm, date);
    if (shift !== undefined && at.getTime() < shift.end) return shift;
  }
}

function shiftAfter(rhythm: Rhythm, shift: Shift): Shift {
  return shiftFrom(rhythm, new Date(shift.end));
}

function shiftOn(rhythm: Rhythm, date: Temporal.PlainDate): Shift | undefined {
  const { timeZone, hours } = rhythm;
  const weekday = weekdays[date.dayOfWeek - 1];
  if (weekday === undefined || !hours.days.includes(weekday) || rhythm.isHoliday(date.toString())) return undefined;
  const moment = (time: string) =>
    (time === '24:00'
      ? date.add({ days: 1 }).toZonedDateTime(timeZone)
      : date.toZonedDateTime({ timeZone, plainTime: time })
    ).epochMilliseconds;
  const shift = { date, start: moment(hours.from), end: moment(hours.to) };
  // Hours that fall wholly in the one that the clocks skip.
  return shift.start < shift.end ? shift : undefined;
}

function lengthOf({ start, end }: Shift): number {
  return end - start;
}

function dateAt(timeZone: string, at: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}
