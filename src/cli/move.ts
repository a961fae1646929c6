import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.ts';
import { StoreError } from '../store/errors.ts';
import { type Moved, move } from '../store/move.ts';
import { run } from './run.ts';

const usage = `Carry this installation over from the file in DATA_DIR to the PostgreSQL server of DATABASE_URL.

  1. Stop the server, and make a backup of DATA_DIR.
  2. Set DATABASE_URL (a database without cases) and DATA_KEY (the key of the data; without one, what DATA_DIR/data.key holds).
  3. npm run move
  4. Start the server again, with both set.

What a server that was started on that database noted there gives way; while one runs on it nothing is moved.
Every row is compared and every journal verified. Broken off, it can be run again. Afterwards no server starts on the file
any more; keep it until the database has a backup of its own.
`;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h', default: false } } });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const { folder, databaseUrl, dataKey } = readConfig(process.env).data;
  if (databaseUrl === undefined || dataKey === undefined) {
    process.stderr.write(`DATABASE_URL is not set, so there is nowhere to move to.\n\n${usage}`);
    return 1;
  }
  process.stdout.write(spoken(await move({ folder, databaseUrl, dataKey })));
  return 0;
}

function spoken({ rows, report, already }: Moved): string {
  const { cases, entries, faults } = report;
  const others = Object.entries(rows).filter(([name]) => name !== 'cases' && name !== 'journal');
  return [
    already ? 'Everything was there already, from a move that was broken off.' : 'Moved.',
    `${cases} cases with ${entries} journal entries; ${others.map(([name, count]) => `${name}: ${count}`).join(', ')}.`,
    'Every row was compared and every journal verified.',
    ...faults.map(({ ref, fault }) => `Not in order before, and carried over as it was: ${ref}: ${fault}.`),
    'Start the server with DATABASE_URL set. The file in DATA_DIR is marked as moved: no server starts on it again.',
    '',
  ].join('\n');
}

await run(main, [StoreError, ConfigError]);
