import { Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { StoreError } from './errors.ts';
import { OwnSchemaDialect } from './postgres/dialect.ts';
import { createPool } from './postgres/pool.ts';
import { type Limits, patient, prompt } from './postgres/session.ts';
import { textByBytes } from './postgres/text-by-bytes.ts';
import type { Tables } from './tables.ts';

/** How many connections one server of ours holds at most. */
const CONNECTIONS = 10;

/**
 * Opens a database on a PostgreSQL server of version 15 or newer. Nothing is asked of the server yet: every new connection
 * is checked to write durably, the first one included.
 * @param url DATABASE_URL: `postgres://user:password@host:port/database`
 * @param limits how long anything may take, but for what runs `patiently`
 */
export function openPostgres(url: string, limits: Limits = prompt): Database {
  const db = over(url, limits, CONNECTIONS);
  return {
    db,
    sideBySide: true,
    queue: async (trx, name) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
    },
    patiently: async (work) => {
      const slow = over(url, patient, 1);
      try {
        return await work(slow, await schemaOf(slow));
      } finally {
        await slow.destroy();
      }
    },
    // A deleted row is gone for every query. Its bytes go with VACUUM and the write-ahead log, which are the server's.
    scrub: async () => undefined,
    close: () => db.destroy(),
  };
}

function over(url: string, limits: Limits, connections: number): Kysely<Tables> {
  const dialect = new OwnSchemaDialect({ pool: createPool(url, limits, connections) });
  return new Kysely<Tables>({ dialect, plugins: [textByBytes] });
}

/** Where new tables go: kysely otherwise takes a migration table of another schema for ours. */
async function schemaOf(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db);
  const schema = rows[0]?.schema;
  if (typeof schema === 'string') return schema;
  throw new StoreError(
    'STORE_FORBIDDEN',
    'The database has no schema to keep tables in. Make the one that search_path names, or let DATABASE_URL name another.',
  );
}
