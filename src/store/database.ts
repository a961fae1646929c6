import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** A database and the few things in which one differs from another. */
export type Database = {
  readonly db: Kysely<Tables>;
  /** Transactions run side by side, so that rows must be locked: PostgreSQL. On SQLite one writes and the others wait. */
  readonly sideBySide: boolean;
  /** Waits until no other transaction has this name, and has it until the transaction ends. */
  queue(trx: Handle, name: string): Promise<void>;
  /**
   * Runs what may take long, such as a migration, over a connection without limits of time.
   * @param schema where the tables are, for a database that has more than one place
   */
  patiently<T>(work: (db: Kysely<Tables>, schema: string | undefined) => Promise<T>): Promise<T>;
  /** Makes sure that what was deleted is no longer in the files; nothing where the database sees to that itself. */
  scrub(): Promise<void>;
  /** Waits for what is under way and closes. */
  close(): Promise<void>;
};

/** Inside a transaction use only this handle, and never wait for the network. */
export type Handle = Transaction<Tables>;

/**
 * Locks a case before its rows, so that two that change one case wait for each other in the same order and never for ever.
 * A case that is not there is not locked.
 */
export async function lockCase({ sideBySide }: Pick<Database, 'sideBySide'>, trx: Handle, ref: string): Promise<void> {
  if (!sideBySide) return;
  await trx.selectFrom('cases').select('ref').where('ref', '=', ref).forNoKeyUpdate().execute();
}
