import { idling } from './load/idling.ts';
import { delivering, saving } from './load/saving.ts';

/** `npm run proof:load`: cases kept a second, how soon they go out, and what the bot does when nobody asks anything. */

/** How many send something at the same moment in a school that is on fire. */
const PEOPLE = 10;

const aims = { ratio: 0.5, p99: 50, idle: 0.5 };
const said = (met: boolean) => (met ? '' : '  ✗ under the aim');

let ratio = 0;
for (const people of [1, PEOPLE]) {
  const saved = await saving(2000, people);
  ratio = saved.ratio;
  console.log(
    `kept, ${people} sending at once: ${saved.casesASecond.toFixed(0)} cases a second; bare rows on the same disk ${saved.rowsASecond.toFixed(0)}; ratio ${ratio.toFixed(2)} (aim ${aims.ratio})${said(ratio >= aims.ratio)}`,
  );
}
const out = await delivering(2000, 50);
console.log(
  `kept to first delivery, 50 a second, ${out.count} cases: p50 ${out.p50.toFixed(1)} ms, p99 ${out.p99.toFixed(1)} ms (aim ${aims.p99})${said(out.p99 <= aims.p99)}`,
);
const idle = await idling(60);
console.log(`idle for 60 s: ${idle.toFixed(2)} percent of a core (aim ${aims.idle})${said(idle <= aims.idle)}`);
process.exitCode = ratio >= aims.ratio && out.p99 <= aims.p99 && idle <= aims.idle ? 0 : 1;
