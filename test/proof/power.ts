import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { postgresPrograms } from '../fakes/postgres/programs.ts';
import { whyNot } from './power/disk.ts';
import { type Kind, postgres, postgresNormal, sqlite, sqliteNormal } from './power/places.ts';
import { cutRounds, type Options, wrong } from './power/rounds.ts';

/**
 * `npm run proof:power -- --cuts 100`, as root on Linux: the power of a disk cut under each store while two processes write.
 * In a mount namespace of its own, so that whatever happens no mount is left behind. Ends with 3 where that is not allowed.
 */

const CONTROL = 5;
const NOT_ALLOWED = 3;

const { values } = parseArgs({ options: { cuts: { type: 'string', default: '100' }, here: { type: 'boolean' } } });
const cuts = Number(values.cuts);
if (!Number.isSafeInteger(cuts) || cuts < 1) {
  console.error('Give a whole number: npm run proof:power -- --cuts 100');
  process.exit(2);
}
process.exitCode = values.here ? await prove() : apart();

/** The same program again, where its mounts are nobody else's. */
function apart(): number {
  const own = ['--mount', '--propagation', 'private'];
  const tried = spawnSync('unshare', [...own, 'true'], { encoding: 'utf8' });
  if (tried.status !== 0) return refused(tried.error === undefined ? tried.stderr.trim() : String(tried.error));
  const again = [process.execPath, import.meta.filename, '--cuts', String(cuts), '--here'];
  return spawnSync('unshare', [...own, ...again], { stdio: 'inherit' }).status ?? 1;
}

function refused(why: string): number {
  console.warn(`!!! NOT PROVED: this machine cuts the power of no disk: ${why}`);
  return NOT_ALLOWED;
}

async function run(name: string, kind: Kind, options: Pick<Options, 'cuts' | 'untilWrong'>): Promise<number> {
  const figures = await cutRounds({ kind, said: (line) => process.stderr.write(`${name}, ${line}\r`), ...options });
  console.log(`${name}: ${JSON.stringify(figures)}`);
  return wrong(figures);
}

async function prove(): Promise<number> {
  const reason = await whyNot();
  if (reason !== undefined) return refused(reason);
  // Which moment a cut meets is chance; five without a loss are not.
  const control = { cuts: CONTROL, untilWrong: cuts < CONTROL };
  let held = (await run('SQLite', sqlite, { cuts })) === 0;
  held = (await run('synchronous=NORMAL', sqliteNormal, control)) > 0 && held;
  const programs = postgresPrograms();
  if (programs === undefined) console.warn('!!! NOT PROVED on PostgreSQL: it is not on this machine');
  else {
    held = (await run('PostgreSQL', postgres(programs), { cuts })) === 0 && held;
    held = (await run('synchronous_commit=off', postgresNormal(programs), control)) > 0 && held;
  }
  console.log(held ? 'Nothing that was confirmed was lost.' : 'It did not hold, or the control did.');
  return held ? 0 : 1;
}
