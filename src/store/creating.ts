import { createHash } from 'node:crypto';
import type { Content } from '../handover/case.ts';
import type { Opening } from '../handover/opening.ts';
import type { CaseStore } from '../handover/ports.ts';
import { atOnce } from './at-once.ts';
import { askerIn } from './columns.ts';
import { insertCase, type Writing } from './committing.ts';
import type { Database, Handle } from './database.ts';

type New = { readonly opening: Opening; readonly content: Content; readonly nonce: string };
type Created = Awaited<ReturnType<CaseStore['create']>>;

/** Keeps new cases, once for each nonce of an asker; those that come at once are committed together. */
export function createCreating(
  { db, sideBySide }: Pick<Database, 'db' | 'sideBySide'>,
  writing: (trx: Handle) => Writing,
): CaseStore['create'] {
  const createAll = (all: readonly New[]): Promise<readonly Created[]> =>
    db.transaction().execute(async (trx) => {
      const created: Created[] = [];
      for (const each of all) created.push(await insertOnce(writing(trx), each));
      return created;
    });
  const together = atOnce(createAll);
  const alone = (one: New) => db.transaction().execute((trx) => insertOnce(writing(trx), one));
  // Transactions that run side by side share the wait for the disk by themselves.
  const create = sideBySide ? alone : together;
  return (opening, content, nonce) => create({ opening, content, nonce });
}

async function insertOnce(writing: Writing, { opening, content, nonce }: New): Promise<Created> {
  const { organisation, asker, ref } = opening.case;
  const hashed = createHash('sha256').update(nonce).digest('base64url');
  if (await insertCase(writing, opening, content, hashed)) return { ref, already: false };
  const there = await writing.trx
    .selectFrom('cases')
    .select('ref')
    .where('organisation', '=', organisation)
    .where('asker', '=', askerIn(writing.names, organisation).hide(asker))
    .where('nonce', '=', hashed)
    .executeTakeFirst();
  return there === undefined ? 'ref-taken' : { ref: there.ref, already: true };
}
