import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DATABASE_FILE } from '../../src/store/store.ts';

/** Changes the database behind the store's back, as somebody with the file could. */
export function tamper(folder: string, ...statements: string[]): void {
  const sqlite = new DatabaseSync(join(folder, DATABASE_FILE), { enableForeignKeyConstraints: false });
  try {
    for (const statement of statements) sqlite.exec(statement);
  } finally {
    sqlite.close();
  }
}

/** One value from the database. */
export function peek(folder: string, query: string): unknown {
  const sqlite = new DatabaseSync(join(folder, DATABASE_FILE), { readOnly: true });
  try {
    return Object.values(sqlite.prepare(query).get() ?? {})[0];
  } finally {
    sqlite.close();
  }
}

/** As if the key of a case had been wrapped with a key that this server was not given. @param id of that key */
export function withKeyOf(id: string, folder: string, ref: string): void {
  tamper(folder, `update cases set wrapped_key = '1.${id}.' || substr(wrapped_key, 12) where ref = '${ref}'`);
}
