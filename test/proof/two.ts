import { parseArgs } from 'node:util';
import { setup } from '../fakes/learned.ts';
import { postgresPrograms } from '../fakes/postgres/programs.ts';
import { startPostgres } from '../fakes/postgres/server.ts';
import { type Options, twoServers } from './two/rounds.ts';
import { unfenced } from './two/unfenced.ts';

/** `npm run proof:two`: two servers on one PostgreSQL, one of them killed or stopped past its lease, 500 times. */

const CONTROL = 20;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '500' } } });
const rounds = Number(values.rounds);
const programs = postgresPrograms();
if (programs === undefined || !Number.isSafeInteger(rounds) || rounds < 1) {
  console.error('It needs PostgreSQL on this machine, and a whole number: npm run proof:two -- --rounds 500');
  process.exit(2);
}
await setup();
const own = await startPostgres({ programs });
const run = async (name: string, options: Omit<Options, 'server'>) => {
  const said = (line: string) => process.stderr.write(`${name}, ${line}\r`);
  const figures = await twoServers({ server: own.url, said, ...options });
  console.log(`${name}: ${JSON.stringify(figures)}`);
  return figures;
};
try {
  const safe = await run('two servers', { rounds });
  const control = await run('without the fence', { rounds: Math.min(rounds, CONTROL), without: unfenced });
  const { lost, twice, undone, stale, faults, overdue } = safe;
  const kept = lost + twice + undone + stale + faults === 0 && !overdue && safe.confirmed === safe.written;
  console.log(kept && control.stale > 0 ? 'It held.' : 'It did not hold, or the control did.');
  process.exitCode = kept && control.stale > 0 ? 0 : 1;
} finally {
  await own.stop();
}
