import { randomUUID } from 'node:crypto';
import type { KeptRemark, Remark, RemarkStore } from '../conversation/remarks.ts';
import type { Clock } from '../handover/ports.ts';
import type { Database } from './database.ts';
import { type Context, type Key, seal, unsealJson } from './seal.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * What people made of answers. A row tells its organisation and week; all else is sealed.
 * @param key may seal other things too: what a remark is bound to sets it apart
 */
export function createRemarks({ db }: Database, clock: Clock, key: Key): RemarkStore {
  const bound = (organisation: string, id: string): Context => ['remark', organisation, id];
  return {
    keep: async (...remarks) => {
      const week = weekOf(clock());
      const rows = remarks.map(({ organisation, ...said }) => {
        const id = randomUUID();
        return { id, organisation, week, sealed: seal(key, bound(organisation, id), JSON.stringify(said)) };
      });
      await db.insertInto('remarks').values(rows).execute();
    },
    all: async (organisation) => {
      // By an id that was drawn by lot.
      const rows = await db
        .selectFrom('remarks')
        .selectAll()
        .where('organisation', '=', organisation)
        .orderBy('id')
        .execute();
      return rows.map(({ id, week, sealed }): KeptRemark => {
        const keyOf = (wanted: string) => (wanted === key.id ? key : undefined);
        return {
          organisation,
          week,
          ...unsealJson<Omit<Remark, 'organisation'>>(keyOf, bound(organisation, id), sealed),
        };
      });
    },
    forget: async (organisation, moment) => {
      const gone = await db
        .deleteFrom('remarks')
        .where('organisation', '=', organisation)
        .where('week', '<=', moment.toISOString().slice(0, 10))
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}

/** The Monday of a week in UTC, as 2026-11-23: as fine as the time of a remark is kept. */
function weekOf(moment: Date): string {
  const sinceMonday = (moment.getUTCDay() + 6) % 7;
  return new Date(moment.getTime() - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}
