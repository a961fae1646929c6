import { parseArgs } from 'node:util';
import { type Figures, sendEach } from './forms/sending.ts';

/** `npm run proof:forms -- --count 10000`: each form is sent four times and is one case. */

const CONTROL = 200;

const { values } = parseArgs({ options: { count: { type: 'string', default: '10000' } } });
const forms = Number(values.count);
if (!Number.isSafeInteger(forms) || forms < 20) {
  console.error('Give a whole number of at least 20: npm run proof:forms -- --count 10000');
  process.exit(2);
}
const said = (line: string) => process.stderr.write(`${line}\n`);
const print = (title: string, all: readonly Figures[]) => {
  for (const { door, ...figures } of all) console.log(`${title}, ${door}: ${JSON.stringify(figures)}`);
};
const held = ({ unconfirmed, other, missing, twice, surplus, faults }: Figures) =>
  unconfirmed + other + missing + twice + surplus + faults === 0;

const real = await sendEach({ forms, batch: 500, said });
print('forms', real);
const control = await sendEach({ forms: CONTROL, batch: 100, preload: ['./test/proof/forms/unsafe.ts'] });
print('control without the nonce', control);
const proved = real.every(held) && control.every(({ twice }) => twice > 0);
console.log(proved ? 'Each form is one case.' : 'It did not hold, or the control did.');
process.exitCode = proved ? 0 : 1;
