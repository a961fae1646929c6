import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readKeyring } from '../../src/store/keyring.ts';
import { assertDurable, openSqlite } from '../../src/store/sqlite.ts';
import { DATABASE_FILE, type Store, storeOn } from '../../src/store/store.ts';
import { opened as opening } from '../handover/world.ts';
import { content } from './contract.ts';
import { freshFolder, KEY, openIn } from './place.ts';
import { tamper } from './tamper.ts';

const code = (expected: string) => expect.objectContaining({ name: 'StoreError', code: expected });
const create = (store: Store, ref: string) => store.cases.create(opening({}, ref), content, ref);

/** A store together with the database under it. */
async function onFile(busyMs?: number) {
  const file = join(freshFolder(), DATABASE_FILE);
  const database = openSqlite(file, busyMs === undefined ? {} : { busyMs });
  const on = { clock: () => new Date(), warn: () => undefined, migrate: true };
  const store = await storeOn(
    database,
    readKeyring(KEY, (id) => id),
    on,
  );
  onTestFinished(() => store.close());
  return { file, database, store };
}

describe('a commit is on disk', () => {
  test('WAL and synchronous=FULL hold on the store’s own connection, and the file is for this user only', async () => {
    const { file, database } = await onFile();
    expect((await sql`pragma journal_mode`.execute(database.db)).rows).toEqual([{ journal_mode: 'wal' }]);
    expect((await sql`pragma synchronous`.execute(database.db)).rows).toEqual([{ synchronous: 2 }]);
    for (const end of ['', '-wal', '-shm']) expect(statSync(`${file}${end}`).mode & 0o777).toBe(0o600);
  });

  test.each([
    'pragma synchronous = normal',
    'pragma synchronous = off',
    'pragma journal_mode = delete',
    'pragma journal_mode = memory',
  ])('without it nothing starts: %s', (weaker) => {
    const sqlite = new DatabaseSync(join(freshFolder(), 'x.db'));
    sqlite.exec('pragma journal_mode = wal; pragma synchronous = full');
    assertDurable(sqlite);
    sqlite.exec(weaker);
    expect(() => assertDurable(sqlite)).toThrow(code('STORE_NOT_DURABLE'));
    sqlite.close();
  });
});

describe('when the database refuses', () => {
  test('a full disk: said, nothing half kept, and it goes on when there is room', async () => {
    const { database, store } = await onFile();
    await create(store, 'V-222222');
    await sql`pragma max_page_count = 1`.execute(database.db);
    const big = { fields: { question: 'x'.repeat(100_000) }, notes: [] };
    const refused = store.cases.create(opening({}, 'V-333333'), big, 'n');
    await expect(refused).rejects.toThrow(code('STORE_FULL'));
    await sql`pragma max_page_count = 1000000`.execute(database.db);
    expect(await store.cases.load('V-333333')).toBeUndefined();
    expect(await store.cases.create(opening({}, 'V-333333'), big, 'n')).toMatchObject({ already: false });
    expect(await store.cases.verifyJournal()).toEqual({ cases: 2, entries: 2, faults: [] });
  });

  test('another process that writes for too long: said, and it goes on afterwards', async () => {
    const { file, store } = await onFile(20);
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    await expect(create(store, 'V-222222')).rejects.toThrow(code('STORE_BUSY'));
    other.exec('rollback');
    other.close();
    expect(await create(store, 'V-222222')).toMatchObject({ already: false });
  });

  test('a file that is no database', async () => {
    const folder = freshFolder();
    await (await openIn(folder)).store.close();
    writeFileSync(join(folder, DATABASE_FILE), 'geen database '.repeat(1_000));
    await expect(openIn(folder)).rejects.toThrow(code('STORE_DAMAGED'));
  });

  describe('a file that is no longer in its place', () => {
    const away = {
      removed: (file: string) => rmSync(file),
      'moved away': (file: string) => renameSync(file, `${file}.elsewhere`),
      replaced: (file: string) => {
        renameSync(file, `${file}.elsewhere`);
        copyFileSync(`${file}.elsewhere`, file);
      },
    };
    const cases = Object.entries(away).flatMap(([how, move]) =>
      ['', '-wal'].map((end) => ({ how, what: `bij-twijfel.db${end}`, end, move })),
    );

    test.each(cases)('$what is $how: said, and nothing counts as saved', async ({ end, move }) => {
      const { file, store } = await onFile();
      await create(store, 'V-222222');
      move(`${file}${end}`);
      await expect(create(store, 'V-333333')).rejects.toThrow(code('STORE_IO'));
    });

    test('it goes on when the file is back', async () => {
      const { file, store } = await onFile();
      await create(store, 'V-222222');
      renameSync(file, `${file}.elsewhere`);
      await expect(create(store, 'V-333333')).rejects.toThrow(code('STORE_IO'));
      renameSync(`${file}.elsewhere`, file);
      expect(await create(store, 'V-333333')).toMatchObject({ already: false });
      expect((await store.cases.verifyJournal()).cases).toBe(2);
    });

    test('taken away in the middle of a transaction: it is not committed', async () => {
      const { file, database } = await onFile();
      const writing = database.db.transaction().execute(async (trx) => {
        await sql`pragma user_version = 0`.execute(trx);
        renameSync(file, `${file}.elsewhere`);
      });
      await expect(writing).rejects.toThrow(code('STORE_IO'));
    });

    test('control: SQLite itself says that it is saved, and it is not', () => {
      const file = join(freshFolder(), 'x.db');
      const sqlite = new DatabaseSync(file);
      sqlite.exec('pragma journal_mode = wal; create table t (x)');
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`);
      expect(sqlite.prepare('insert into t values (1)').run().changes).toBe(1);
      sqlite.close();
      expect(existsSync(file)).toBe(false);
    });
  });

  test('a closed store rejects and keeps nothing', async () => {
    const { store } = await openIn(freshFolder());
    await store.close();
    await expect(create(store, 'V-222222')).rejects.toThrow();
  });
});

describe('migrations', () => {
  test('one that failed midway leaves nothing behind', async () => {
    const folder = freshFolder();
    const file = join(folder, DATABASE_FILE);
    const sqlite = new DatabaseSync(file);
    // In the way of the last table of the first migration.
    sqlite.exec('create table installation_keys (x)');
    sqlite.close();
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'STORE_FAILED' });
    tamper(folder, 'drop table installation_keys');
    const { store } = await openIn(folder);
    expect(await create(store, 'V-222222')).toMatchObject({ already: false });
  });

  test('a database of a newer version is left alone', async () => {
    const folder = freshFolder();
    await (await openIn(folder)).store.close();
    tamper(folder, `insert into kysely_migration values ('999-later', '2099-01-01T00:00:00.000Z')`);
    await expect(openIn(folder)).rejects.toThrow(code('STORE_OUTDATED'));
  });

  test('a look that changes nothing refuses an older database', async () => {
    const folder = freshFolder();
    await (await openIn(folder)).store.close();
    tamper(folder, 'delete from kysely_migration');
    await expect(openIn(folder, { migrate: false })).rejects.toThrow(code('STORE_OUTDATED'));
  });
});

describe('several processes', () => {
  const child = join(import.meta.dirname, 'kill', 'child.ts');
  const run = (folder: string, name: string) =>
    promisify(execFile)(process.execPath, [child, folder, KEY, name, 'safe', '12']);

  test('start at once on an empty folder and keep their cases side by side', async () => {
    const folder = freshFolder();
    const all = await Promise.all(['a', 'b', 'c', 'd'].map((name) => run(folder, name)));
    expect(all.map(({ stdout }) => stdout.match(/created/g)?.length)).toEqual([12, 12, 12, 12]);
    const { store } = await openIn(folder);
    expect(await store.cases.verifyJournal()).toEqual({ cases: 48, entries: 64, faults: [] });
  });

  test('send the same forms and make one case of each', async () => {
    const folder = freshFolder();
    const all = await Promise.allSettled(['same', 'same', 'same'].map((name) => run(folder, name)));
    // The second decision on one case is refused as changed meanwhile, which the child does not mind.
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    const { store } = await openIn(folder);
    expect(await store.cases.verifyJournal()).toMatchObject({ cases: 12, faults: [] });
  });
});
