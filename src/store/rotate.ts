import type { Transaction } from 'kysely';
import type { Database } from './database.ts';
import { asStoreError, StoreError } from './errors.ts';
import { KEYS, ofInstallationKey } from './installation-keys.ts';
import { type KeyUse, keyUse } from './key-use.ts';
import type { Keyring } from './keyring.ts';
import { assertMigrated } from './migrations.ts';
import type { Context } from './seal.ts';
import { assertAllHave } from './servers.ts';
import { openDatabase, type Place } from './store.ts';
import type { Tables } from './tables.ts';
import { ofCaseKey } from './vault.ts';

export type Rotated = {
  /** How many keys this run wrapped anew. */
  readonly rewrapped: number;
  /** What could not be unwrapped and stays as it was, with the reason. */
  readonly left: readonly Left[];
  /** Which keys are needed now. */
  readonly use: KeyUse;
};

export type Left = { readonly what: string; readonly why: string };

type Rewrapped = { readonly rewrapped: number; readonly left: readonly Left[] };
type Inside = { readonly trx: Transaction<Tables>; readonly keyring: Keyring };

/** Cases in one transaction: whoever writes meanwhile waits for so many. */
const AT_ONCE = 50;

/**
 * Wraps the key of every case, and those of the installation, with the first key of DATA_KEY. No text is sealed anew, and no
 * journal changes. Servers may run meanwhile. Killed at any moment, each key is wrapped by one of the two, and the next run
 * goes on with those that are left. Refused while a server runs that does not have that key.
 * @param told how many keys were wrapped so far, after every commit
 * @throws StoreError that says what to do
 */
export async function rotate(place: Place, told: (rewrapped: number) => void = () => undefined): Promise<Rotated> {
  try {
    const { database, keyring } = await openDatabase(place);
    try {
      await database.patiently(assertMigrated);
      return await rewrapAll(database, keyring, told);
    } finally {
      await database.close();
    }
  } catch (cause) {
    throw asStoreError(cause);
  }
}

/**
 * Which keys of DATA_KEY are needed, without changing anything.
 * @throws StoreError that says what to do
 */
export async function keysInUse(place: Place): Promise<KeyUse> {
  try {
    const { database, keyring } = await openDatabase(place);
    return await keyUse(database.db, keyring).finally(() => database.close());
  } catch (cause) {
    throw asStoreError(cause);
  }
}

async function rewrapAll(database: Database, keyring: Keyring, told: (rewrapped: number) => void): Promise<Rotated> {
  const { db } = database;
  const left: Left[] = [];
  let rewrapped = 0;
  const add = (done: Rewrapped) => {
    rewrapped += done.rewrapped;
    left.push(...done.left);
    told(rewrapped);
  };
  add(
    await db.transaction().execute(async (trx) => {
      await database.queue(trx, KEYS);
      await assertAllHave(trx, keyring.ids[0]);
      return installationKeys({ trx, keyring });
    }),
  );
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after;
    const page = await db.transaction().execute((trx) => someCases({ trx, keyring }, from));
    add(page);
    after = page.last;
  }
  // What a former key wrapped must not stay in the write-ahead log.
  if (rewrapped > 0) await database.scrub();
  return { rewrapped, left, use: await keyUse(db, keyring) };
}

async function installationKeys({ trx, keyring }: Inside): Promise<Rewrapped> {
  const rows = await trx.selectFrom('installation_keys').selectAll().execute();
  return each(rows, async ({ name, wrapped }) => {
    const anew = rewrap(keyring, wrapped, ofInstallationKey(name), `the installation's key "${name}"`);
    if (typeof anew !== 'string') return anew;
    await trx
      .updateTable('installation_keys')
      .set({ wrapped: anew })
      .where('name', '=', name)
      .where('wrapped', '=', wrapped)
      .execute();
    return 'rewrapped';
  });
}

/** The next cases by reference whose key is not wrapped by the current one, and the last of them. */
async function someCases({ trx, keyring }: Inside, after: string): Promise<Rewrapped & { last: string | undefined }> {
  const rows = await trx
    .selectFrom('cases')
    .select(['ref', 'organisation', 'wrapped_key'])
    .where('ref', '>', after)
    .where('wrapped_key', 'not like', `1.${keyring.ids[0]}.%`)
    .orderBy('ref')
    .limit(AT_ONCE)
    .execute();
  const done = await each(rows, async (row) => {
    const anew = rewrap(keyring, row.wrapped_key, ofCaseKey(row), `case ${row.ref}`);
    if (typeof anew !== 'string') return anew;
    // Only over what was read: another run may have been first, and a case may have been erased.
    await trx
      .updateTable('cases')
      .set({ wrapped_key: anew })
      .where('ref', '=', row.ref)
      .where('wrapped_key', '=', row.wrapped_key)
      .execute();
    return 'rewrapped';
  });
  return { ...done, last: rows.length < AT_ONCE ? undefined : rows.at(-1)?.ref };
}

async function each<T>(
  rows: readonly T[],
  one: (row: T) => Promise<Left | 'rewrapped' | undefined>,
): Promise<Rewrapped> {
  const left: Left[] = [];
  let rewrapped = 0;
  for (const row of rows) {
    const done = await one(row);
    if (done === 'rewrapped') rewrapped += 1;
    else if (done !== undefined) left.push(done);
  }
  return { rewrapped, left };
}

/** The key wrapped anew, nothing when it is already, or why it cannot be. */
function rewrap(keyring: Keyring, wrapped: string, context: Context, what: string): string | Left | undefined {
  try {
    return keyring.rewrap(wrapped, context);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    const why =
      cause.code === 'DATA_KEY_UNKNOWN' ? 'its key is not in DATA_KEY' : 'its key was changed outside the bot';
    return { what, why };
  }
}
