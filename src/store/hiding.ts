import type { CasesIn } from './cases.ts';
import { chained, chainFault, start } from './chain.ts';
import { askerIn, cardIn, draftIn, dueIn } from './columns.ts';
import { indexed, withHead } from './committing.ts';
import type { Handle } from './database.ts';
import { isHidden, type Names } from './names.ts';

/**
 * Hides the names in what was kept before names were hidden; nothing when that is done. Killed midway, the next start goes on.
 * A case that was changed outside the bot stays as it is, so that it stays found.
 */
export async function hideNames(inside: CasesIn): Promise<void> {
  const { database, names, warn } = inside;
  const { db } = database;
  let row = await firstClear(db, '');
  const before = row !== undefined;
  while (row !== undefined) {
    const { ref } = row;
    const done = await db.transaction().execute((trx) => rewritten(inside, trx, ref));
    if (!done) warn(`Case ${ref} was changed outside the bot and stays as it is. Run npm run check.`);
    row = await firstClear(db, ref);
  }
  const drafts = await db.transaction().execute((trx) => hideDrafts(trx, names));
  // What was there before must not stay in the write-ahead log.
  if (before || drafts) await database.scrub();
}

/** No hidden text has an @ in it, and every e-mail has. */
function firstClear(db: CasesIn['database']['db'], after: string) {
  const clear = db.selectFrom('cases').select('ref').where('asker', 'like', '%@%').where('ref', '>', after);
  return clear.orderBy('ref').limit(1).executeTakeFirst();
}

/** @returns false when it was changed outside the bot */
async function rewritten({ vault, journalKey, names }: CasesIn, trx: Handle, ref: string): Promise<boolean> {
  const row = await trx.selectFrom('cases').selectAll().where('ref', '=', ref).executeTakeFirst();
  // Another server that starts was first.
  if (row === undefined || isHidden(row.asker)) return true;
  const { organisation } = row;
  const entries = await trx.selectFrom('journal').selectAll().where('ref', '=', ref).orderBy('seq').execute();
  if (chainFault(journalKey, row, entries) !== undefined) return false;
  const kase = vault.caseIn(row);
  const key = vault.keyOf(row);
  const sealed = entries.map(({ seq, verb, actor, at, data }) =>
    vault.sealEntry(key, row, seq, { verb, actor, at, data: JSON.parse(data) }),
  );
  const chain = chained(journalKey, start(journalKey, organisation, ref), sealed);
  const asker = askerIn(names, organisation).hide(row.asker);
  const after = withHead(journalKey, { ...row, ...indexed(names, kase), asker, journal_last: chain.last });
  // Not the wrapped key: a rotation of DATA_KEY may have wrapped it anew since it was read.
  const { wrapped_key: _, ...written } = after;
  const same = trx.updateTable('cases').set(written).where('journal_head', '=', row.journal_head);
  const { numUpdatedRows } = await same.where('ref', '=', ref).executeTakeFirst();
  if (numUpdatedRows !== 1n) return true;
  for (const entry of chain.rows) {
    await trx.updateTable('journal').set(entry).where('ref', '=', ref).where('seq', '=', entry.seq).execute();
  }
  await hideRows(trx, names, ref);
  return true;
}

async function hideRows(trx: Handle, names: Names, ref: string): Promise<void> {
  const due = dueIn(names, ref);
  for (const { person } of await trx.selectFrom('hand_over').select('person').where('ref', '=', ref).execute()) {
    const row = trx.updateTable('hand_over').set({ person: due.hide(person) });
    await row.where('ref', '=', ref).where('person', '=', person).execute();
  }
  const card = cardIn(names, ref);
  for (const { person, conversation, message_id } of await trx
    .selectFrom('messages')
    .selectAll()
    .where('ref', '=', ref)
    .execute()) {
    await trx
      .updateTable('messages')
      .set({
        person: card.hide(person),
        conversation: card.hide(conversation),
        message_id: card.hide(message_id),
      })
      .where('ref', '=', ref)
      .where('person', '=', person)
      .where('conversation', '=', conversation)
      .execute();
  }
}

async function hideDrafts(trx: Handle, names: Names): Promise<boolean> {
  const drafts = await trx.selectFrom('drafts').select(['organisation', 'email']).distinct().execute();
  const clear = drafts.filter(({ email }) => !isHidden(email));
  for (const { organisation, email } of clear) {
    const row = trx.updateTable('drafts').set({ email: draftIn(names, organisation).hide(email) });
    await row.where('organisation', '=', organisation).where('email', '=', email).execute();
  }
  return clear.length > 0;
}
