import { expect, test } from 'vitest';
import { withPostgres } from '../fakes/postgres/postgres.ts';
import { postgresPrograms } from '../fakes/postgres/programs.ts';
import { backupRounds } from './backup/rounds.ts';
import { fileAlone, postgres, sqlite, tableByTable } from './backup/ways.ts';

/** Short rounds; `npm run proof:backup` makes 100 on each store. */
const whole = { backups: 1, missing: 0, faults: 0, unusable: 0 };

test('a backup under constant writing has all that was confirmed before it began, on SQLite', async () => {
  const figures = await backupRounds({ backups: 1, way: sqlite });
  console.log('backup on SQLite', figures);
  expect(figures).toMatchObject(whole);
  expect(figures.meanwhile).toBeGreaterThan(0);
});

test('the control, a copy of the database file alone, lacks some', async () => {
  let lacking = 0;
  // Right after a checkpoint it may have all; five times in a row it has not.
  for (let times = 0; times < 5 && lacking === 0; times += 1) {
    const figures = await backupRounds({ backups: 1, way: fileAlone });
    console.log('backup of the file alone', figures);
    lacking = figures.missing + figures.faults + figures.unusable;
  }
  expect(lacking).toBeGreaterThan(0);
});

await withPostgres('a backup under constant writing on PostgreSQL', (server) => {
  const programs = postgresPrograms();
  test.skipIf(programs === undefined)('has all that was confirmed before it began', async () => {
    const figures = await backupRounds({ backups: 1, way: postgres(server, programs ?? '') });
    console.log('backup on PostgreSQL', figures);
    expect(figures).toMatchObject(whole);
  });

  test.skipIf(programs === undefined)('the control, table by table, does not fit together', async () => {
    const figures = await backupRounds({ backups: 1, way: tableByTable(server, programs ?? '') });
    console.log('backup table by table', figures);
    expect(figures.missing + figures.faults + figures.unusable).toBeGreaterThan(0);
  });
});
