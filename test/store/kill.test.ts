import { expect, test } from 'vitest';
import { killRounds } from './kill/rounds.ts';

/** A short round here; `KILL_ROUNDS=200` asks for more. */
const rounds = Number(process.env.KILL_ROUNDS ?? 4);
const timeout = 60_000 + rounds * 10_000;

test(
  `killed at any moment, ${rounds} times: what was promised is there, once`,
  async () => {
    const figures = await killRounds(rounds, 'safe');
    console.log('kill -9 of the store', figures);
    expect(figures).toMatchObject({ lost: 0, faults: 0, twice: 0 });
    expect(figures.promised).toBeGreaterThan(rounds * 2);
  },
  timeout,
);

test(
  'the control, which promises before it commits, loses some',
  async () => {
    let lost = 0;
    // Which moment a kill meets is chance; eight sets without a loss are not.
    for (let set = 0; set < 8 && lost === 0; set += 1) {
      const figures = await killRounds(rounds, 'unsafe');
      console.log('kill -9 of the control', figures);
      lost = figures.lost;
    }
    expect(lost).toBeGreaterThan(0);
  },
  timeout * 8,
);
