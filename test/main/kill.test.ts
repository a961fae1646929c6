import { expect, test } from 'vitest';
import { killRounds } from './kill/rounds.ts';

/** A short round here; `npm run test:kill` asks for 1,000. */
const rounds = Number(process.env.KILL_ROUNDS ?? 2);
const timeout = 120_000 + rounds * 30_000;

test(
  `the server killed ${rounds} times while people send and answer doubts and reports: what was confirmed is there, once, and is delivered`,
  async () => {
    const figures = await killRounds(rounds, 'safe');
    console.log('kill -9 of the server', figures);
    expect(figures).toMatchObject({ lost: 0, undone: 0, twice: 0, faults: 0, undelivered: 0 });
    expect(figures.confirmed).toBeGreaterThanOrEqual(rounds);
    expect(figures.acted).toBeGreaterThan(0);
  },
  timeout,
);

test(
  'the control, which confirms before it commits, loses some',
  async () => {
    let lost = 0;
    // Which moment a kill meets is chance; five rounds without a loss are not. A long proof has all five.
    for (let round = 0; round < 5 && (lost === 0 || rounds > 5); round += 1) {
      const figures = await killRounds(1, 'unsafe');
      console.log('kill -9 of the control', figures);
      lost += figures.lost;
    }
    expect(lost).toBeGreaterThan(0);
  },
  timeout,
);
