import { describe, expect, test } from 'vitest';
import { hourAway } from './outage/hour.ts';
import { tooMany } from './outage/limits.ts';

/** A short round with each kind of outage for some minutes; `npm run proof:outage` has an hour of each. */
const ROUND = { outage: 'each in turn', cases: 20, minutes: 20 } as const;

describe.each(['teams', 'slack'] as const)('%s is away', (channel) => {
  test('and once it is back everything is brought within five minutes', async () => {
    const figures = await hourAway({ channel, ...ROUND });
    console.log('away', figures);
    expect(figures.waiting).toBeGreaterThan(10);
    expect(figures).toMatchObject({ undelivered: 0, late: 0, unexplained: 0, poisonDropped: 0, tooMany: 0 });
  }, 120_000);

  test('control: a loop that does not try again leaves some for ever', async () => {
    expect((await hourAway({ channel, ...ROUND, givesUp: true })).undelivered).toBeGreaterThan(0);
  }, 120_000);
});

test('what comes faster than a platform takes it is counted, of one conversation and of all', () => {
  const came = [0, 900, 1900, 2100].map((at, i) => ({ at, conversation: i === 2 ? 'b' : 'a', method: 'post' }));
  expect(tooMany(came, [{ of: 'one', count: 1, ms: 1000 }])).toBe(1);
  expect(tooMany(came, [{ of: 'all', count: 1, ms: 1000 }])).toBe(2);
  expect(tooMany(came, [{ of: 'all', method: 'update', count: 1, ms: 1000 }])).toBe(0);
});
