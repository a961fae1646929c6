import type { Values } from '../conversation/event.ts';
import type { Clock, DraftStore, PersonId } from '../handover/ports.ts';
import { draftIn } from './columns.ts';
import type { Database } from './database.ts';
import type { Names } from './names.ts';
import { type Context, type Key, seal, unsealJson } from './seal.ts';

/** What somebody typed while a form waits, sealed and bound to the person and the form. */
export function createDrafts({ db }: Database, clock: Clock, draftKey: Key, names: Names): DraftStore {
  const who = ({ organisation, email }: PersonId): string => draftIn(names, organisation).hide(email);
  const bound = ({ organisation, email }: PersonId, key: string): Context => ['draft', organisation, email, key];
  const opened = (person: PersonId, key: string, row: { readonly sealed: string } | undefined) =>
    row && unsealJson<Values>((id) => (id === draftKey.id ? draftKey : undefined), bound(person, key), row.sealed);
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
    read: async (person, key) =>
      opened(
        person,
        key,
        await db
          .selectFrom('drafts')
          .select('sealed')
          .where('organisation', '=', person.organisation)
          .where('email', '=', who(person))
          .where('key', '=', key)
          .where('expires_at', '>', clock().toISOString())
          .executeTakeFirst(),
      ),
    take: (person, key) =>
      db.transaction().execute(async (trx) => {
        // Removed and read as one: of many at once, one gets it.
        const row = await trx
          .deleteFrom('drafts')
          .where('organisation', '=', person.organisation)
          .where('email', '=', who(person))
          .where('key', '=', key)
          .returning(['sealed', 'expires_at'])
          .executeTakeFirst();
        return row === undefined || row.expires_at <= clock().toISOString() ? undefined : opened(person, key, row);
      }),
  };
}
