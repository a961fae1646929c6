import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { StoreError } from './errors.ts';
import type { Keyring } from './keyring.ts';
import { type Context, type Key, randomKey } from './seal.ts';
import type { Tables } from './tables.ts';

/** The keys an installation has of its own, made once, wrapped by DATA_KEY. */
export type InstallationKeys = { readonly journal: Key; readonly drafts: Key };

/**
 * Reads them; makes those that are not there while nothing is kept yet. Of two servers that start at once, one makes them
 * and both read them.
 * @throws StoreError DATA_KEY_UNKNOWN when DATA_KEY is not the key of this data, STORE_DAMAGED when a key was removed
 */
export async function installationKeys(database: Database, keyring: Keyring): Promise<InstallationKeys> {
  const keyNamed = async (name: string): Promise<Key> => {
    if ((await kept(database.db, name)) === undefined) await makeKey(database, keyring, name);
    const row = await kept(database.db, name);
    if (row === undefined) throw removed();
    return keyring.unwrap(row.wrapped, ofInstallationKey(name));
  };
  return { journal: await keyNamed('journal'), drafts: await keyNamed('drafts') };
}

/** The queue of who makes or wraps these keys, or says which ones it has. */
export const KEYS = 'installation keys';

/** What a wrapped key of the installation is bound to. */
export const ofInstallationKey = (name: string): Context => ['installation key', name];

const kept = (db: Kysely<Tables>, name: string) =>
  db.selectFrom('installation_keys').select('wrapped').where('name', '=', name).executeTakeFirst();

async function makeKey({ db, queue }: Database, keyring: Keyring, name: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await queue(trx, KEYS);
    // Another server was first, and may have kept cases with it since.
    if ((await kept(trx, name)) !== undefined) return;
    const some = await trx.selectFrom('cases').select('ref').limit(1).executeTakeFirst();
    if (some !== undefined) throw removed();
    await trx
      .insertInto('installation_keys')
      .values({ name, wrapped: keyring.wrap(randomKey(), ofInstallationKey(name)) })
      .execute();
  });
}

function removed(): StoreError {
  return new StoreError('STORE_DAMAGED', 'A key was removed from the database. Put back a backup.');
}
