import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** A database and the few things in which one differs from another. */
export type Database = {
  readonly db: Kysely<Tables>;
  /** Whether claiming must skip rows that another server is claiming: PostgreSQL. */
  readonly skipLocked: boolean;
  /** Makes sure that what was deleted is no longer in the files; nothing where the database sees to that itself. */
  scrub(): Promise<void>;
};

/** Inside a transaction use only this handle, and never wait for the network. */
export type Handle = Transaction<Tables>;
