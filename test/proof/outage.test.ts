import { expect, test } from 'vitest';
import { hourAway } from './outage/hour.ts';

/** A short round with each kind of outage for twelve minutes; `npm run proof:outage` has an hour of each. */
const ROUND = { outage: 'each in turn', cases: 40 } as const;

test('after an hour without the platform everything is brought within five minutes', async () => {
  const figures = await hourAway(ROUND);
  expect(figures.waiting).toBeGreaterThan(20);
  expect(figures).toMatchObject({ undelivered: 0, late: 0, unexplained: 0, poisonDropped: 0 });
  expect(figures).toMatchObject({ tooManyOfOne: 0, tooManyOfAll: 0 });
}, 120_000);

test('control: a loop that does not try again leaves some for ever', async () => {
  expect((await hourAway({ ...ROUND, givesUp: true })).undelivered).toBeGreaterThan(0);
}, 120_000);
