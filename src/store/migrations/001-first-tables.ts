import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

type Database = Kysely<unknown>;

/** Cases, their journals, what is due, cards that were sent, who is bound to which platform id, drafts, keys. */
export const firstTables: Migration = {
  up: async (db: Database) => {
    await cases(db);
    await ofCases(db);
    await people(db);
  },
};

async function cases(db: Database): Promise<void> {
  await db.schema
    .createTable('cases')
    .addColumn('ref', 'text', (column) => column.primaryKey())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('asker', 'text', (column) => column.notNull())
    .addColumn('nonce', 'text', (column) => column.notNull())
    .addColumn('holder', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('wrapped_key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('journal_length', 'integer', (column) => column.notNull())
    .addColumn('journal_last', 'text', (column) => column.notNull())
    .addColumn('journal_head', 'text', (column) => column.notNull())
    .addUniqueConstraint('cases_once', ['organisation', 'asker', 'nonce'])
    .execute();
  await db.schema.createIndex('cases_held').on('cases').columns(['organisation', 'holder', 'opened_at']).execute();
  await db.schema.createIndex('cases_asked').on('cases').columns(['organisation', 'asker', 'opened_at']).execute();
}

async function ofCases(db: Database): Promise<void> {
  await db.schema
    .createTable('journal')
    .addColumn('ref', 'text', (column) => column.notNull().references('cases.ref'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('verb', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('mac', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('journal_key', ['ref', 'seq'])
    .execute();
  await db.schema
    .createTable('hand_over')
    .addColumn('ref', 'text', (column) => column.notNull().references('cases.ref'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('claim', 'text')
    .addPrimaryKeyConstraint('hand_over_key', ['ref', 'person'])
    .execute();
  await db.schema.createIndex('hand_over_due').on('hand_over').column('due_at').execute();
  await db.schema
    .createTable('messages')
    .addColumn('ref', 'text', (column) => column.notNull().references('cases.ref'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('messages_key', ['ref', 'person', 'channel', 'conversation'])
    .execute();
}

async function people(db: Database): Promise<void> {
  await db.schema
    .createTable('bindings')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('platform_id', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('bound_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('bindings_key', ['organisation', 'channel', 'platform_id'])
    .addUniqueConstraint('bindings_one', ['organisation', 'email', 'channel'])
    .execute();
  await db.schema
    .createTable('drafts')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('drafts_key', ['organisation', 'email', 'key'])
    .execute();
  await db.schema
    .createTable('installation_keys')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('wrapped', 'text', (column) => column.notNull())
    .execute();
}
