import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFailed, onTestFinished } from 'vitest';
import { openStore, type Place as Settings, type Store, type StoreSettings } from '../../src/store/store.ts';
import { inMemory } from '../fakes/in-memory.ts';
import { freshSchema } from '../fakes/postgres/postgres.ts';
import { onServer } from '../fakes/postgres/schema.ts';

import { peek, tamper } from './tamper.ts';

/** A key of 32 bytes for tests, the same each time. */
export const KEY = Buffer.alloc(32, 7).toString('base64');
export const OTHER_KEY = Buffer.alloc(32, 8).toString('base64');

/** A folder of its own for this test; kept, and named, when the test fails. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(inMemory, 'bij-twijfel-'));
  let failed = false;
  onTestFailed(() => {
    failed = true;
    console.log(`The data of this test is kept in ${folder}`);
  });
  onTestFinished(() => {
    if (!failed) rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export type Opened = { readonly store: Store; readonly warnings: string[]; now: Date };

/** A store in a folder, closed when the test ends. `now` can be moved. */
export async function openIn(folder: string, changes: Partial<StoreSettings> = {}): Promise<Opened> {
  const warnings: string[] = [];
  const opened = { warnings, now: new Date('2026-11-23T09:00:00.000Z') };
  const store = await openStore({
    folder,
    dataKey: KEY,
    production: false,
    clock: () => opened.now,
    warn: (message) => void warnings.push(message),
    ...changes,
  });
  onTestFinished(() => store.close().catch(() => undefined));
  return Object.assign(opened, { store });
}

/** An empty place for a store, and the way in behind its back. */
export type Place = {
  /** Opens a store there; closed when the test ends. */
  open(changes?: Partial<StoreSettings>): Promise<Opened>;
  /** Changes the database as somebody with its password or its file could. */
  tamper(...statements: readonly string[]): Promise<void>;
  /** One value from the database. */
  peek(query: string): Promise<unknown>;
  /** From now on any statement that sets this column fails. */
  forbid(column: string, table: string): Promise<void>;
  /** For what opens the place by itself. */
  settings(changes?: Partial<Settings>): Settings;
};

const settled = { dataKey: KEY, production: false, warn: () => undefined };

export function onSqlite(): Place {
  const folder = freshFolder();
  return {
    open: (changes) => openIn(folder, changes),
    tamper: async (...statements) => tamper(folder, ...statements),
    peek: async (query) => peek(folder, query),
    forbid: async (column, table) =>
      tamper(
        folder,
        `create trigger forbidden before update of ${column} on ${table} begin select raise(abort, 'forbidden'); end`,
      ),
    settings: (changes) => ({ folder, ...settled, ...changes }),
  };
}

/** @param server see `withPostgres` */
export async function onPostgres(server: string): Promise<Place> {
  const folder = freshFolder();
  const databaseUrl = await freshSchema(server);
  return {
    open: (changes) => openIn(folder, { databaseUrl, ...changes }),
    tamper: async (...statements) => {
      // Without the rules between tables, which somebody who means harm switches off.
      await onServer(databaseUrl, 'set session_replication_role = replica', ...statements);
    },
    peek: async (query) => Object.values((await onServer(databaseUrl, query))[0] ?? {})[0],
    forbid: async (column, table) => {
      await onServer(
        databaseUrl,
        `create function forbidden() returns trigger language plpgsql as $$ begin raise exception 'forbidden'; end $$`,
        `create trigger forbidden before update of ${column} on ${table} for each row execute function forbidden()`,
      );
    },
    settings: (changes) => ({ folder, databaseUrl, ...settled, ...changes }),
  };
}
