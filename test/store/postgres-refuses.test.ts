import { sql } from 'kysely';
import { Client } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { assertFit } from '../../src/store/postgres/session.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { withPostgres } from '../fakes/postgres/postgres.ts';
import { postgresPrograms } from '../fakes/postgres/programs.ts';
import { onServer } from '../fakes/postgres/schema.ts';
import { startPostgres } from '../fakes/postgres/server.ts';
import { freshFolder, onPostgres, openIn } from './place.ts';

/** What a start refuses of a PostgreSQL server, on real servers where that can be had. */

const code = (expected: string) => expect.objectContaining({ name: 'StoreError', code: expected });

const fit = {
  version: 150_000,
  encoding: 'UTF8',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  read_only: 'off',
} as const;

describe('a server', () => {
  test('of version 15 that writes durably is fit', () => expect(() => assertFit(fit)).not.toThrow());
  test('that waits for its standby as well, or only for its own disk, is fit', () => {
    for (const synchronous_commit of ['remote_apply', 'remote_write', 'local']) {
      expect(() => assertFit({ ...fit, synchronous_commit })).not.toThrow();
    }
  });
  test.each([
    [{ version: 140_023 }, 'STORE_OUTDATED'],
    [{ fsync: 'off' }, 'STORE_NOT_DURABLE'],
    [{ synchronous_commit: 'off' }, 'STORE_NOT_DURABLE'],
    [{ full_page_writes: 'off' }, 'STORE_NOT_DURABLE'],
    [{ read_only: 'on' }, 'STORE_IO'],
    [{ encoding: 'LATIN1' }, 'STORE_FORBIDDEN'],
  ])('with %j is refused', (changes, expected) => {
    expect(() => assertFit({ ...fit, ...changes })).toThrow(code(expected));
  });
});

/** The same address as another user, or for another database. */
function as(url: string, changes: { readonly user?: string; readonly database?: string }): string {
  const other = new URL(url);
  if (changes.user !== undefined) other.username = changes.user;
  if (changes.database !== undefined) other.pathname = changes.database;
  return other.href;
}

await withPostgres('what a start on PostgreSQL refuses', (server) => {
  const open = (databaseUrl: string) => openIn(freshFolder(), { databaseUrl });
  const name = () => `test_${Math.random().toString(36).slice(2, 12)}`;

  async function role(...statements: readonly string[]): Promise<string> {
    const user = name();
    await onServer(
      server,
      `create role ${user} superuser login`,
      ...statements.map((each) => `alter role ${user} ${each}`),
    );
    onTestFinished(async () => void (await onServer(server, `drop owned by ${user} cascade`, `drop role ${user}`)));
    return user;
  }

  async function database(...statements: readonly string[]): Promise<string> {
    const made = name();
    await onServer(server, `create database ${made} template template0 encoding 'UTF8'`);
    onTestFinished(async () => void (await onServer(server, `drop database ${made} with (force)`)));
    for (const each of statements) await onServer(server, `alter database ${made} ${each}`);
    return made;
  }

  test('commits that do not wait for the disk, set for the role', async () => {
    const user = await role('set synchronous_commit = off');
    await expect(open(as(server, { user }))).rejects.toThrow(code('STORE_NOT_DURABLE'));
  });

  test('the same, set for the database', async () => {
    const made = await database('set synchronous_commit = off');
    await expect(open(as(server, { database: made }))).rejects.toThrow(code('STORE_NOT_DURABLE'));
  });

  test('the same, set while a server of ours runs: its new connections are refused', async () => {
    const made = await database();
    const { store } = await open(as(server, { database: made }));
    await onServer(server, `alter database ${made} set synchronous_commit = off`);
    await store.cases.nextDueAt();
    // More at once than there are connections: new ones are made, and refused.
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => store.cases.nextDueAt()));
    const refused = all.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused.length).toBeGreaterThan(0);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'STORE_NOT_DURABLE' });
  });

  test('a database that is only to be read', async () => {
    const made = await database('set default_transaction_read_only = on');
    await expect(open(as(server, { database: made }))).rejects.toThrow(code('STORE_IO'));
  });

  test('a database that is not there, a user that is not there', async () => {
    await expect(open(as(server, { database: 'is_er_niet' }))).rejects.toThrow(code('STORE_FORBIDDEN'));
    await expect(open(as(server, { user: 'is_er_niet' }))).rejects.toThrow(code('STORE_FORBIDDEN'));
  });

  test('no schema to keep tables in', async () => {
    const url = new URL(server);
    url.searchParams.set('options', '-c search_path=is_er_niet');
    await expect(open(url.href)).rejects.toThrow(code('STORE_FORBIDDEN'));
  });

  test('a missing key: servers that share a database share it', async () => {
    const place = await onPostgres(server);
    await expect(place.open({ dataKey: undefined })).rejects.toThrow(code('DATA_KEY_MISSING'));
  });
});

const programs = postgresPrograms();

describe.skipIf(programs === undefined)('what a start refuses of a whole server', () => {
  test.each(['fsync', 'full_page_writes', 'synchronous_commit'])('%s = off', async (setting) => {
    const own = await startPostgres({ programs: programs ?? '', settings: { [setting]: 'off' } });
    onTestFinished(() => own.stop());
    await expect(openIn(freshFolder(), { databaseUrl: own.url })).rejects.toThrow(code('STORE_NOT_DURABLE'));
  });

  test('set off for all while we run, a connection of ours still waits for the disk', async () => {
    const own = await startPostgres({ programs: programs ?? '' });
    onTestFinished(() => own.stop());
    const database = openPostgres(own.url);
    onTestFinished(() => database.close());
    const ours = async () => (await sql`show synchronous_commit`.execute(database.db)).rows;
    expect(await ours()).toEqual([{ synchronous_commit: 'on' }]);
    await onServer(own.url, 'alter system set synchronous_commit = off', 'select pg_reload_conf()');
    while ((await onServer(own.url, 'show synchronous_commit'))[0]?.synchronous_commit !== 'off');
    expect(await ours()).toEqual([{ synchronous_commit: 'on' }]);
  });

  test('one that is full of others', async () => {
    const settings = { max_connections: '1', superuser_reserved_connections: '0' };
    const own = await startPostgres({ programs: programs ?? '', settings });
    onTestFinished(() => own.stop());
    const other = new Client({ connectionString: own.url });
    await other.connect();
    await expect(openIn(freshFolder(), { databaseUrl: own.url })).rejects.toThrow(code('STORE_BUSY'));
    await other.end();
  });

  test('one that is not there', async () => {
    const own = await startPostgres({ programs: programs ?? '' });
    await own.stop();
    await expect(openIn(freshFolder(), { databaseUrl: own.url })).rejects.toThrow(code('STORE_UNREACHABLE'));
  });
});
