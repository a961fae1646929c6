import { parseArgs } from 'node:util';
import { postgresPrograms } from '../fakes/postgres/programs.ts';
import { startPostgres } from '../fakes/postgres/server.ts';
import { type Figures, type Options, rotateRounds } from './rotate/rounds.ts';

/** `npm run proof:rotate -- --rounds 200`: DATA_KEY rotated while a server writes, the rotation killed midway, on each store. */

const CONTROL = 10;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' } } });
const rounds = Number(values.rounds);
if (!Number.isSafeInteger(rounds) || rounds < 1) {
  console.error('Give a whole number: npm run proof:rotate -- --rounds 200');
  process.exit(2);
}
const run = async (name: string, options: Options) => {
  const figures = await rotateRounds({ said: (line) => process.stderr.write(`${name}, ${line}\r`), ...options });
  console.log(`${name}: ${JSON.stringify(figures)}`);
  return figures;
};
const held = ({ lost, faults, midway }: Figures) => lost + faults === 0 && (midway > 0 || rounds < CONTROL);

const sqlite = held(await run('SQLite', { rounds }));
const programs = postgresPrograms();
if (programs === undefined) console.warn('!!! NOT PROVED on PostgreSQL: it is not on this machine');
const server = programs === undefined ? undefined : await startPostgres({ programs });
try {
  const postgres = server === undefined || held(await run('PostgreSQL', { rounds, server: server.url }));
  const control = await run('left unfinished, the former key gone', { rounds: CONTROL, unfinished: true });
  const proved = sqlite && postgres && control.lost > 0;
  console.log(proved ? 'Nothing was lost.' : 'It did not hold, or the control did.');
  process.exitCode = proved ? 0 : 1;
} finally {
  await server?.stop();
}
