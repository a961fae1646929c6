import { parseArgs } from 'node:util';
import { type Figures, hourAway, type Round } from './outage/hour.ts';
import { outages } from './outage/platform.ts';

/** `npm run proof:outage -- --cases 200`: a platform is away for an hour, in five ways; then everything is brought. */

const { values } = parseArgs({ options: { cases: { type: 'string', default: '200' } } });
const cases = Number(values.cases);
if (!Number.isSafeInteger(cases) || cases < 20) {
  console.error('Give a whole number of at least 20: npm run proof:outage -- --cases 200');
  process.exit(2);
}

const shown = async (round: Round): Promise<Figures> => {
  const { channel, outage, ...figures } = await hourAway(round);
  const title = `${channel}, ${outage}${round.givesUp === true ? ', control that gives up' : ''}`;
  console.log(`${title}: ${JSON.stringify(figures)}`);
  return { channel, outage, ...figures };
};
const held = (each: Figures) =>
  each.undelivered + each.late + each.tooMany + each.unexplained + each.poisonDropped === 0;

let proved = true;
for (const channel of ['teams', 'slack'] as const) {
  for (const outage of [...outages, 'each in turn'] as const) {
    proved = held(await shown({ channel, outage, cases })) && proved;
  }
  const control = await shown({ channel, outage: 'each in turn', cases, givesUp: true });
  proved = proved && control.undelivered > 0;
}
console.log(proved ? 'Everything was brought.' : 'It did not hold, or the control did.');
process.exitCode = proved ? 0 : 1;
