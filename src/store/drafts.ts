import type { Kysely } from 'kysely';
import type { Values } from '../conversation/event.ts';
import type { Clock, DraftStore, PersonId } from '../handover/ports.ts';
import { draftIn } from './columns.ts';
import type { Database } from './database.ts';
import type { Names } from './names.ts';
import { type Context, type Key, seal, unsealJson } from './seal.ts';
import type { Tables } from './tables.ts';

/** What somebody typed while a form waits, sealed and bound to the person and the form. */
export function createDrafts({ db }: Database, clock: Clock, draftKey: Key, names: Names): DraftStore {
  const who = ({ organisation, email }: PersonId): string => draftIn(names, organisation).hide(email);
  const bound = ({ organisation, email }: PersonId, key: string): Context => ['draft', organisation, email, key];
  const read = async (handle: Kysely<Tables>, person: PersonId, key: string): Promise<Values | undefined> => {
    const row = await handle
      .selectFrom('drafts')
      .select('sealed')
      .where('organisation', '=', person.organisation)
      .where('email', '=', who(person))
      .where('key', '=', key)
      .where('expires_at', '>', clock().toISOString())
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return unsealJson<Values>((id) => (id === draftKey.id ? draftKey : undefined), bound(person, key), row.sealed);
  };
  return {
    keep: (person, key, values, keptMs) =>
      db.transaction().execute(async (trx) => {
        const now = clock();
        await trx.deleteFrom('drafts').where('expires_at', '<=', now.toISOString()).execute();
        const { organisation } = person;
        const latest = {
          sealed: seal(draftKey, bound(person, key), JSON.stringify(values)),
          expires_at: new Date(now.getTime() + keptMs).toISOString(),
        };
        await trx
          .insertInto('drafts')
          .values({ organisation, email: who(person), key, ...latest })
          .onConflict((conflict) => conflict.columns(['organisation', 'email', 'key']).doUpdateSet(latest))
          .execute();
      }),
    read: (person, key) => read(db, person, key),
    take: (person, key) =>
      db.transaction().execute(async (trx) => {
        const values = await read(trx, person, key);
        await trx
          .deleteFrom('drafts')
          .where('organisation', '=', person.organisation)
          .where('email', '=', who(person))
          .where('key', '=', key)
          .execute();
        return values;
      }),
  };
}
