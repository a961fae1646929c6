import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who has a case beside its main line, for lists. Names in all tables are hidden from here on: see hiding.ts. */
export const beside: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('beside')
      .addColumn('ref', 'text', (column) => column.notNull().references('cases.ref'))
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('beside_key', ['ref', 'holder'])
      .execute();
    await db.schema.createIndex('beside_held').on('beside').columns(['organisation', 'holder']).execute();
  },
};
