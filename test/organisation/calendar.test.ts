import { describe, expect, test } from 'vitest';
import { addWorking, calendarOf, dayOf, isWorkingTime, nextWorkingTime } from '../../src/organisation/calendar.ts';
import type { Deadline } from '../../src/organisation/time.ts';
import { organisationWith } from './small.ts';

const klein = organisationWith();
const werkdag: Deadline = { amount: 1, unit: 'werkdag' };
const half: Deadline = { amount: 0.5, unit: 'werkdag' };
const uur: Deadline = { amount: 1, unit: 'uur' };

/** Moments with their offset, so that the school's clock can be read in them: +01:00 in winter, +02:00 in summer. */
const over = (at: string, deadline: Deadline, location = 'noord', organisation = klein) =>
  addWorking(organisation, location, new Date(at), deadline);

describe('one werkdag', () => {
  test.each([
    ['from Friday 16:00 to Monday 16:00', '2026-11-20T16:00+01:00', '2026-11-23T16:00+01:00'],
    ['from Monday to Wednesday: on Tuesday the school is closed', '2026-11-23T09:30+01:00', '2026-11-25T09:30+01:00'],
    ['from Wednesday to Thursday', '2026-11-25T09:30+01:00', '2026-11-26T09:30+01:00'],
    ['from the first moment of a day', '2026-11-25T08:00+01:00', '2026-11-26T08:00+01:00'],
    ['before the day begins, as from its beginning', '2026-11-25T06:00+01:00', '2026-11-26T08:00+01:00'],
    ['at the end of Friday, as from Monday morning', '2026-11-20T17:00+01:00', '2026-11-25T08:00+01:00'],
    ['in the weekend, as from Monday morning', '2026-11-28T12:00+01:00', '2026-12-01T08:00+01:00'],
    ['over the Christmas holidays', '2026-12-18T16:00+01:00', '2027-01-04T16:00+01:00'],
    ['in the Christmas holidays', '2026-12-25T16:00+01:00', '2027-01-05T08:00+01:00'],
    ['into summer time 2026', '2026-03-27T16:00+01:00', '2026-03-30T16:00+02:00'],
    ['out of summer time 2026', '2026-10-23T16:00+02:00', '2026-10-26T16:00+01:00'],
    ['into summer time 2027', '2027-03-26T16:00+01:00', '2027-03-29T16:00+02:00'],
    ['out of summer time 2027', '2027-10-29T16:00+02:00', '2027-11-01T16:00+01:00'],
  ])('%s', (_, from, to) => expect(over(from, werkdag)).toEqual(new Date(to)));

  test('at a school with hours of its own, where nobody is off', () => {
    expect(over('2026-11-23T11:30+01:00', werkdag, 'zuid')).toEqual(new Date('2026-11-24T11:30+01:00'));
    expect(over('2026-11-24T11:30+01:00', werkdag, 'zuid')).toEqual(new Date('2026-11-30T11:30+01:00'));
  });

  test('at a school that the organisation does not have: by the hours of all', () => {
    expect(over('2026-11-20T16:00+01:00', werkdag, 'oost')).toEqual(new Date('2026-11-23T16:00+01:00'));
  });

  test('by the clock of the school, wherever the bot runs', () => {
    const far = organisationWith({ timeZone: 'America/Curacao' });
    expect(over('2026-11-20T16:00-04:00', werkdag, 'oost', far)).toEqual(new Date('2026-11-23T16:00-04:00'));
  });

  test.each([
    ['three', 3, '2026-11-18T10:00+01:00', '2026-11-23T10:00+01:00'],
    ['half a', 0.5, '2026-11-25T08:00+01:00', '2026-11-25T12:30+01:00'],
    ['half a, from the afternoon', 0.5, '2026-11-25T15:00+01:00', '2026-11-26T10:30+01:00'],
    [
      'half a, to the very end of a day, which is the next morning',
      0.5,
      '2026-11-25T12:30+01:00',
      '2026-11-26T08:00+01:00',
    ],
    ['one and a half', 1.5, '2026-11-25T08:00+01:00', '2026-11-26T12:30+01:00'],
  ])('%s', (_, amount, from, to) => {
    expect(over(from, { amount, unit: 'werkdag' })).toEqual(new Date(to));
  });
});

describe('one uur is a real hour', () => {
  test.each([
    ['on Saturday night', '2026-11-21T23:30+01:00', '2026-11-22T00:30+01:00'],
    ['in a holiday', '2026-12-25T16:00+01:00', '2026-12-25T17:00+01:00'],
    ['over the end of the day', '2026-11-20T16:30+01:00', '2026-11-20T17:30+01:00'],
    ['when the clocks skip one', '2026-03-29T01:30+01:00', '2026-03-29T03:30+02:00'],
    ['when the clocks repeat one', '2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00'],
    ['when the clocks skip one, 2027', '2027-03-28T01:30+01:00', '2027-03-28T03:30+02:00'],
    ['when the clocks repeat one, 2027', '2027-10-31T02:30+02:00', '2027-10-31T02:30+01:00'],
  ])('%s', (_, from, to) => expect(over(from, uur)).toEqual(new Date(to)));

  test('and half of it half an hour', () => {
    expect(over('2026-11-21T23:30+01:00', { amount: 0.5, unit: 'uur' })).toEqual(new Date('2026-11-22T00:00+01:00'));
  });
});

describe('working time', () => {
  test.each([
    ['the first moment', '2026-11-20T08:00+01:00', true],
    ['just before it', '2026-11-20T07:59:59.999+01:00', false],
    ['the last moment', '2026-11-20T16:59:59.999+01:00', true],
    ['the end', '2026-11-20T17:00+01:00', false],
    ['a Saturday', '2026-11-21T10:00+01:00', false],
    ['the first day of a holiday', '2026-12-21T10:00+01:00', false],
    ['the last day before it', '2026-12-18T10:00+01:00', true],
    ['the first day after it', '2027-01-04T10:00+01:00', true],
    ['a day off of this school', '2026-11-24T10:00+01:00', false],
    ['eight o’clock in summer', '2026-03-30T08:00+02:00', true],
    ['what was eight o’clock in winter', '2026-10-26T08:00+02:00', false],
  ])('%s: %s', (_, at, expected) => expect(isWorkingTime(klein, 'noord', new Date(at))).toBe(expected));

  test('a day off of one school is none of another', () => {
    const tuesday = new Date('2026-11-24T10:00+01:00');
    expect(isWorkingTime(klein, 'zuid', tuesday)).toBe(true);
    expect(isWorkingTime(klein, 'zuid', new Date('2026-11-25T10:00+01:00'))).toBe(false);
  });

  test('begins again', () => {
    const next = (at: string) => nextWorkingTime(klein, 'noord', new Date(at));
    expect(next('2026-11-20T10:00+01:00')).toEqual(new Date('2026-11-20T10:00+01:00'));
    expect(next('2026-11-20T17:00+01:00')).toEqual(new Date('2026-11-23T08:00+01:00'));
    expect(next('2026-12-19T10:00+01:00')).toEqual(new Date('2027-01-04T08:00+01:00'));
  });
});

describe('people who work on the night the clocks change', () => {
  const always = (from: string, to: string) =>
    organisationWith({
      hours: { days: ['za', 'zo'], from, to },
      holidays: [],
      locations: [{ ...noord, protocol: 'groot' }],
    });
  const noord = { id: 'noord', name: 'Noord' };

  test('have a day of 23 hours, and one of 25', () => {
    const round = always('00:00', '24:00');
    expect(over('2026-03-29T00:00+01:00', half, 'noord', round)).toEqual(new Date('2026-03-29T12:30+02:00'));
    expect(over('2026-10-25T00:00+02:00', half, 'noord', round)).toEqual(new Date('2026-10-25T11:30+01:00'));
    expect(isWorkingTime(round, 'noord', new Date('2026-10-25T23:59+01:00'))).toBe(true);
    expect(isWorkingTime(round, 'noord', new Date('2026-10-26T00:00+01:00'))).toBe(false);
  });

  test('have no hours in the one that is skipped', () => {
    const night = always('02:00', '03:00');
    expect(isWorkingTime(night, 'noord', new Date('2026-03-29T03:00+02:00'))).toBe(false);
    expect(nextWorkingTime(night, 'noord', new Date('2026-03-29T00:00+01:00'))).toEqual(
      new Date('2026-04-04T02:00+02:00'),
    );
  });
});

test('the day is that of the school', () => {
  expect(dayOf(klein, new Date('2026-12-18T23:30Z'))).toBe('2026-12-19');
  expect(dayOf(klein, new Date('2026-06-18T22:30Z'))).toBe('2026-06-19');
});

test('a calendar of one school says the same', () => {
  const { addWorking: add, isWorkingTime: works, nextWorkingTime: next } = calendarOf(klein, 'zuid');
  const at = new Date('2026-11-24T11:30+01:00');
  expect(add(at, werkdag)).toEqual(new Date('2026-11-30T11:30+01:00'));
  expect(works(at)).toBe(true);
  expect(next(new Date('2026-11-25T11:30+01:00'))).toEqual(new Date('2026-11-30T10:00+01:00'));
});
