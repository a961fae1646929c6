import type { Clock, PersonStore } from '../handover/ports.ts';
import type { Database } from './database.ts';
import { channelIn } from './messages.ts';

/** Who is bound to which id of which platform. */
export function createPeople({ db, queue }: Database, clock: Clock): PersonStore {
  return {
    bind: (person, { channel, platformId, reference }) =>
      db.transaction().execute(async (trx) => {
        const { organisation, email } = person;
        // Two that bind at once would both find nothing to remove, and the second would not fit beside the first.
        await queue(trx, `bindings ${organisation}`);
        await trx
          .deleteFrom('bindings')
          .where('organisation', '=', organisation)
          .where('channel', '=', channel)
          .where((where) => where.or([where('email', '=', email), where('platform_id', '=', platformId)]))
          .execute();
        const bound_at = clock().toISOString();
        await trx
          .insertInto('bindings')
          .values({ organisation, email, channel, platform_id: platformId, reference, bound_at })
          .execute();
      }),
    unbind: async (organisation, channel, platformId) => {
      await db
        .deleteFrom('bindings')
        .where('organisation', '=', organisation)
        .where('channel', '=', channel)
        .where('platform_id', '=', platformId)
        .execute();
    },
    keepOnly: async (organisation, emails) => {
      const gone = await db
        .deleteFrom('bindings')
        .where('organisation', '=', organisation)
        .$if(emails.length > 0, (query) => query.where('email', 'not in', emails))
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
    bindingsOf: async ({ organisation, email }) => {
      const rows = await db
        .selectFrom('bindings')
        .selectAll()
        .where('organisation', '=', organisation)
        .where('email', '=', email)
        .orderBy('bound_at', 'desc')
        .orderBy('channel')
        .execute();
      return rows.map(({ channel, platform_id, reference }) => {
        return { channel: channelIn(channel), platformId: platform_id, reference };
      });
    },
    personOf: async (organisation, channel, platformId) => {
      const row = await db
        .selectFrom('bindings')
        .select('email')
        .where('organisation', '=', organisation)
        .where('channel', '=', channel)
        .where('platform_id', '=', platformId)
        .executeTakeFirst();
      return row?.email;
    },
  };
}
