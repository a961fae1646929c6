import { parseArgs } from 'node:util';
import type { ConfigError } from '../config.ts';
import { checkAll } from './check/all.ts';
import { unread } from './check/environment.ts';
import { spoken } from './check/spoken.ts';
import { run } from './run.ts';

const usage = `Check this installation: environment, keys, data, journals, protocols, organisation, the platforms, the address
and whom the bot can write to. Changes nothing. Run it with the server's own environment, best while the server runs.

  npm run check                what is in order and what is not, and what to do
  npm run -s check -- --json   the same as a list of {check, ok, message, remedy}

Ends with 0 when all is in order, with 1 when something is not.
`;

async function main(fault?: ConfigError): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const checks = fault === undefined ? await checkAll(process.env, { fetch }) : [unread(fault)];
  process.stdout.write(values.json ? `${JSON.stringify(checks, null, 2)}\n` : spoken(checks));
  return checks.every(({ ok }) => ok) ? 0 : 1;
}

await run(() => main(), [], main);
