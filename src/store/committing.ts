import type { Case, Content } from '../handover/case.ts';
import { holderOf } from '../handover/case.ts';
import { assertIdsOnly, type JournalEntry } from '../handover/journal.ts';
import type { Opening } from '../handover/opening.ts';
import type { Change } from '../handover/outcome.ts';
import type { RowChange } from '../handover/stages.ts';
import { chained, headMac, start } from './chain.ts';
import { askerIn, dueIn, holderIn } from './columns.ts';
import type { Handle } from './database.ts';
import type { Names } from './names.ts';
import type { Key } from './seal.ts';
import type { CaseTable, JournalTable } from './tables.ts';
import type { Vault } from './vault.ts';

/** Writing a case with everything that belongs to it, inside a transaction that the caller holds. */

export type Writing = { readonly trx: Handle; readonly vault: Vault; readonly journalKey: Key; readonly names: Names };

/** @returns false with nothing written when the reference, or this asker's nonce, is there already */
export async function insertCase(
  writing: Writing,
  { case: kase, journal, rows }: Opening,
  content: Content,
  nonce: string,
): Promise<boolean> {
  const { trx, vault, journalKey, names } = writing;
  const { key, wrapped } = vault.newKey(kase);
  const entries = numbered(vault, key, kase, 0, journal);
  const chain = chained(journalKey, start(journalKey, kase.organisation, kase.ref), entries);
  const row = withHead(journalKey, {
    ...indexed(names, kase),
    ref: kase.ref,
    organisation: kase.organisation,
    asker: askerIn(names, kase.organisation).hide(kase.asker),
    opened_at: kase.openedAt,
    nonce,
    version: 1,
    wrapped_key: wrapped,
    value: vault.sealCase(key, kase),
    content: vault.sealContent(key, kase, content),
    journal_length: chain.rows.length,
    journal_last: chain.last,
  });
  const inserted = await trx
    .insertInto('cases')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return false;
  await insertEntries(trx, chain.rows);
  await listBeside(writing, kase);
  await changeRows(writing, kase.ref, rows);
  return true;
}

/** @returns false with nothing written when the case is gone or no longer at this version */
export async function updateCase(
  writing: Writing,
  ref: string,
  expectedVersion: number,
  { case: kase, journal, rows, note }: Change,
): Promise<boolean> {
  const { trx, vault, journalKey, names } = writing;
  const row = await trx.selectFrom('cases').selectAll().where('ref', '=', ref).executeTakeFirst();
  if (row === undefined || row.version !== expectedVersion) return false;
  // Read before it is written over: a row that was changed outside the bot must not get a fresh head.
  const content = vault.contentIn(row);
  const key = vault.keyOf(row);
  const chain = chained(journalKey, row.journal_last, numbered(vault, key, row, row.journal_length, journal));
  const after = withHead(journalKey, {
    ...row,
    ...indexed(names, kase),
    version: expectedVersion + 1,
    value: vault.sealCase(key, kase),
    content:
      note === undefined ? row.content : vault.sealContent(key, row, { ...content, notes: [...content.notes, note] }),
    journal_length: row.journal_length + chain.rows.length,
    journal_last: chain.last,
  });
  // Not the wrapped key: a rotation of DATA_KEY may have wrapped it anew since it was read.
  const { wrapped_key: _, ...written } = after;
  const updated = await trx
    .updateTable('cases')
    .set(written)
    .where('ref', '=', ref)
    .where('version', '=', expectedVersion)
    .executeTakeFirst();
  if (updated.numUpdatedRows !== 1n) return false;
  await insertEntries(trx, chain.rows);
  await listBeside(writing, kase);
  await changeRows(writing, ref, rows);
  return true;
}

/** The columns that lists go by. */
export function indexed(names: Names, kase: Case): Pick<CaseTable, 'holder' | 'state'> {
  const holder = kase.state === 'open' ? holderOf(kase) : undefined;
  const hidden = holder === undefined ? null : holderIn(names, kase.organisation).hide(holder.email);
  return { holder: hidden, state: kase.state };
}

/** Who has it beside the main line, hidden; nobody has a case that is no longer open. */
export function holdersBeside(names: Names, { state, beside = [], organisation }: Case): string[] {
  const holders = state === 'open' ? beside.flatMap((track) => holderOf(track)?.email ?? []) : [];
  return [...new Set(holders)].map(holderIn(names, organisation).hide);
}

async function listBeside({ trx, names }: Writing, kase: Case): Promise<void> {
  if (kase.beside === undefined) return;
  const { ref, organisation } = kase;
  await trx.deleteFrom('beside').where('ref', '=', ref).execute();
  const rows = holdersBeside(names, kase).map((holder) => ({ ref, organisation, holder }));
  if (rows.length > 0) await trx.insertInto('beside').values(rows).execute();
}

export function withHead(journalKey: Key, row: Omit<CaseTable, 'journal_head'>): CaseTable {
  return { ...row, journal_head: headMac(journalKey, row) };
}

function numbered(
  vault: Vault,
  key: Key,
  ids: { readonly organisation: string; readonly ref: string },
  length: number,
  journal: readonly JournalEntry[],
): Omit<JournalTable, 'mac'>[] {
  return journal.map((entry, i) => {
    assertIdsOnly(entry);
    return vault.sealEntry(key, ids, length + i + 1, entry);
  });
}

async function insertEntries(trx: Handle, rows: readonly JournalTable[]): Promise<void> {
  if (rows.length > 0) await trx.insertInto('journal').values(rows).execute();
}

/** Setting a row takes it from whoever had claimed it: what they settle then is of a case that has moved on. */
async function changeRows({ trx, names }: Writing, ref: string, changes: readonly RowChange[]): Promise<void> {
  const { hide } = dueIn(names, ref);
  for (const change of changes) {
    if ('end' in change) {
      await trx.deleteFrom('hand_over').where('ref', '=', ref).where('person', '=', hide(change.end)).execute();
      continue;
    }
    const { person, stage, dueAt } = change.set;
    const fresh = { stage, due_at: dueAt, attempts: 0, claim: null };
    await trx
      .insertInto('hand_over')
      .values({ ref, person: hide(person), ...fresh })
      .onConflict((conflict) => conflict.columns(['ref', 'person']).doUpdateSet(fresh))
      .execute();
  }
}
