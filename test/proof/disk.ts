import { parseArgs } from 'node:util';
import { setup } from '../fakes/learned.ts';
import { postgresPrograms } from '../fakes/postgres/programs.ts';
import { type Ground, onPostgres, onSqlite } from './disk/faults.ts';
import { type Figures, type Kept, type Round, through } from './disk/rounds.ts';
import { unguarded } from './disk/unguarded.ts';
import { pageDoor } from './forms/page.ts';
import { slackDoor } from './forms/slack.ts';
import { teamsDoor } from './forms/teams.ts';

/** `npm run proof:disk -- --rounds 20`: the disk is full, fails, or the database is gone, while people send forms. */

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });
const rounds = Number(values.rounds);
if (!Number.isSafeInteger(rounds) || rounds < 1) {
  console.error('Give a whole number: npm run proof:disk -- --rounds 20');
  process.exit(2);
}
await setup();
const doors = [pageDoor, teamsDoor, slackDoor];
const programs = postgresPrograms();
const grounds: readonly (() => Promise<Ground>)[] = [
  async () => onSqlite(),
  ...(programs === undefined ? [] : [() => onPostgres(programs)]),
];
if (programs === undefined) console.log('NOT PROVED on PostgreSQL: its programs are not on this machine.');

async function run(title: string, make: () => Promise<Ground>, round: Omit<Round, 'ground'>) {
  const ground = await make();
  try {
    const { each, kept } = await through({ ground, ...round });
    for (const { door, fault, ...figures } of each) {
      console.log(`${title}${door}, ${fault}: ${JSON.stringify(figures)}`);
    }
    console.log(`${title}kept: ${JSON.stringify(kept)}`);
    return { each, kept };
  } finally {
    await ground.close();
  }
}

/** What is confirmed all the same, because there was room for it, must be kept; but the fault must be one. */
const isTrue = ({ sent, confirmed, untrue, silent, dropped, slow, never, actsNever, unanswered }: Figures) =>
  confirmed < sent && untrue + silent + dropped + slow + never + actsNever + unanswered === 0;
const isWhole = ({ missing, twice, faults, undone }: Kept) => missing + twice + faults + undone === 0;

let held = true;
for (const make of grounds) {
  for (const open of doors) {
    const { each, kept } = await run('', make, { open, rounds });
    held = held && each.every(isTrue) && isWhole(kept);
  }
  const control = await run('control, ', make, { open: pageDoor, rounds: 1, without: unguarded });
  held = held && control.kept.missing > 0;
}
console.log(held ? 'Nobody was told what was not so, and nothing was lost.' : 'It did not hold, or the control did.');
process.exitCode = held ? 0 : 1;
