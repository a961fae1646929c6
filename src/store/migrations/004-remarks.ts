import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What people made of answers, without who they are. */
export const remarks: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('remarks')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('week', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('remarks_kept').on('remarks').columns(['organisation', 'week']).execute();
  },
};
