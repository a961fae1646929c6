import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';
import { KEYS } from './installation-keys.ts';
import { unknownKeys } from './key-use.ts';
import type { Keyring } from './keyring.ts';
import { RUNNING_MS } from './servers.ts';

/**
 * A server that runs says so in its database, with the ids of its keys, so that no key is taken into use that it does not
 * have.
 */
export type Running = {
  /**
   * Says that this server runs, for `RUNNING_MS`: say it again before that is over.
   * @returns the ids of keys that it lacks: what they wrap it cannot read
   */
  here(): Promise<readonly string[]>;
  /** Says that it stops. */
  gone(): Promise<void>;
};

/** By the time of the machine: the clock of the page may be put forward. */
const moment = (inMs = 0): string => new Date(Date.now() + inMs).toISOString();

export function createRunning({ db, queue }: Database, { ids }: Keyring): Running {
  const id = randomUUID();
  return {
    here: async () => {
      const until = moment(RUNNING_MS);
      await db.transaction().execute(async (trx) => {
        // Either a rotation that begins after this sees the row, or what it wrapped before is seen below.
        await queue(trx, KEYS);
        await trx.deleteFrom('servers').where('until', '<=', moment()).execute();
        await trx
          .insertInto('servers')
          .values({ id, keys: ids.join(' '), until })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ until }))
          .execute();
      });
      return unknownKeys(db, ids);
    },
    gone: async () => {
      await db.deleteFrom('servers').where('id', '=', id).execute();
    },
  };
}
