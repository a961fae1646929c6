import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startMain } from '../../fakes/started.ts';

/** Linux counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

/** How much of one core the whole program takes while nobody asks anything, in percent, from its tenth second on. */
export async function idling(seconds: number): Promise<number> {
  const main = await startMain();
  await wait(10_000);
  const before = ticksOf(main.pid);
  await wait(seconds * 1000);
  const used = ticksOf(main.pid) - before;
  await main.stop();
  return (used / TICKS_A_SECOND / seconds) * 100;
}

function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // After the name in brackets, which may hold spaces: user time is the 12th field, system time the 13th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
