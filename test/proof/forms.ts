import { parseArgs } from 'node:util';
import { doorNames, type Figures, type Round, sendEach } from './forms/sending.ts';

/** `npm run proof:forms -- --count 10000`: each form is sent four times and is one case. `-- slack` sends one third, by one door. */

const CONTROL = 200;

const { values, positionals } = parseArgs({
  options: { count: { type: 'string', default: '10000' } },
  allowPositionals: true,
});
const forms = Number(values.count);
const doors = positionals.length === 0 ? doorNames : doorNames.filter((name) => positionals.includes(name));
if (!Number.isSafeInteger(forms) || forms < 20 || doors.length < positionals.length) {
  console.error(
    'Give a whole number of at least 20, and page, teams or slack: npm run proof:forms -- --count 10000 slack',
  );
  process.exit(2);
}
const said = (line: string) => process.stderr.write(`${line}\n`);
const run = async (title: string, round: Omit<Round, 'doors'>): Promise<readonly Figures[]> => {
  const print = ({ door, ...figures }: Figures) => console.log(`${title}, ${door}: ${JSON.stringify(figures)}`);
  return sendEach({ ...round, doors, counted: print });
};
const held = ({ unconfirmed, other, missing, twice, surplus, faults }: Figures) =>
  unconfirmed + other + missing + twice + surplus + faults === 0;

const real = await run('forms', { forms, batch: 500, said });
const unsafe = { forms: CONTROL, batch: 100, preload: ['./test/proof/forms/unsafe.ts'] };
const control = await run('control without the nonce', unsafe);
const proved = real.every(held) && control.every(({ twice }) => twice > 0);
console.log(proved ? 'Each form is one case.' : 'It did not hold, or the control did.');
process.exitCode = proved ? 0 : 1;
