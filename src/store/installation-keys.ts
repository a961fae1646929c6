import type { Kysely } from 'kysely';
import type { Keyring } from './keyring.ts';
import { type Key, randomKey } from './seal.ts';
import type { Tables } from './tables.ts';

/** The keys an installation has of its own, made once, wrapped by DATA_KEY. */
export type InstallationKeys = { readonly journal: Key; readonly drafts: Key };

/**
 * Reads them; makes those that are not there. Of two servers that start at once, one makes them and both read them.
 * @throws StoreError DATA_KEY_UNKNOWN when DATA_KEY is not the key of this data
 */
export async function installationKeys(db: Kysely<Tables>, keyring: Keyring): Promise<InstallationKeys> {
  const keyNamed = async (name: string): Promise<Key> => {
    const wrapped = keyring.wrap(randomKey(), ['installation key', name]);
    await db
      .insertInto('installation_keys')
      .values({ name, wrapped })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await db
      .selectFrom('installation_keys')
      .select('wrapped')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return keyring.unwrap(row.wrapped, ['installation key', name]);
  };
  return { journal: await keyNamed('journal'), drafts: await keyNamed('drafts') };
}
