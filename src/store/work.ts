import { randomUUID } from 'node:crypto';
import type { CaseStore, Due } from '../handover/ports.ts';
import type { CasesIn } from './cases.ts';
import { dueIn } from './columns.ts';
import { updateCase } from './committing.ts';
import { type Handle, lockCase } from './database.ts';
import { stageIn } from './stage-column.ts';

type Part = Pick<CaseStore, 'claimDue' | 'nextDueAt' | 'settle'>;

/** Undoes a transaction without being an error. */
class Undone extends Error {
  readonly result: 'changed-meanwhile';

  constructor(result: 'changed-meanwhile') {
    super('Undone');
    this.result = result;
  }
}

/** What is due: claimed, fenced, settled. */
export function createWork({ database, vault, journalKey, names, warn }: CasesIn): Part {
  const { db, sideBySide } = database;
  return {
    claimDue: (now, leaseMs, limit) =>
      db.transaction().execute(async (trx) => {
        const due = await trx
          .selectFrom('hand_over')
          .selectAll()
          .where('due_at', '<=', now.toISOString())
          .orderBy('due_at')
          .orderBy('ref')
          .limit(limit)
          .$if(sideBySide, (query) => query.forUpdate().skipLocked())
          .execute();
        const claim = randomUUID();
        const until = new Date(now.getTime() + leaseMs).toISOString();
        for (const { ref, person, attempts } of due) {
          await trx
            .updateTable('hand_over')
            .set({ claim, due_at: until, attempts: attempts + 1 })
            .where('ref', '=', ref)
            .where('person', '=', person)
            .execute();
        }
        // One that cannot be read must not keep the others waiting.
        return due.flatMap(({ ref, person, stage, due_at, attempts }) => {
          try {
            const shown = dueIn(names, ref).show(person);
            return [{ ref, person: shown, stage: stageIn(stage), dueAt: due_at, attempts: attempts + 1, claim }];
          } catch {
            warn(`What is due for case ${ref} cannot be read and is not done. Run npm run check.`);
            return [];
          }
        });
      }),

    nextDueAt: async () => {
      const row = await db.selectFrom('hand_over').select('due_at').orderBy('due_at').limit(1).executeTakeFirst();
      return row === undefined ? undefined : new Date(row.due_at);
    },

    settle: async (due, outcome) => {
      try {
        return await db.transaction().execute(async (trx) => {
          await lockCase(database, trx, due.ref);
          const retryAt = 'retryAt' in outcome ? outcome.retryAt.toISOString() : undefined;
          if (!(await release(trx, due, dueIn(names, due.ref).hide(due.person), retryAt))) return 'claim-lost';
          if ('retryAt' in outcome) return 'ok';
          const { change, expectedVersion } = outcome;
          const done = await updateCase({ trx, vault, journalKey, names }, due.ref, expectedVersion, change);
          if (!done) throw new Undone('changed-meanwhile');
          return 'ok';
        });
      } catch (cause) {
        if (cause instanceof Undone) return cause.result;
        throw cause;
      }
    },
  };
}

/** Gives the claim up if it still holds: the fence. */
async function release(trx: Handle, due: Due, person: string, retryAt: string | undefined): Promise<boolean> {
  const released = await trx
    .updateTable('hand_over')
    .set({ claim: null, ...(retryAt === undefined ? {} : { due_at: retryAt }) })
    .where('ref', '=', due.ref)
    .where('person', '=', person)
    .where('claim', '=', due.claim)
    .executeTakeFirst();
  return released.numUpdatedRows === 1n;
}
