import type { Kysely } from 'kysely';
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
export async function installationKeys(db: Kysely<Tables>, keyring: Keyring): Promise<InstallationKeys> {
  const kept = (name: string) =>
    db.selectFrom('installation_keys').select('wrapped').where('name', '=', name).executeTakeFirst();
  const keyNamed = async (name: string): Promise<Key> => {
    if ((await kept(name)) === undefined) await makeKey(db, keyring, name);
    const row = await kept(name);
    if (row === undefined) throw removed();
    return keyring.unwrap(row.wrapped, bound(name));
  };
  return { journal: await keyNamed('journal'), drafts: await keyNamed('drafts') };
}

const bound = (name: string): Context => ['installation key', name];

async function makeKey(db: Kysely<Tables>, keyring: Keyring, name: string): Promise<void> {
  const some = await db.selectFrom('cases').select('ref').limit(1).executeTakeFirst();
  if (some !== undefined) throw removed();
  await db
    .insertInto('installation_keys')
    .values({ name, wrapped: keyring.wrap(randomKey(), bound(name)) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function removed(): StoreError {
  return new StoreError('STORE_DAMAGED', 'A key was removed from the database. Put back a backup.');
}
