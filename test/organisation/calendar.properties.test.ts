import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWorking, isWorkingTime, nextWorkingTime } from '../../src/organisation/calendar.ts';
import { type Hours, weekdays } from '../../src/organisation/time.ts';
import { organisationWith } from './small.ts';

/** What holds of every calendar, at every moment of two years that have four changes of the clocks. */

const MINUTE = 60_000;
const DAY = 86_400_000;
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const date = (day: number) => new Date(Date.parse('2026-01-01') + day * DAY).toISOString().slice(0, 10);

const hours: fc.Arbitrary<Hours> = fc
  .tuple(fc.subarray([...weekdays], { minLength: 1 }), fc.nat(1440), fc.nat(1440))
  .filter(([, from, to]) => from !== to)
  .map(([days, one, other]) => ({ days, from: clock(Math.min(one, other)), to: clock(Math.max(one, other)) }));
const holiday = fc
  .tuple(fc.nat(730), fc.nat(60))
  .map(([from, length]) => ({ from: date(from), to: date(from + length), name: 'vrij' }));
const made = fc.record({
  timeZone: fc.constantFrom('Europe/Amsterdam', 'America/Curacao', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
  hours,
  holidays: fc.array(holiday, { maxLength: 5 }),
});
const moment = fc.nat(730 * 1440).map((minutes) => new Date(Date.parse('2026-01-01') + minutes * MINUTE));
const amount = fc.oneof(fc.integer({ min: 1, max: 10 }), fc.double({ min: 0.01, max: 10, noNaN: true }));

const base = organisationWith();
const locations = [{ id: 'noord', name: 'Noord', protocol: 'groot' }];
const of = (parts: Pick<typeof base, 'timeZone' | 'hours' | 'holidays'>) => ({
  ...base,
  ...parts,
  locations: locations.map((each) => ({ ...each, blanks: {} })),
});
const daytime = { timeZone: 'Europe/Amsterdam', hours: base.hours };
const add = (organisation: typeof base, at: Date, days: number) =>
  addWorking(organisation, 'noord', at, { amount: days, unit: 'werkdag' });

describe('a deadline in werkdagen', () => {
  test('ends, later than it began, and while people are at work', () => {
    fc.assert(
      fc.property(made, moment, amount, (parts, at, days) => {
        const end = add(of(parts), at, days);
        expect(end.getTime()).toBeGreaterThan(at.getTime());
        expect(isWorkingTime(of(parts), 'noord', end)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is never over earlier for what began later, nor for more of it', () => {
    fc.assert(
      fc.property(made, moment, fc.nat(3 * 1440), amount, amount, (parts, at, later, days, more) => {
        const end = add(of(parts), at, days).getTime();
        const next = new Date(at.getTime() + later * MINUTE);
        expect(add(of(parts), next, days).getTime()).toBeGreaterThanOrEqual(end);
        expect(add(of(parts), at, days + more).getTime()).toBeGreaterThanOrEqual(end);
      }),
      { numRuns: 500 },
    );
  });

  test('is as long in two parts as in one', () => {
    const whole = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(fc.array(holiday, { maxLength: 5 }), moment, whole, whole, (holidays, at, some, rest) => {
        const organisation = of({ ...daytime, holidays });
        expect(add(organisation, add(organisation, at, some), rest)).toEqual(add(organisation, at, some + rest));
      }),
    );
  });

  test('ends at the same time of day, by the school’s clock, for who is at work by day', () => {
    const time = new Intl.DateTimeFormat('nl', { timeZone: 'Europe/Amsterdam', timeStyle: 'medium' });
    fc.assert(
      fc.property(
        fc.array(holiday, { maxLength: 5 }),
        moment,
        fc.integer({ min: 1, max: 10 }),
        (holidays, at, days) => {
          const organisation = of({ ...daytime, holidays });
          const start = nextWorkingTime(organisation, 'noord', at);
          expect(time.format(add(organisation, at, days))).toBe(time.format(start));
        },
      ),
    );
  });
});

test('the next working time is the first one', () => {
  fc.assert(
    fc.property(made, moment, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (parts, at, part) => {
      const next = nextWorkingTime(of(parts), 'noord', at);
      const between = new Date(at.getTime() + Math.floor((next.getTime() - at.getTime()) * part));
      expect(isWorkingTime(of(parts), 'noord', next)).toBe(true);
      expect(between < next && isWorkingTime(of(parts), 'noord', between)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('an uur is an hour, whatever the calendar', () => {
  fc.assert(
    fc.property(made, moment, fc.integer({ min: 1, max: 48 }), (parts, at, count) => {
      const end = addWorking(of(parts), 'noord', at, { amount: count, unit: 'uur' });
      expect(end.getTime() - at.getTime()).toBe(count * 60 * MINUTE);
    }),
  );
});
