import { parseArgs } from 'node:util';
import { type Stretch, work } from './load/working.ts';

/** `npm run proof:soak -- --minutes 60`: an hour of mixed work at a hundred times what a school asks; memory must stay flat. */

/** A school of a hundred staff that asks two hundred things a working day asks one in two and a half minutes. */
const A_SECOND = 0.7;
const GROWN = 1.15;

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, rate: { type: 'string', default: String(A_SECOND) } },
});
const minutes = Number(values.minutes);
const rate = Number(values.rate);
if (!(minutes >= 3) || !(rate > 0)) {
  console.error('Give at least 3 minutes and a rate above 0: npm run proof:soak -- --minutes 60 --rate 0.7');
  process.exit(2);
}
const all: Stretch[] = [];
await work(minutes, 60, rate, (stretch) => {
  all.push(stretch);
  const { turns, failed, p50, p99, memoryMb } = stretch;
  console.log(
    `minute ${all.length}: ${turns} turns, ${failed} failed, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${memoryMb.toFixed(0)} MB`,
  );
});
const third = Math.floor(all.length / 3);
const median = (some: readonly Stretch[]) =>
  some.map(({ memoryMb }) => memoryMb).toSorted((a, b) => a - b)[Math.floor(some.length / 2)] ?? 0;
const ratio = median(all.slice(-third)) / median(all.slice(third, 2 * third));
const failed = all.reduce((sum, each) => sum + each.failed, 0);
console.log(`memory of the last third against the second: ${ratio.toFixed(2)}; ${failed} turns failed`);
process.exitCode = ratio <= GROWN && failed === 0 ? 0 : 1;
