import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hold } from '../../../src/cli/hold/hold.ts';
import { run } from '../../fakes/run.ts';
import { opened as opening } from '../../handover/world.ts';
import { content } from '../../store/contract.ts';
import { freshFolder, KEY, openIn } from '../../store/place.ts';

const REF = 'V-222222';
const bestuurder = 'bestuurder@voorbeeld.example';
const where = (folder: string) => ({
  protocols: 'protocols',
  organisations: 'organisations',
  data: { folder, dataKey: KEY, databaseUrl: undefined, production: true },
});

/** A case of the example board. */
async function installed(changes: Parameters<typeof opening>[0] = {}): Promise<string> {
  const folder = freshFolder();
  const { store } = await openIn(folder);
  await store.cases.create(opening({ organisation: 'example', location: 'calvijn', ...changes }, REF), content, '1');
  await store.close();
  return folder;
}

async function stateOf(folder: string) {
  const { store } = await openIn(folder);
  const stored = await store.cases.load(REF);
  const journal = (await store.cases.journalOf(REF)).map(({ verb, data }) => [verb, data.by].join(' ').trim());
  const { faults } = await store.cases.verifyJournal();
  await store.close();
  return { by: stored?.case.hold?.by, journal: journal.slice(1), faults };
}

test('the bestuur holds a case, in whatever letters the address is written, and releases it', async () => {
  const folder = await installed();
  expect(await hold(where(folder), { ref: REF, by: 'Bestuurder@Voorbeeld.Example', release: false })).toBe('done');
  expect(await hold(where(folder), { ref: REF, by: bestuurder, release: false })).toBe('already');
  expect(await stateOf(folder)).toEqual({ by: bestuurder, journal: [`hold ${bestuurder}`], faults: [] });
  expect(await hold(where(folder), { ref: REF, by: bestuurder, release: true })).toBe('done');
  const journal = [`hold ${bestuurder}`, `release-hold ${bestuurder}`];
  expect(await stateOf(folder)).toEqual({ by: undefined, journal, faults: [] });
});

test.each([
  ['a leidinggevende', {}, { by: 'teamleider.onderbouw@voorbeeld.example' }, 'not-bestuur'],
  ['somebody unknown', {}, { by: 'iemand@elders.example' }, 'not-bestuur'],
  ['another case', {}, { ref: 'V-333333' }, 'not-found'],
  ['a case of another organisation', { organisation: 'een-andere' }, {}, 'not-found'],
  ['a bestuurder whom it is about', { excluded: [bestuurder] }, {}, 'not-found'],
])('%s: nothing is changed', async (_name, changes, asked, held) => {
  const folder = await installed(changes);
  expect(await hold(where(folder), { ref: REF, by: bestuurder, release: false, ...asked })).toBe(held);
  expect(await stateOf(folder)).toEqual({ by: undefined, journal: [], faults: [] });
});

test('as it is typed: says what is so now, or what is wrong, with its exit status', async () => {
  const env = { DATA_DIR: await installed(), DATA_KEY: KEY };
  const good = await run('src/cli/hold.ts', [REF, '--by', bestuurder], { env });
  expect(good).toEqual({ code: 0, out: `${REF} is kept until it is released.\n`, err: '' });
  const elsewhere = { ...env, DATA_DIR: join(freshFolder(), 'elders') };
  const nowhere = await run('src/cli/hold.ts', [REF, '--by', bestuurder], { env: elsewhere });
  expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringContaining('elders/bij-twijfel.db is not there')]);
  expect(existsSync(elsewhere.DATA_DIR)).toBe(false);
  const bad = await run('src/cli/hold.ts', [REF], { env });
  expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('npm run hold -- M-7K3F9Q')]);
});
