import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Gap, gapsIn } from '../bot/thumbs/gaps.ts';
import { ConfigError, readConfig } from '../config.ts';
import { ContentError } from '../content/parse.ts';
import type { RemarkStore } from '../conversation/remarks.ts';
import { loadOrganisations } from '../organisation/load.ts';
import { keepsQuestions } from '../organisation/owners.ts';
import { holds } from '../organisation/people.ts';
import type { Organisation } from '../organisation/schema.ts';
import { agreedIn } from '../protocol/facts.ts';
import { loadLibrary } from '../protocol/load.ts';
import { StoreError } from '../store/errors.ts';
import { DATABASE_FILE, openStore } from '../store/store.ts';
import { isThere } from '../store/there.ts';
import { run } from './run.ts';

const usage = `What the protocol left open: questions that had no answer or got a thumb down, by subject, most asked first.
Without who asked, and without the names and numbers that were found in them.

  npm run -s gaps                 for each organisation and protocol
  npm run -s gaps -- --json       a list of {organisation, owner, protocol, topic, unanswered, down, questions, lines}

It is meant for who owns the protocol: the role under "owner" in the organisation file, who sees the same in the chat by typing
"vragen zonder antwoord". Show it to nobody else. The server may run meanwhile.
`;

/** `owner` is the role that may see it. */
type Told = Gap & { readonly organisation: string; readonly owner: string };

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const { data, organisations, protocols } = readConfig(process.env);
  const { all } = loadOrganisations(organisations, agreedIn(loadLibrary(protocols)));
  // Where no server ever started there is nothing to look at, and looking must not make a database.
  const there = data.databaseUrl !== undefined || isThere(join(data.folder, DATABASE_FILE));
  const told = there ? await withRemarks(data, (remarks) => toldOf(all, remarks)) : [];
  process.stdout.write(values.json ? `${JSON.stringify(told, null, 2)}\n` : spoken(all, told));
  return 0;
}

async function withRemarks<T>(
  data: ReturnType<typeof readConfig>['data'],
  look: (remarks: RemarkStore) => Promise<T>,
): Promise<T> {
  const store = await openStore({ ...data, migrate: false, clock: () => new Date(), warn: () => undefined });
  try {
    return await look(store.remarks);
  } finally {
    await store.close();
  }
}

/** Only of organisations that keep them still: of another the next cleaning removes what is there. */
async function toldOf(all: readonly Organisation[], remarks: RemarkStore): Promise<readonly Told[]> {
  const told = all.filter(keepsQuestions).map(async ({ id, owner = '' }) => {
    const gaps = gapsIn(await remarks.all(id));
    return gaps.map((gap) => ({ organisation: id, owner, ...gap }));
  });
  return (await Promise.all(told)).flat();
}

function spoken(all: readonly Organisation[], told: readonly Told[]): string {
  const parts = all.map((organisation) => {
    const theirs = told.filter((each) => each.organisation === organisation.id);
    return [headOf(organisation), ...theirs.map(textOf)].join('\n\n');
  });
  return `${parts.join('\n\n')}\n`;
}

/** For whom it is, or why there is nothing. */
function headOf(organisation: Organisation): string {
  const { id, owner, people, retention } = organisation;
  if (owner === undefined || retention.vragen === undefined)
    return `${id}: no question is kept: its file must say for whom (owner) and for how long (retention: vragen).`;
  const count = people.filter((person) => holds(person, owner)).length;
  return `${id}: for who has the role ${owner} (${count} people), and nobody else; kept for ${retention.vragen.amount} ${retention.vragen.unit}.`;
}

function textOf({ protocol, topic, unanswered, down, questions, lines }: Told): string {
  const head = `${protocol}: ${topic || '(no subject)'}: ${unanswered} without an answer, ${down} thumbs down`;
  return [head, ...questions.map((each) => `  ${each}`), ...lines.map((each) => `  with a thumb: ${each}`)].join('\n');
}

await run(main, [ConfigError, ContentError, StoreError]);
