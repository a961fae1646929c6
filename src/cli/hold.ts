import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.ts';
import { ContentError } from '../content/parse.ts';
import { BusyError } from '../handover/desk.ts';
import { StoreError } from '../store/errors.ts';
import { type Held, hold } from './hold/hold.ts';

const usage = `Keep a case although its term is over (a lawsuit, an inspection), or let the term count again.

  npm run hold -- M-7K3F9Q --by bestuurder@school.nl
  npm run hold -- M-7K3F9Q --by bestuurder@school.nl --release

Only on the word of somebody who has the role bestuur in the organisation file; the journal of the case keeps who it was.
The server may run meanwhile. Ends with 0 when it is so.
`;

const said: Readonly<Record<Held, (ref: string, release: boolean) => string>> = {
  done: (ref, release) => (release ? `${ref} goes when its term is over.` : `${ref} is kept until it is released.`),
  already: (ref) => `${ref} was so already; nothing was changed.`,
  'not-found': (ref) => `There is no case ${ref}, or this bestuurder has no say in it.`,
  'not-bestuur': () => 'Nobody with this address has the role bestuur in an organisation file.',
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      by: { type: 'string' },
      release: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [ref] = positionals;
  const { by, release, help } = values;
  if (help || ref === undefined || by === undefined) {
    (help ? process.stdout : process.stderr).write(usage);
    return help ? 0 : 1;
  }
  const held = await hold(readConfig(process.env), { ref, by, release });
  const isSo = held === 'done' || held === 'already';
  (isSo ? process.stdout : process.stderr).write(`${said[held](ref, release)}\n`);
  return isSo ? 0 : 1;
}

try {
  process.loadEnvFile('.env');
} catch {
  // Without a .env the environment is what it is.
}
try {
  process.exitCode = await main();
} catch (cause) {
  const expected = [ConfigError, ContentError, StoreError, BusyError].some((kind) => cause instanceof kind);
  if (!expected || !(cause instanceof Error)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 1;
}
