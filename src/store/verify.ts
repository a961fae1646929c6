import type { CaseStore, JournalFault } from '../handover/ports.ts';
import type { CasesIn } from './cases.ts';
import { chainFault } from './chain.ts';
import type { Handle } from './database.ts';
import { StoreError } from './errors.ts';
import type { CaseTable, HandOverTable, JournalTable } from './tables.ts';

/** Cases that are verified in one transaction: others wait for it. */
const PAGE = 100;

/** Verifies journals, that every text can still be read, and that something is due for every open case. */
export function createVerify({ database, vault, journalKey }: Omit<CasesIn, 'warn'>): Pick<CaseStore, 'verifyJournal'> {
  const { db } = database;

  const faultOf = (row: CaseTable, entries: readonly JournalTable[], rows: readonly HandOverTable[]) => {
    const chain = chainFault(journalKey, row, entries);
    if (chain !== undefined) return chain;
    try {
      vault.caseIn(row);
      vault.contentIn(row);
    } catch (cause) {
      return cause instanceof StoreError && cause.code === 'DATA_KEY_UNKNOWN'
        ? 'its key is not in DATA_KEY'
        : 'its text cannot be decrypted';
    }
    const waits = rows.some(({ person, stage }) => person === row.holder && stage !== 'tell');
    return row.state === 'open' && !waits ? 'it is open and nothing is due for who has it' : undefined;
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
        return { rows, ...(await belongingTo(trx, rows)) };
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
      for await (const { rows, journal, due } of pages(ref)) {
        for (const row of rows) {
          const entries = journal.get(row.ref) ?? [];
          const fault = faultOf(row, entries, due.get(row.ref) ?? []);
          if (fault !== undefined) faults.push({ ref: row.ref, fault });
          counted.cases += 1;
          counted.entries += entries.length;
        }
      }
      return { ...counted, faults: [...faults, ...(await orphans(db, ref))] };
    },
  };
}

async function belongingTo(trx: Handle, cases: readonly CaseTable[]) {
  const refs = cases.map(({ ref }) => ref);
  if (refs.length === 0) return { journal: new Map<string, JournalTable[]>(), due: new Map<string, HandOverTable[]>() };
  const journal = await trx.selectFrom('journal').selectAll().where('ref', 'in', refs).orderBy('seq').execute();
  const due = await trx.selectFrom('hand_over').selectAll().where('ref', 'in', refs).execute();
  return { journal: Map.groupBy(journal, ({ ref }) => ref), due: Map.groupBy(due, ({ ref }) => ref) };
}

/** Journals and rows whose case was removed outside the bot. */
async function orphans(db: CasesIn['database']['db'], only: string | undefined): Promise<JournalFault[]> {
  const faults: JournalFault[] = [];
  for (const table of ['journal', 'hand_over'] as const) {
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
