import { expect, test } from 'vitest';
import { hold } from './limits/holding.ts';

/** A short round; `npm run proof:limits` is the long one, with the limits of time and memory. */
const ROUND = { large: 2, slow: 50, slowMs: 500, lastsMs: 0, warmUp: 2 };

/** How many of these requests the server took for good. */
const taken = (statuses: Readonly<Record<number, number>>) =>
  Object.entries(statuses).reduce((sum, [status, times]) => (/^2/.test(status) ? sum + times : sum), 0);

test('too much is refused, while every real question is answered', async () => {
  const held = await hold(ROUND);
  expect(held.map(({ attack, failed, statuses }) => ({ attack, failed, taken: taken(statuses) }))).toEqual(
    held.map(({ attack }) => ({ attack, failed: 0, taken: 0 })),
  );
  for (const { answered } of held) expect(answered).toBeGreaterThan(0);
});

test('control: a door that reads and unpacks whatever comes grows with it', async () => {
  const unsafe = await hold({ ...ROUND, large: 4, slow: 1 }, ['./test/proof/limits/unsafe.ts'], /bombs/);
  expect(Math.max(...unsafe.map(({ grownMb }) => grownMb))).toBeGreaterThan(100);
});
