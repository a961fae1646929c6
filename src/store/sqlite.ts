import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from 'kysely';
import type { Database } from './database.ts';
import { StoreError } from './errors.ts';
import { inPlace } from './in-place.ts';
import type { Tables } from './tables.ts';

/** Everything that is SQLite's own. */

const BUSY_MS = 5_000;
/** The file in DATA_DIR that holds everything. */
export const DATABASE_FILE = 'bij-twijfel.db';
/** Prepared statements kept by their text; kysely's texts are few. */
const STATEMENTS = 200;

/** What `user_version` of a file is when its cases were moved to PostgreSQL; otherwise it is 0. */
const MOVED = 1;

export type SqliteOptions = {
  /** How long a statement waits for another process; everything in this process waits with it. */
  readonly busyMs?: number;
  /** Nobody else has the file open, and nobody can open it until it is closed. */
  readonly alone?: boolean;
};

/**
 * Opens a database file, made when it is not there, and makes sure that a commit is on disk when it returns.
 * @throws StoreError STORE_NOT_DURABLE when the file system or SQLite will not promise that; STORE_MOVED
 */
export function openSqlite(file: string, { busyMs = BUSY_MS, alone = false }: SqliteOptions = {}): Database {
  // Made by hand for its mode; SQLite gives -wal and -shm the same one.
  closeSync(openSync(file, 'a', 0o600));
  const sqlite = new DatabaseSync(file, { timeout: busyMs, defensive: true });
  try {
    // Before anything is read: then SQLite asks for the file as a whole.
    if (alone) sqlite.exec('pragma locking_mode = exclusive');
    assertNotMoved(sqlite);
    makeDurable(sqlite);
  } catch (cause) {
    sqlite.close();
    throw cause;
  }
  const db = new Kysely<Tables>({ dialect: new Dialect({ database: adapted(sqlite, inPlace(file)) }) });
  return {
    db,
    sideBySide: false,
    queue: async () => undefined,
    patiently: (work) => work(db, undefined),
    scrub: async () => void sqlite.exec('pragma wal_checkpoint(truncate)'),
    close: async () => {
      // kysely closes at once, under a transaction too; its one connection is free when that is done.
      await db.connection().execute(async () => undefined);
      await db.destroy();
    },
  };
}

function makeDurable(sqlite: DatabaseSync): void {
  sqlite.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;');
  assertDurable(sqlite);
}

/** Whether the cases of this file are on PostgreSQL by now. */
export function isMoved(sqlite: DatabaseSync): boolean {
  const [version] = sqlite.prepare('pragma user_version').all();
  return version?.user_version === MOVED;
}

/** @throws StoreError STORE_MOVED */
export function assertNotMoved(sqlite: DatabaseSync): void {
  if (!isMoved(sqlite)) return;
  throw new StoreError(
    'STORE_MOVED',
    'The cases in DATA_DIR were moved to PostgreSQL and are out of date here. Set DATABASE_URL to where they are.',
  );
}

/** Marks the file of a database as moved: nothing opens it again. */
export async function markMoved({ db }: Database): Promise<void> {
  await sql`pragma user_version = ${sql.lit(MOVED)}`.execute(db);
}

/** @throws StoreError STORE_NOT_DURABLE */
export function assertDurable(sqlite: DatabaseSync): void {
  const [mode] = sqlite.prepare('pragma journal_mode').all();
  const [synchronous] = sqlite.prepare('pragma synchronous').all();
  if (mode?.journal_mode === 'wal' && synchronous?.synchronous === 2) return;
  throw new StoreError(
    'STORE_NOT_DURABLE',
    'SQLite does not run in WAL mode with synchronous=FULL, so a power cut could lose a case. Put DATA_DIR on a local disk.',
  );
}

/** SQLite can roll back a migration, which kysely does not count on: killed midway, all of it is undone. */
class Dialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new Adapter();
  }
}

class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * node:sqlite as kysely's SqliteDialect wants it.
 * @param assertInPlace asked before a write begins, and before it is committed
 */
function adapted(sqlite: DatabaseSync, assertInPlace: () => void): SqliteDatabase {
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const statement = statements.get(sql) ?? sqlite.prepare(sql);
    if (statements.size >= STATEMENTS) statements.clear();
    statements.set(sql, statement);
    return statement;
  };
  return {
    close: () => sqlite.close(),
    prepare: (sql) => {
      // A deferred transaction that turns to writing fails at once when another writes, whatever the time-out.
      const wanted = sql === 'begin' ? 'begin immediate' : sql;
      // SQLite has rolled back by itself after a full disk; a second one would hide that error behind its own.
      if (sql === 'rollback' && !sqlite.isTransaction) return nothing;
      const statement = adaptedStatement(prepared(wanted));
      const { run } = statement;
      const counts = (): boolean => !sqlite.isTransaction || sql === 'commit';
      return {
        ...statement,
        run: (parameters) => {
          if (counts()) assertInPlace();
          return run(parameters);
        },
      };
    },
  };
}

const nothing: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

function adaptedStatement(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}
