import { expect, test } from 'vitest';
import { withPostgres } from '../fakes/postgres/postgres.ts';
import { twoServers } from './two/rounds.ts';
import { unfenced } from './two/unfenced.ts';

/** Short: one is stopped, one is killed; `npm run proof:two` has 500. */
const ROUNDS = 2;
/** Four sets may be longer than what a test has otherwise. */
const MOST_MS = 720_000;

await withPostgres('two servers on one PostgreSQL, one of them killed or stopped past its lease', (server) => {
  test('nothing is lost, nothing out of date is committed', async () => {
    const figures = await twoServers({ server, rounds: ROUNDS });
    console.log('two servers', figures);
    expect(figures).toMatchObject({ lost: 0, twice: 0, undone: 0, stale: 0, faults: 0, overdue: false });
    expect(figures.confirmed).toBe(figures.written);
  });

  test(
    'the control, whose claims are not fenced, commits what is out of date',
    async () => {
      let stale = 0;
      // Which moment a stop meets is chance; four sets without a stale change are not.
      for (let set = 0; set < 4 && stale === 0; set += 1) {
        const figures = await twoServers({ server, rounds: 1, without: unfenced });
        console.log('two servers, without the fence', figures);
        stale = figures.stale;
      }
      expect(stale).toBeGreaterThan(0);
    },
    MOST_MS,
  );
});
