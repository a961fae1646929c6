import { parseArgs } from 'node:util';
import { type Figures, hourAway, type Round } from './outage/hour.ts';
import { outages } from './outage/platform.ts';

/** `npm run proof:outage -- --cases 600`: the platform is away for an hour, in five ways; then everything is brought. */

const { values } = parseArgs({ options: { cases: { type: 'string', default: '600' } } });
const cases = Number(values.cases);
if (!Number.isSafeInteger(cases) || cases < 20) {
  console.error('Give a whole number of at least 20: npm run proof:outage -- --cases 600');
  process.exit(2);
}

const shown = async (round: Round): Promise<Figures> => {
  const { outage, ...figures } = await hourAway(round);
  console.log(`${round.givesUp === true ? 'control that gives up, ' : ''}${outage}: ${JSON.stringify(figures)}`);
  return { outage, ...figures };
};
const held = (each: Figures) =>
  each.undelivered + each.late + each.tooManyOfOne + each.tooManyOfAll + each.unexplained + each.poisonDropped === 0;

let proved = true;
for (const outage of [...outages, 'each in turn'] as const) proved = held(await shown({ outage, cases })) && proved;
const control = await shown({ outage: 'each in turn', cases, givesUp: true });
proved = proved && control.undelivered > 0;
console.log(proved ? 'Everything was brought.' : 'It did not hold, or the control did.');
process.exitCode = proved ? 0 : 1;
