import type { Kysely } from 'kysely';
import type { Handle } from './database.ts';
import { StoreError } from './errors.ts';
import type { Tables } from './tables.ts';

/** The servers that run on a database, as each says of itself: see running.ts. */

/** A server that was killed counts for so long. */
export const RUNNING_MS = 180_000;

/** The ids of the keys of each server that runs, its current one first. */
export async function keysOfServers(db: Kysely<Tables> | Handle): Promise<readonly (readonly string[])[]> {
  const now = new Date().toISOString();
  const rows = await db.selectFrom('servers').select('keys').where('until', '>', now).orderBy('id').execute();
  return rows.map(({ keys }) => keys.split(' '));
}

/**
 * Before anything is wrapped by a key.
 * @throws StoreError ROTATE_REFUSED when a server that runs does not have it
 */
export async function assertAllHave(trx: Handle, id: string): Promise<void> {
  const without = (await keysOfServers(trx)).filter((keys) => !keys.includes(id)).length;
  if (without === 0) return;
  const who = without === 1 ? 'A server that runs does not' : `${without} servers that run do not`;
  throw new StoreError(
    'ROTATE_REFUSED',
    `${who} have the first key of DATA_KEY (${id}), and could read no case after this. Nothing was changed. Restart every server with both keys in DATA_KEY, and run this again. ${lingering}`,
  );
}

/** For every refusal that is about servers that run. */
export const lingering = `(One that was killed counts for ${RUNNING_MS / 60_000} minutes more.)`;
