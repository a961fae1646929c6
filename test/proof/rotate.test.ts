import { expect, test } from 'vitest';
import { withPostgres } from '../fakes/postgres/postgres.ts';
import { rotateRounds } from './rotate/rounds.ts';

/** Short rounds; `npm run proof:rotate` has 200 on each store. */
const SHORT = { rounds: 1, cases: 120 };

test('DATA_KEY rotated and killed midway on SQLite: nothing is lost, every journal verifies', async () => {
  const figures = await rotateRounds(SHORT);
  console.log('rotation on SQLite', figures);
  expect(figures).toMatchObject({ rounds: 1, lost: 0, faults: 0 });
  expect(figures.promised).toBeGreaterThanOrEqual(4);
});

test('the control, whose former key is taken away after the kill, loses some', async () => {
  const figures = await rotateRounds({ ...SHORT, unfinished: true });
  console.log('rotation left unfinished', figures);
  expect(figures.lost).toBeGreaterThan(0);
});

await withPostgres('DATA_KEY rotated and killed midway on PostgreSQL', (server) => {
  test('nothing is lost, every journal verifies', async () => {
    const figures = await rotateRounds({ ...SHORT, server });
    console.log('rotation on PostgreSQL', figures);
    expect(figures).toMatchObject({ rounds: 1, lost: 0, faults: 0 });
  });
});
