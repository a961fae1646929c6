import { hold } from './limits/holding.ts';

/** `npm run proof:limits`: too much is refused, while real questions go on being answered and memory stays. */

const SLOWEST_MS = 1000;
const MOST_MB = 50;

let bad = 0;
for (const each of await hold({ large: 20, slow: 500, slowMs: 30_000, lastsMs: 5000, warmUp: 150 })) {
  const { attack, statuses, answered, failed, slowestMs, grownMb } = each;
  const taken = Object.keys(statuses).filter((status) => Number(status) >= 200 && Number(status) < 300);
  const faults = [
    ...(taken.length > 0 ? ['some were taken'] : []),
    ...(failed > 0 ? [`${failed} real questions were not answered`] : []),
    ...(slowestMs > SLOWEST_MS ? ['real questions were slow'] : []),
    ...(grownMb > MOST_MB ? ['memory grew'] : []),
  ];
  bad += faults.length;
  console.log(
    `${attack}: ${JSON.stringify(statuses)}; meanwhile ${answered} questions answered, slowest ${Math.round(slowestMs)} ms; memory +${grownMb.toFixed(1)} MB`,
  );
  for (const fault of faults) console.log(`  ✗ ${fault}`);
}
console.log(bad === 0 ? 'It held.' : 'It did not hold.');
process.exitCode = bad === 0 ? 0 : 1;
