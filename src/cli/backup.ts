import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.ts';
import type { JournalReport } from '../handover/ports.ts';
import { backUp } from '../store/backup.ts';
import { StoreError } from '../store/errors.ts';
import { run } from './run.ts';

const usage = `Make a backup of the database in DATA_DIR, while the server runs.

  npm run -s backup -- /backups/bij-twijfel-2026-11-21.db

What was confirmed to anybody before it began is in it. It is verified, and never written over another file. DATA_KEY is not in
it: keep that elsewhere. Ends with 0 when all is in order, with 1 when something is not.

With DATABASE_URL the cases are on PostgreSQL: pg_dump --format=custom --file=<file> "$DATABASE_URL"
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h', default: false } },
    allowPositionals: true,
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const { data } = readConfig(process.env);
  const [to] = positionals;
  if (data.databaseUrl !== undefined || to === undefined || positionals.length !== 1) {
    const why =
      data.databaseUrl === undefined ? 'Name one file.' : 'DATABASE_URL is set: back PostgreSQL up with pg_dump.';
    process.stderr.write(`${why}\n\n${usage}`);
    return 1;
  }
  const report = await backUp({ ...data, to, warn: (message) => void process.stderr.write(`${message}\n`) });
  process.stdout.write(spoken(to, report));
  return report.faults.length === 0 ? 0 : 1;
}

function spoken(to: string, { cases, entries, faults }: JournalReport): string {
  const wrong = faults.map(({ ref, fault }) => `Not in order, as in DATA_DIR: ${ref}: ${fault}.\n`);
  const all = wrong.length === 0 ? ', all in order' : '';
  return `${to}: ${cases} cases, ${entries} journal entries${all}. DATA_KEY is not in it.\n${wrong.join('')}`;
}

await run(main, [StoreError, ConfigError]);
