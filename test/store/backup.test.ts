import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../src/store/backup.ts';
import { DATABASE_FILE } from '../../src/store/store.ts';
import { remarkOf } from '../fakes/remark.ts';
import { ORGANISATION, opened as opening } from '../handover/world.ts';
import { content } from './contract.ts';
import { foundIn } from './found-in.ts';
import { freshFolder, KEY, OTHER_KEY, openIn } from './place.ts';
import { peek, tamper } from './tamper.ts';

const REF = 'V-7K3F9Q';
const code = (expected: string) => expect.objectContaining({ name: 'StoreError', code: expected });

/** A folder with one case, and where its backup goes: a folder to start from. */
async function filled() {
  const folder = freshFolder();
  const it = await openIn(folder);
  await it.store.cases.create(opening({}, REF), content, 'n');
  await it.store.remarks.keep(remarkOf(ORGANISATION));
  const restored = freshFolder();
  const to = join(restored, DATABASE_FILE);
  const back = (changes = {}) =>
    backUp({ folder, to, dataKey: KEY, production: true, warn: () => undefined, ...changes });
  return { ...it, folder, restored, to, back };
}

test('while a server runs: all that was kept, in one file, for this user only', async () => {
  const { store, restored, to, back } = await filled();
  expect(await back()).toEqual({ cases: 1, entries: 1, faults: [] });
  expect(readdirSync(restored)).toEqual([DATABASE_FILE]);
  expect(statSync(to).mode & 0o777).toBe(0o600);
  await store.cases.create(opening({}, 'V-222222'), content, 'later');
  const { cases: after, remarks } = (await openIn(restored)).store;
  expect(await remarks.all(ORGANISATION)).toMatchObject([remarkOf(ORGANISATION)]);
  expect(await after.verifyJournal()).toEqual({ cases: 1, entries: 1, faults: [] });
  expect(await after.content(REF)).toEqual(content);
});

test('put back at once, no server counts as running on it', async () => {
  const { store, folder, to, back } = await filled();
  await store.running.here();
  await back();
  const count = 'select count(*) as n from servers';
  expect([peek(folder, count), peek(dirname(to), count)]).toEqual([1, 0]);
});

test('the key is not in it', async () => {
  const { folder, restored, back, store } = await filled();
  await store.close();
  writeFileSync(join(folder, 'data.key'), `${KEY}\n`);
  await back({ dataKey: undefined, production: false });
  expect(readdirSync(restored)).toEqual([DATABASE_FILE]);
  expect(foundIn(restored, KEY)).toEqual([]);
  await expect(openIn(restored, { dataKey: OTHER_KEY })).rejects.toThrow(code('DATA_KEY_UNKNOWN'));
});

test('what is not in order is named, and in the backup too', async () => {
  const { folder, back } = await filled();
  tamper(folder, `delete from journal where ref = '${REF}'`);
  expect((await back()).faults).toMatchObject([{ ref: REF }]);
});

test('nothing is written over', async () => {
  const { to, back } = await filled();
  writeFileSync(to, 'van gisteren');
  await expect(back()).rejects.toThrow(code('BACKUP_REFUSED'));
  expect(readFileSync(to, 'utf8')).toBe('van gisteren');
});

test.each([
  ['another key', 'DATA_KEY_UNKNOWN', { dataKey: OTHER_KEY }],
  ['no key', 'DATA_KEY_MISSING', { dataKey: undefined }],
  ['nothing kept yet', 'BACKUP_REFUSED', { folder: '/nergens' }],
  ['a folder that is not there', 'BACKUP_REFUSED', { to: '/nergens/b.db' }],
])('%s: refused, and nothing is left behind', async (_, expected, changes) => {
  const { back, restored } = await filled();
  await expect(back(changes)).rejects.toThrow(code(expected));
  expect(readdirSync(restored)).toEqual([]);
});

test('what was moved to PostgreSQL is out of date and not backed up', async () => {
  const { folder, back, store } = await filled();
  await store.close();
  tamper(folder, 'pragma user_version = 1');
  await expect(back()).rejects.toThrow(code('STORE_MOVED'));
});

test('a database that is no database', async () => {
  const folder = freshFolder();
  writeFileSync(join(folder, DATABASE_FILE), 'geen database '.repeat(1_000));
  const to = join(freshFolder(), 'b.db');
  await expect(backUp({ folder, to, dataKey: KEY, production: true, warn: () => undefined })).rejects.toThrow(
    code('STORE_DAMAGED'),
  );
});
