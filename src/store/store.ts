import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseStore, Clock, DraftStore, PersonStore, Slips } from '../handover/ports.ts';
import { createCases } from './cases.ts';
import type { Database } from './database.ts';
import { createDrafts } from './drafts.ts';
import { asStoreError, withStoreErrors } from './errors.ts';
import { hideNames } from './hiding.ts';
import { installationKeys } from './installation-keys.ts';
import { dataKeyFor } from './key-file.ts';
import { type Keyring, readKeyring } from './keyring.ts';
import { createMessages } from './messages.ts';
import { assertMigrated, migrate } from './migrations.ts';
import { createNames } from './names.ts';
import { createPeople } from './people.ts';
import { createSlips } from './slips.ts';
import { openSqlite } from './sqlite.ts';
import { createVault } from './vault.ts';
import { createVerify } from './verify.ts';
import { createWork } from './work.ts';

/** The file in DATA_DIR that holds everything. */
export const DATABASE_FILE = 'bij-twijfel.db';

export type Store = {
  readonly cases: CaseStore;
  readonly people: PersonStore;
  readonly drafts: DraftStore;
  readonly slips: Slips;
  /** Waits for what is under way and closes; afterwards every method rejects. */
  close(): Promise<void>;
};

export type StoreSettings = {
  /** DATA_DIR; made, for this user only, when it is not there. */
  readonly folder: string;
  /** DATA_KEY as set, or undefined: local mode then makes a key file in the folder. */
  readonly dataKey: string | undefined;
  /** NODE_ENV=production: a missing DATA_KEY is an error. */
  readonly production: boolean;
  readonly clock: Clock;
  /** Tells the operator; never text of a case. */
  readonly warn: (message: string) => void;
  /** Brings the tables up to date (the default), or refuses when they are not. */
  readonly migrate?: boolean;
};

/**
 * Opens the store in a folder.
 * @throws StoreError that says what to do: no key, the wrong key, no durable disk, a newer database
 */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const { folder, clock, warn } = settings;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, DATABASE_FILE);
  const keyring = readKeyring(dataKeyFor(folder, existsSync(file), settings));
  try {
    return await storeOn(openSqlite(file), keyring, { clock, warn, migrate: settings.migrate ?? true });
  } catch (cause) {
    throw asStoreError(cause);
  }
}

type On = { readonly clock: Clock; readonly warn: (message: string) => void; readonly migrate: boolean };

/** The store on a database that is open; closes it when it cannot be used. */
export async function storeOn(database: Database, keyring: Keyring, on: On): Promise<Store> {
  const { db } = database;
  try {
    await (on.migrate ? migrate(db) : assertMigrated(db));
    const keys = await installationKeys(db, keyring);
    const names = createNames(keys.journal);
    const vault = createVault(keyring, keys.journal);
    const inside = { database, vault, journalKey: keys.journal, names, warn: on.warn };
    if (on.migrate) await hideNames(inside);
    return {
      cases: withStoreErrors({
        ...createCases(inside),
        ...createWork(inside),
        ...createMessages(database, on.clock, names),
        ...createVerify(inside),
      }),
      people: withStoreErrors(createPeople(database, on.clock)),
      drafts: withStoreErrors(createDrafts(database, on.clock, keys.drafts, names)),
      slips: createSlips(keys.drafts, on.clock),
      close: async () => {
        // kysely closes at once, under a transaction too; its one connection is free when that is done.
        await db.connection().execute(async () => undefined);
        await db.destroy();
      },
    };
  } catch (cause) {
    await db.destroy();
    throw cause;
  }
}
