import { expect, test } from 'vitest';
import { createRates } from '../../src/teams/rates.ts';
import { ConnectorRefused } from '../../src/teams/transport.ts';

/** A clock that waiting moves on, for whoever waits by themselves. */
function clocked() {
  let time = 1_000_000;
  const rates = createRates({
    now: () => time,
    wait: async (ms) => {
      time += ms;
    },
  });
  const pass = (ms: number) => {
    time += ms;
  };
  return { rates, now: () => time, pass };
}

/** What Teams takes, as it says itself. */
const ALLOWED = [
  [7, 1000],
  [8, 2000],
  [60, 30_000],
  [1800, 3_600_000],
] as const;

test('however much is sent one after the other, Teams is never sent more than it takes', async () => {
  const { rates, now, pass } = clocked();
  const times: number[] = [];
  for (let i = 0; i < 4000; i += 1) {
    const taken = await rates.room('a').then(
      () => true,
      (cause: unknown) => {
        if (!(cause instanceof ConnectorRefused)) throw cause;
        expect(cause).toMatchObject({ status: 429, permanent: false });
        pass(cause.retryAfterMs ?? 0);
        return false;
      },
    );
    if (taken) times.push(now());
  }
  expect(times.length).toBeGreaterThan(3500);
  for (const [count, ms] of ALLOWED) {
    const tooMany = times.filter((at, i) => (times[i + count] ?? Number.POSITIVE_INFINITY) - at < ms);
    expect(tooMany, `${count} in ${ms} ms`).toEqual([]);
  }
});

test('a few at once go at once, and other conversations do not wait', async () => {
  const { rates, now } = clocked();
  const begun = now();
  for (let i = 0; i < 5; i += 1) await rates.room('a');
  for (let i = 0; i < 5; i += 1) await rates.room('b');
  expect(now()).toBe(begun);
  await rates.room('a');
  expect(now()).toBe(begun + 1000);
});

test('those that wait at the same time each get a place of their own', async () => {
  const waits: number[] = [];
  const rates = createRates({ now: () => 0, wait: async (ms) => void waits.push(ms) });
  await Promise.all(Array.from({ length: 9 }, () => rates.room('a')));
  expect(waits).toEqual([1000, 2000, 2000, 2000]);
});

test('what would wait too long is given back with how long, and takes no place', async () => {
  let time = 0;
  const rates = createRates({ now: () => time, wait: async () => undefined });
  const all = await Promise.allSettled(Array.from({ length: 40 }, () => rates.room('a')));
  const refused = all.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(10);
  expect(refused[0]).toMatchObject({ reason: { status: 429, permanent: false } });
  time = 10_000;
  await expect(rates.room('a')).resolves.toBeUndefined();
});
