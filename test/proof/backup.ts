import { parseArgs } from 'node:util';
import { postgresPrograms } from '../fakes/postgres/programs.ts';
import { startPostgres } from '../fakes/postgres/server.ts';
import { backupRounds, type Figures } from './backup/rounds.ts';
import { fileAlone, postgres, sqlite, tableByTable, type Way } from './backup/ways.ts';

/** `npm run proof:backup -- --backups 100`: backups made while two processes write, restored and compared, on each store. */

const CONTROL = 10;

const { values } = parseArgs({ options: { backups: { type: 'string', default: '100' } } });
const backups = Number(values.backups);
if (!Number.isSafeInteger(backups) || backups < 1) {
  console.error('Give a whole number: npm run proof:backup -- --backups 100');
  process.exit(2);
}
const run = async (name: string, way: Way, count: number) => {
  const said = (line: string) => process.stderr.write(`${name}, ${line}\r`);
  const figures = await backupRounds({ backups: count, way, said });
  console.log(`${name}: ${JSON.stringify(figures)}`);
  return wrong(figures);
};
const wrong = ({ missing, faults, unusable }: Figures) => missing + faults + unusable;

let held = (await run('SQLite', sqlite, backups)) === 0;
held = (await run('the file alone', fileAlone, CONTROL)) > 0 && held;
const programs = postgresPrograms();
if (programs === undefined) {
  console.warn('!!! NOT PROVED on PostgreSQL: it is not on this machine');
} else {
  const server = await startPostgres({ programs });
  try {
    held = (await run('PostgreSQL', postgres(server.url, programs), backups)) === 0 && held;
    held = (await run('table by table', tableByTable(server.url, programs), CONTROL)) > 0 && held;
  } finally {
    await server.stop();
  }
}
console.log(held ? 'Nothing was missing.' : 'It did not hold, or the control did.');
process.exitCode = held ? 0 : 1;
