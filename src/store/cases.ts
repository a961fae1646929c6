import { lookingVerbs } from '../handover/journal.ts';
import type { CaseStore, Listed } from '../handover/ports.ts';
import { heldBy } from '../handover/tracks.ts';
import { askerIn, dueIn, holderIn } from './columns.ts';
import { updateCase, type Writing } from './committing.ts';
import { createCreating } from './creating.ts';
import { type Database, type Handle, lockCase } from './database.ts';
import { StoreError } from './errors.ts';
import type { Names } from './names.ts';
import type { Key } from './seal.ts';
import { stageIn } from './stage-column.ts';
import type { CaseTable } from './tables.ts';
import type { Vault } from './vault.ts';

type Part = Pick<
  CaseStore,
  'create' | 'load' | 'content' | 'change' | 'listFor' | 'openFor' | 'rowsOf' | 'journalOf' | 'endedBefore' | 'erase'
>;

export type CasesIn = {
  readonly database: Database;
  readonly vault: Vault;
  readonly journalKey: Key;
  readonly names: Names;
  /** Tells the operator about a case that a list had to leave out. */
  readonly warn: (message: string) => void;
};

const LIMIT = 100;

/** Cases, their text and their journal. */
export function createCases({ database, vault, journalKey, names, warn }: CasesIn): Part {
  const { db } = database;
  const writing = (trx: Handle): Writing => ({ trx, vault, journalKey, names });
  const rowOf = (ref: string) => db.selectFrom('cases').selectAll().where('ref', '=', ref).executeTakeFirst();
  /** One case that cannot be read must not hide the others. */
  const listed = (rows: readonly CaseTable[]): Listed => {
    let unreadable = 0;
    const cases = rows.flatMap((row) => {
      try {
        return [vault.caseIn(row)];
      } catch (cause) {
        if (cause instanceof StoreError && cause.code === 'DATA_KEY_UNKNOWN') unreadable += 1;
        warn(`Case ${row.ref} cannot be read and is left out of a list. Run npm run check.`);
        return [];
      }
    });
    return { cases, unreadable };
  };

  return {
    create: createCreating(database, writing),

    load: async (ref) => {
      const row = await rowOf(ref);
      return row === undefined ? undefined : { case: vault.caseIn(row), version: row.version };
    },

    content: async (ref) => {
      const row = await rowOf(ref);
      return row === undefined ? undefined : vault.contentIn(row);
    },

    change: (ref, expectedVersion, change) =>
      db
        .transaction()
        .execute(async (trx) =>
          (await updateCase(writing(trx), ref, expectedVersion, change)) ? 'ok' : 'changed-meanwhile',
        ),

    listFor: async (organisation, email, limit = LIMIT) =>
      listed(
        await db
          .selectFrom('cases')
          .selectAll()
          .where('organisation', '=', organisation)
          .where('asker', '=', askerIn(names, organisation).hide(email))
          .orderBy('opened_at', 'desc')
          .orderBy('ref')
          .limit(limit)
          .execute(),
      ),

    openFor: async (organisation, email, limit = LIMIT) => {
      const holder = holderIn(names, organisation).hide(email);
      const beside = db
        .selectFrom('beside')
        .select('ref')
        .where('organisation', '=', organisation)
        .where('holder', '=', holder);
      const { cases, unreadable } = listed(
        await db
          .selectFrom('cases')
          .selectAll()
          .where('organisation', '=', organisation)
          .where((where) => where.or([where('holder', '=', holder), where('ref', 'in', beside)]))
          .orderBy('opened_at')
          .orderBy('ref')
          .limit(limit)
          .execute(),
      );
      return { cases: cases.filter((kase) => heldBy(kase, email).length > 0), unreadable };
    },

    rowsOf: async (ref) => {
      const rows = await db.selectFrom('hand_over').selectAll().where('ref', '=', ref).execute();
      const { show } = dueIn(names, ref);
      return rows
        .map(({ person, stage, due_at }) => ({ person: show(person), stage: stageIn(stage), dueAt: due_at }))
        .toSorted((one, other) => (one.person < other.person ? -1 : 1));
    },

    journalOf: async (ref) => {
      const row = await rowOf(ref);
      if (row === undefined) return [];
      const key = vault.keyOf(row);
      const rows = await db.selectFrom('journal').selectAll().where('ref', '=', ref).orderBy('seq').execute();
      return rows.map((entry) => vault.entryIn(key, row, entry));
    },

    endedBefore: async (organisation, moment, after, limit = LIMIT) => {
      const rows = await db
        .selectFrom('cases')
        .select('ref')
        .where('organisation', '=', organisation)
        .where('state', '!=', 'open')
        .where('ref', '>', after)
        .where(({ not, exists, selectFrom }) => {
          const happened = selectFrom('journal').select('journal.ref').whereRef('journal.ref', '=', 'cases.ref');
          const since = happened.where('journal.at', '>=', moment.toISOString());
          return not(exists(since.where('journal.verb', 'not in', lookingVerbs)));
        })
        .orderBy('ref')
        .limit(limit)
        .execute();
      return rows.map(({ ref }) => ref);
    },

    erase: async (ref, expectedVersion) => {
      const erased = await db.transaction().execute(async (trx) => {
        await lockCase(database, trx, ref);
        const row = await trx.selectFrom('cases').select('version').where('ref', '=', ref).executeTakeFirst();
        if (expectedVersion !== undefined && row?.version !== expectedVersion) return false;
        for (const table of ['messages', 'hand_over', 'journal', 'beside', 'cases'] as const) {
          await trx.deleteFrom(table).where('ref', '=', ref).execute();
        }
        return true;
      });
      if (!erased) return 'changed-meanwhile';
      await database.scrub();
      return 'ok';
    },
  };
}
