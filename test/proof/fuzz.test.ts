import { expect, test } from 'vitest';
import { fuzz } from './fuzz/both.ts';

/** A short round; `npm run fuzz` is the long one. */
const ROUND = { seed: 7, count: 600 };

test('nothing that is sent stops the server or makes it fail', async () => {
  const stood = await fuzz(ROUND);
  expect(stood.flatMap(({ faults, wrong }) => [...faults, ...wrong])).toEqual([]);
  // The requests reach the bot, too: many are answered.
  for (const { statuses } of stood) expect(statuses[200] ?? 0).toBeGreaterThan(100);
});

test('control: a door that takes any body for an activity is found', async () => {
  const stood = await fuzz({ ...ROUND, preload: ['./test/proof/fuzz/unsafe.ts'] });
  expect(stood.flatMap(({ faults }) => faults)).not.toEqual([]);
});
