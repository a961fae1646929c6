import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { StoreError } from './errors.ts';
import { firstTables } from './migrations/001-first-tables.ts';
import { beside } from './migrations/002-beside.ts';
import { servers } from './migrations/003-servers.ts';
import { remarks } from './migrations/004-remarks.ts';
import type { Tables } from './tables.ts';

/** In order, by name. Never change one that was released; add the next. */
const migrations: Readonly<Record<string, Migration>> = {
  '001-first-tables': firstTables,
  '002-beside': beside,
  '003-servers': servers,
  '004-remarks': remarks,
};

const migratorOf = (db: Kysely<Tables>, schema: string | undefined) =>
  new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
  });

/**
 * Brings the database up to date, all or nothing, and one server at a time.
 * @param schema where the tables are, on PostgreSQL
 * @throws StoreError STORE_OUTDATED when it was written by a newer version, or the error of the database
 */
export async function migrate(db: Kysely<Tables>, schema?: string): Promise<void> {
  // kysely never rejects here: it answers with the error.
  const { error } = await migratorOf(db, schema).migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new StoreError('STORE_OUTDATED', 'The database was written by another version. Start the newest one.', error);
  }
  throw error;
}

/**
 * For a look that changes nothing.
 * @throws StoreError STORE_OUTDATED when a migration is still to come
 */
export async function assertMigrated(db: Kysely<Tables>, schema?: string): Promise<void> {
  const all = await migratorOf(db, schema).getMigrations();
  if (all.every(({ executedAt }) => executedAt !== undefined)) return;
  throw new StoreError(
    'STORE_OUTDATED',
    'The database is of an earlier version. Start the server once, then try again.',
  );
}
