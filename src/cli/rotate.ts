import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.ts';
import { StoreError } from '../store/errors.ts';
import { rotate } from '../store/rotate.ts';
import { spoken } from './rotate/spoken.ts';
import { run } from './run.ts';

const usage = `Replace DATA_KEY: wrap the key of every case with the first key of DATA_KEY.

  1. Make a key: openssl rand -base64 32. Put a copy in the safe, beside the former one.
  2. Set DATA_KEY to the new key, a comma, and the former one, and restart the server.
     Several servers: first give all of them "former,new" and restart them; only then "new,former".
  3. npm run rotate
  4. npm run check says when nothing is under the former key any more. Then leave it out, and restart.

The server may run meanwhile; while one runs that does not have the new key, nothing is done. Broken off, it can be run again.
Texts and journals stay as they are.
Ends with 0 when everything is under the first key, with 1 when something is not.
`;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h', default: false } } });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const { data } = readConfig(process.env);
  const { text, done } = spoken(
    await rotate({ ...data, warn: (message) => void process.stderr.write(`${message}\n`) }),
  );
  process.stdout.write(text);
  return done ? 0 : 1;
}

await run(main, [StoreError, ConfigError]);
