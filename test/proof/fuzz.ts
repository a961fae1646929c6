import { parseArgs } from 'node:util';
import { doorNames, fuzz } from './fuzz/both.ts';

/** `npm run fuzz -- --seed N --count 100000`: nothing that anybody sends may stop the server or make it fail. */

const SLOW_MS = 1000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '100000' } },
});
const seed = Number(values.seed);
const count = Number(values.count);
const doors = positionals.length === 0 ? doorNames : doorNames.filter((name) => positionals.includes(name));
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(count) || count < 2 || doors.length < positionals.length) {
  console.error('Give whole numbers, and a door or none: npm run fuzz -- --seed 1 --count 100000 teams page slack');
  process.exit(2);
}
let bad = 0;
for await (const { server, count: sent, statuses, slowest, wrong, faults } of fuzz({ seed, count }, doors)) {
  const slow =
    slowest.ms > SLOW_MS
      ? [`the slowest took ${Math.round(slowest.ms)} ms: ${JSON.stringify(slowest.request).slice(0, 2000)}`]
      : [];
  console.log(
    `${server}: ${sent} requests, seed ${seed}; by status ${JSON.stringify(statuses)}; slowest ${Math.round(slowest.ms)} ms`,
  );
  for (const fault of [...faults, ...slow]) console.log(`  ✗ ${fault}`);
  for (const { status, request } of wrong) console.log(`    ${status} ${JSON.stringify(request).slice(0, 2000)}`);
  bad += faults.length + slow.length;
}
console.log(bad === 0 ? 'It stood.' : 'It did not stand.');
process.exitCode = bad === 0 ? 0 : 1;
