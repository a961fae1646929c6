import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AddressError, slackManifest } from './manifest/slack.ts';
import { run } from './run.ts';

const usage = `The manifest of the Slack app, with your school's address: paste it at api.slack.com/apps, "From a manifest".

  npm run -s manifest:slack -- https://bij-twijfel.school.nl   Slack posts to this address
  npm run -s manifest:slack                                    the same, with PUBLIC_URL
  npm run -s manifest:slack -- --socket                        without an address: Socket Mode
`;

const file = new URL('../../manifest/slack.json', import.meta.url);

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { socket: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const address = positionals[0] ?? process.env.PUBLIC_URL ?? '';
  try {
    const reached = values.socket ? ({ by: 'socket' } as const) : ({ by: 'address', address } as const);
    process.stdout.write(slackManifest(readFileSync(file, 'utf8'), reached));
    return 0;
  } catch (cause) {
    if (!(cause instanceof AddressError)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    return 1;
  }
}

await run(main);
