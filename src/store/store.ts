import { hkdfSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RemarkStore } from '../conversation/remarks.ts';
import type { CaseStore, Clock, DraftStore, PersonStore, Slips } from '../handover/ports.ts';
import { createCases } from './cases.ts';
import type { Database } from './database.ts';
import { createDrafts } from './drafts.ts';
import { asStoreError, StoreError, withStoreErrors } from './errors.ts';
import { hideNames } from './hiding.ts';
import { installationKeys } from './installation-keys.ts';
import { keyringFor } from './key-file.ts';
import type { Keyring } from './keyring.ts';
import { leftBehind, spokenOf } from './left-behind.ts';
import { createMessages } from './messages.ts';
import { assertMigrated, migrate } from './migrations.ts';
import { createNames } from './names.ts';
import { createPeople } from './people.ts';
import { createRemarks } from './remarks.ts';
import { createRunning, type Running } from './running.ts';
import { createSlips } from './slips.ts';
import { DATABASE_FILE, openSqlite } from './sqlite.ts';
import { isThere } from './there.ts';
import { createVault } from './vault.ts';
import { createVerify } from './verify.ts';
import { createWork } from './work.ts';

export { DATABASE_FILE } from './sqlite.ts';

export type Store = {
  readonly cases: CaseStore;
  readonly people: PersonStore;
  readonly drafts: DraftStore;
  readonly slips: Slips;
  readonly remarks: RemarkStore;
  /** A secret of this installation, the same after a restart and on every server, another for each purpose. */
  secretFor(purpose: string): Buffer;
  /** For a server; a command that opens the store does not say that it runs. */
  readonly running: Running;
  /** Waits for what is under way and closes; afterwards every method rejects. */
  close(): Promise<void>;
};

export type StoreSettings = {
  /** DATA_DIR; made, for this user only, when it is not there. */
  readonly folder: string;
  /** DATABASE_URL: a PostgreSQL server, in place of a file in the folder. */
  readonly databaseUrl?: string | undefined;
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
 * Opens the store in a folder, or on a PostgreSQL server.
 * @throws StoreError that says what to do: no key, the wrong key, no durable disk, a newer database, no server
 */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const { clock, warn, migrate = true } = settings;
  try {
    const { database, keyring } = await openDatabase(settings, migrate);
    return await storeOn(database, keyring, { clock, warn, migrate });
  } catch (cause) {
    throw asStoreError(cause);
  }
}

export type Place = Pick<StoreSettings, 'folder' | 'databaseUrl' | 'dataKey' | 'production' | 'warn'>;

/**
 * The database of a place with its keys, as it is; whoever opens it closes it.
 * @param make whether a file that is not there may be made; otherwise that is an error
 */
export async function openDatabase(
  settings: Place,
  make = false,
): Promise<{ readonly database: Database; readonly keyring: Keyring }> {
  const { folder, databaseUrl, dataKey } = settings;
  if (databaseUrl !== undefined) {
    // Servers that share a database share its key too: a key file of one of them is of no use to the others.
    if (dataKey === undefined) throw noSharedKey();
    const keyring = keyringFor(folder, true, settings);
    const left = leftBehind(folder);
    if (left !== undefined) settings.warn(spokenOf(left).join(' '));
    // Only here: a server on SQLite does without the time and the memory of loading it.
    const { openPostgres } = await import('./postgres.ts');
    return { database: openPostgres(databaseUrl), keyring };
  }
  const file = join(folder, DATABASE_FILE);
  if (!make && !isThere(file)) throw noFile(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keyring = keyringFor(folder, isThere(file), settings);
  return { database: openSqlite(file), keyring };
}

function noFile(file: string): StoreError {
  return new StoreError(
    'STORE_MISSING',
    `${file} is not there. Nothing was made or changed: run this where the server runs, with the same DATA_DIR.`,
  );
}

function noSharedKey(): StoreError {
  return new StoreError(
    'DATA_KEY_MISSING',
    'With DATABASE_URL, DATA_KEY must be set too: the key of the data, or a new one from "openssl rand -base64 32".',
  );
}

type On = { readonly clock: Clock; readonly warn: (message: string) => void; readonly migrate: boolean };

/** The store on a database that is open; closes it when it cannot be used. */
export async function storeOn(database: Database, keyring: Keyring, on: On): Promise<Store> {
  try {
    await database.patiently(on.migrate ? migrate : assertMigrated);
    const keys = await installationKeys(database, keyring);
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
      remarks: withStoreErrors(createRemarks(database, on.clock, keys.drafts)),
      secretFor: (purpose) => Buffer.from(hkdfSync('sha256', keys.drafts.secret, '', `bij-twijfel ${purpose}`, 32)),
      running: withStoreErrors(createRunning(database, keyring)),
      close: database.close,
    };
  } catch (cause) {
    await database.close();
    throw cause;
  }
}
