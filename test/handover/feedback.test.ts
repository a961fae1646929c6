import { expect, test } from 'vitest';
import { feedbackBy } from '../../src/handover/feedback.ts';

test.each([
  ['2026-11-23T09:00:00.000Z', '2027-02-23T09:00:00.000Z'],
  ['2026-11-30T23:59:59.999Z', '2027-02-28T23:59:59.999Z'],
  ['2027-11-30T00:00:00.000Z', '2028-02-29T00:00:00.000Z'],
  ['2026-12-31T12:00:00.000Z', '2027-03-31T12:00:00.000Z'],
  ['2026-03-31T12:00:00.000Z', '2026-06-30T12:00:00.000Z'],
])('opened at %s, feedback by %s', (openedAt, by) => {
  expect(feedbackBy(new Date(openedAt))).toBe(by);
});
