import {
  type DatabaseIntrospector,
  type Kysely,
  PostgresDialect,
  type SchemaMetadata,
  sql,
  type TableMetadata,
} from 'kysely';

/**
 * kysely looks at every table of the whole database to find its own two, and fails when somebody else removes one meanwhile;
 * and a large database of others makes a start slow. This one looks at the names in our own schema.
 */
export class OwnSchemaDialect extends PostgresDialect {
  override createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return {
      getSchemas: async () => {
        const names = await sql<SchemaMetadata>`select nspname as name from pg_namespace`.execute(db);
        return names.rows;
      },
      getTables: async () => {
        const names = await sql<Pick<TableMetadata, 'name' | 'schema'>>`
          select tablename as name, schemaname as schema from pg_tables where schemaname = current_schema()`.execute(
          db,
        );
        return names.rows.map((each) => ({ ...each, isView: false, isForeign: false, columns: [] }));
      },
    };
  }
}
