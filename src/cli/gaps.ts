import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Gap, gapsIn } from '../bot/thumbs/gaps.ts';
import { ConfigError, readConfig } from '../config.ts';
import { ContentError } from '../content/parse.ts';
import { loadOrganisations } from '../organisation/load.ts';
import { agreedIn } from '../protocol/facts.ts';
import { loadLibrary } from '../protocol/load.ts';
import { StoreError } from '../store/errors.ts';
import { DATABASE_FILE, openStore } from '../store/store.ts';

const usage = `What the protocol left open: questions that had no answer or got a thumb down, by subject, most asked first.
Without who asked, and without names and numbers.

  npm run -s gaps                 for each organisation and protocol
  npm run -s gaps -- --json       a list of {organisation, protocol, topic, unanswered, down, questions, lines}

The server may run meanwhile.
`;

type Told = Gap & { readonly organisation: string };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const { data, organisations, protocols } = readConfig(process.env);
  const there = data.databaseUrl !== undefined || existsSync(join(data.folder, DATABASE_FILE));
  const { all } = loadOrganisations(organisations, agreedIn(loadLibrary(protocols)));
  const told: Told[] = [];
  if (there) {
    const clock = () => new Date();
    const store = await openStore({ ...data, migrate: false, clock, warn: () => undefined });
    try {
      for (const { id } of all) {
        told.push(...gapsIn(await store.remarks.all(id)).map((gap) => ({ organisation: id, ...gap })));
      }
    } finally {
      await store.close();
    }
  }
  process.stdout.write(values.json ? `${JSON.stringify(told, null, 2)}\n` : text(told));
}

function text(told: readonly Told[]): string {
  if (told.length === 0) return 'Nothing was left open.\n';
  return told
    .map(({ organisation, protocol, topic, unanswered, down, questions, lines }) => {
      const head = `${organisation} ${protocol}: ${topic || '(no subject)'}: ${unanswered} without an answer, ${down} thumbs down`;
      return [
        head,
        ...questions.map((each) => `  ${each}`),
        ...lines.map((each) => `  with a thumb: ${each}`),
        '',
      ].join('\n');
    })
    .join('\n');
}

try {
  process.loadEnvFile('.env');
} catch {
  // Without a .env the environment is what it is.
}
try {
  await main();
} catch (cause) {
  const expected = [ConfigError, ContentError, StoreError].some((kind) => cause instanceof kind);
  if (!expected || !(cause instanceof Error)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 1;
}
