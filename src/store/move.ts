import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { JournalReport } from '../handover/ports.ts';
import type { Database } from './database.ts';
import { asStoreError, StoreError } from './errors.ts';
import { keyringFor } from './key-file.ts';
import type { Keyring } from './keyring.ts';
import { migrate } from './migrations.ts';
import { openPostgres } from './postgres.ts';
import { keysOfServers, lingering } from './servers.ts';
import { markMoved, openSqlite } from './sqlite.ts';
import { DATABASE_FILE, type Store, storeOn } from './store.ts';
import { identity, type TableName, type Tables, tableNames } from './tables.ts';
import { isThere } from './there.ts';

export type MoveSettings = {
  /** DATA_DIR, with the database file. */
  readonly folder: string;
  /** DATABASE_URL: a PostgreSQL database without cases. */
  readonly databaseUrl: string;
  /** DATA_KEY, which stays the key of the data. */
  readonly dataKey: string;
};

export type Moved = {
  /** Rows of each table, the same on both sides. */
  readonly rows: Readonly<Record<TableName, number>>;
  /** What the journals are like: the same on both sides. */
  readonly report: JournalReport;
  /** Everything was there already: an earlier move was broken off after its last row. */
  readonly already: boolean;
};

const ROWS_AT_ONCE = 200;
const BUSY_MS = 2_000;

/**
 * Carries an installation over from SQLite to PostgreSQL: all rows in one transaction, compared one by one, and every
 * journal verified. Afterwards the file is marked, so that no server starts on it by mistake. Whatever fails before that
 * leaves the file as it was; broken off, it can be run again.
 * @throws StoreError that says what to do: MOVE_REFUSED, or what is the matter with either database
 */
export async function move({ folder, databaseUrl, dataKey }: MoveSettings): Promise<Moved> {
  const file = join(folder, DATABASE_FILE);
  if (!isThere(file)) throw refused(`There is nothing to move: ${file} is not there.`);
  const keyring = keyringFor(folder, true, { dataKey, production: true, warn: on.warn });
  try {
    const source = openAlone(file);
    const from = await storeOn(source, keyring, on);
    try {
      return await moveTo(source, from, openPostgres(databaseUrl), keyring);
    } finally {
      await from.close();
    }
  } catch (cause) {
    throw asStoreError(cause);
  }
}

const on = { clock: () => new Date(), warn: () => undefined, migrate: true } as const;

function openAlone(file: string): Database {
  try {
    return openSqlite(file, { busyMs: BUSY_MS, alone: true });
  } catch (cause) {
    const error = asStoreError(cause);
    if (!(error instanceof StoreError) || error.code !== 'STORE_BUSY') throw error;
    throw refused(`${file} is in use. Stop the server first; start it again with DATABASE_URL when all is moved.`);
  }
}

async function moveTo(source: Database, from: Store, target: Database, keyring: Keyring): Promise<Moved> {
  try {
    const before = await from.cases.verifyJournal();
    await target.patiently(migrate);
    const { rows, already } = await target.patiently((db) => copy(source.db, db));
    const report = await (await storeOn(target, keyring, on)).cases.verifyJournal();
    // What was not in order before has come over as it was; nothing else may have gone wrong.
    if (told(report) !== told(before)) throw different('the journals');
    await markMoved(source);
    return { rows, report, already };
  } finally {
    await target.close();
  }
}

/** All or nothing: what is there already is never mixed with what comes. */
function copy(from: Kysely<Tables>, to: Kysely<Tables>): Promise<Pick<Moved, 'rows' | 'already'>> {
  return to.transaction().execute(async (trx) => {
    // A server that starts on the target meanwhile waits here for its keys.
    await sql`lock table installation_keys in access exclusive mode`.execute(trx);
    const already = (await page(trx, 'cases', 0, 1)).length > 0;
    if (!already) await clear(trx);
    const rows: Partial<Record<TableName, number>> = {};
    for (const table of tableNames) {
      if (!already) await copyTable(from, trx, table);
      const [there, here] = [await digestOf(from, table), await digestOf(trx, table)];
      if (there.digest !== here.digest) throw already ? notEmpty() : different(table);
      rows[table] = here.rows;
    }
    return { rows: rows as Record<TableName, number>, already };
  });
}

/** What a server that was started on the target without cases left there: keys of its own, and who wrote to it. */
async function clear(trx: Transaction<Tables>): Promise<void> {
  if ((await keysOfServers(trx)).length > 0) {
    throw refused(
      `A server runs on the database of DATABASE_URL. Nothing was moved: stop it, and run this again. ${lingering}`,
    );
  }
  for (const table of tableNames.toReversed()) await trx.deleteFrom(table).execute();
}

type Row = Readonly<Record<string, string | number | null>>;

async function page(db: Kysely<Tables>, table: TableName, from: number, limit = ROWS_AT_ONCE): Promise<readonly Row[]> {
  const order = sql.join(identity[table].map((column) => sql.ref(column)));
  const query = sql<Row>`select * from ${sql.table(table)} order by ${order} limit ${limit} offset ${from}`;
  return (await query.execute(db)).rows;
}

async function* pages(db: Kysely<Tables>, table: TableName) {
  for (let from = 0; ; from += ROWS_AT_ONCE) {
    const rows = await page(db, table, from);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

async function copyTable(from: Kysely<Tables>, to: Kysely<Tables>, table: TableName): Promise<void> {
  const any = to as unknown as Kysely<Record<string, Row>>;
  for await (const rows of pages(from, table)) await any.insertInto(table).values(rows).execute();
}

/** Every value of every row, in an order that both databases share. */
async function digestOf(
  db: Kysely<Tables>,
  table: TableName,
): Promise<{ readonly rows: number; readonly digest: string }> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const rows of pages(db, table)) {
    count += rows.length;
    for (const row of rows) hash.update(JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))));
  }
  return { rows: count, digest: hash.digest('hex') };
}

function told({ cases, entries, faults }: JournalReport): string {
  return JSON.stringify([cases, entries, faults.map(({ ref, fault }) => `${ref} ${fault}`).toSorted()]);
}

function refused(message: string): StoreError {
  return new StoreError('MOVE_REFUSED', message);
}

function notEmpty(): StoreError {
  return refused('The database of DATABASE_URL has other cases already. Nothing was moved: name one without cases.');
}

function different(what: string): StoreError {
  return refused(
    `After copying, ${what} differ from what DATA_DIR has. The move is not valid: empty the database of DATABASE_URL, and stay on DATA_DIR.`,
  );
}
