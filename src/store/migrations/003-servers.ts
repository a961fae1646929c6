import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which servers run, and the ids of the keys that each has. */
export const servers: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('servers')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('keys', 'text', (column) => column.notNull())
      .addColumn('until', 'text', (column) => column.notNull())
      .execute();
  },
};
