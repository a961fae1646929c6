import type { Case } from '../handover/case.ts';
import type { CaseStore, JournalFault } from '../handover/ports.ts';
import { whoAnswers } from '../handover/tracks.ts';
import type { CasesIn } from './cases.ts';
import { chainFault } from './chain.ts';
import { dueIn } from './columns.ts';
import { holdersBeside } from './committing.ts';
import type { Handle } from './database.ts';
import { StoreError } from './errors.ts';
import type { BesideTable, CaseTable, HandOverTable, JournalTable } from './tables.ts';

/** Cases that are verified in one transaction: others wait for it. */
const PAGE = 100;

/** The fault of a case that is in order as far as that can be seen without its key. */
export const KEY_MISSING = 'its key is not in DATA_KEY';

/** Verifies journals, that every text can still be read, and that something is due for every open case. */
export function createVerify({
  database,
  vault,
  journalKey,
  names,
}: Omit<CasesIn, 'warn'>): Pick<CaseStore, 'verifyJournal'> {
  const { db } = database;

  const faultOf = (row: CaseTable, { journal, due: rows, beside }: Belonging) => {
    const chain = chainFault(journalKey, row, journal);
    if (chain !== undefined) return chain;
    let kase: Case;
    try {
      kase = vault.caseIn(row);
      vault.contentIn(row);
    } catch (cause) {
      return cause instanceof StoreError && cause.code === 'DATA_KEY_UNKNOWN'
        ? KEY_MISSING
        : 'its text cannot be decrypted';
    }
    const { hide } = dueIn(names, row.ref);
    const due = (email: string) =>
      rows.some(({ person, stage }) => person === hide(email) && stage !== 'tell' && stage !== 'recall');
    if (!whoAnswers(kase).every(due)) return 'it is open and nothing is due for who has it';
    const listed = beside.map(({ holder }) => holder).toSorted();
    return listed.join() === holdersBeside(names, kase).toSorted().join()
      ? undefined
      : 'the list of who has it beside was changed outside the bot';
  };

  const page = (refs: { readonly after: string } | { readonly only: string }) =>
    // What changes between two of these questions must not look like a fault: all see the same moment.
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        const query = trx.selectFrom('cases').selectAll().orderBy('ref').limit(PAGE);
        const rows = await ('after' in refs
          ? query.where('ref', '>', refs.after)
          : query.where('ref', '=', refs.only)
        ).execute();
        return { rows, of: await belongingTo(trx, rows) };
      });

  /** All cases, or one, page by page. */
  async function* pages(only: string | undefined) {
    let after: string | undefined = '';
    while (after !== undefined) {
      const each: Awaited<ReturnType<typeof page>> = await page(only === undefined ? { after } : { only });
      yield each;
      after = only === undefined && each.rows.length === PAGE ? each.rows.at(-1)?.ref : undefined;
    }
  }

  return {
    verifyJournal: async (ref) => {
      const faults: JournalFault[] = [];
      const counted = { cases: 0, entries: 0 };
      for await (const { rows, of } of pages(ref)) {
        for (const row of rows) {
          const belonging = of(row.ref);
          const fault = faultOf(row, belonging);
          if (fault !== undefined) faults.push({ ref: row.ref, fault });
          counted.cases += 1;
          counted.entries += belonging.journal.length;
        }
      }
      return { ...counted, faults: [...faults, ...(await orphans(db, ref))] };
    },
  };
}

/** The rows of other tables that belong to a case. */
type Belonging = {
  readonly journal: readonly JournalTable[];
  readonly due: readonly HandOverTable[];
  readonly beside: readonly BesideTable[];
};

async function belongingTo(trx: Handle, cases: readonly CaseTable[]): Promise<(ref: string) => Belonging> {
  const refs = cases.map(({ ref }) => ref);
  if (refs.length === 0) return () => ({ journal: [], due: [], beside: [] });
  const entries = await trx.selectFrom('journal').selectAll().where('ref', 'in', refs).orderBy('seq').execute();
  const journal = Map.groupBy(entries, ({ ref }) => ref);
  const rows = await trx.selectFrom('hand_over').selectAll().where('ref', 'in', refs).execute();
  const due = Map.groupBy(rows, ({ ref }) => ref);
  const listed = await trx.selectFrom('beside').selectAll().where('ref', 'in', refs).execute();
  const beside = Map.groupBy(listed, ({ ref }) => ref);
  return (ref) => ({ journal: journal.get(ref) ?? [], due: due.get(ref) ?? [], beside: beside.get(ref) ?? [] });
}

/** Journals and rows whose case was removed outside the bot. */
async function orphans(db: CasesIn['database']['db'], only: string | undefined): Promise<JournalFault[]> {
  const faults: JournalFault[] = [];
  for (const table of ['journal', 'hand_over', 'beside'] as const) {
    const rows = await db
      .selectFrom(table)
      .select('ref')
      .distinct()
      .where('ref', 'not in', db.selectFrom('cases').select('ref'))
      .$if(only !== undefined, (query) => query.where('ref', '=', only ?? ''))
      .execute();
    faults.push(...rows.map(({ ref }) => ({ ref, fault: 'its case was removed outside the bot' })));
  }
  return faults.filter(({ ref }, i) => faults.findIndex((other) => other.ref === ref) === i);
}
