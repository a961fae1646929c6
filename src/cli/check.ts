import { parseArgs } from 'node:util';
import type { Checked } from './check/checked.ts';
import { checkData } from './check/data.ts';
import { checkEnvironment } from './check/environment.ts';

const usage = `Check this installation: its environment, its data, every journal. Changes nothing.

  npm run check                what is in order and what is not, and what to do
  npm run -s check -- --json   the same as a list of {check, ok, message, remedy}

Ends with 0 when all is in order, with 1 when something is not.
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const checks = await all();
  process.stdout.write(values.json ? `${JSON.stringify(checks, null, 2)}\n` : checks.map(line).join(''));
  return checks.every(({ ok }) => ok) ? 0 : 1;
}

async function all(): Promise<readonly Checked[]> {
  const { config, ...environment } = checkEnvironment(process.env);
  return [environment, ...(config === undefined ? [] : await checkData(config.data))];
}

function line({ check, ok, message, remedy }: Checked): string {
  const indented = message.replaceAll('\n', '\n        ');
  return `${ok ? 'ok    ' : 'WRONG '}  ${check}: ${indented}\n${ok ? '' : `        → ${remedy}\n`}`;
}

try {
  process.loadEnvFile('.env');
} catch {
  // Without a .env the environment is what it is.
}
process.exitCode = await main();
