import type { Case, Content } from '../handover/case.ts';
import { headMac, same } from './chain.ts';
import { StoreError } from './errors.ts';
import type { Keyring } from './keyring.ts';
import { type Context, type Key, keyIdOf, randomKey, seal, unsealJson } from './seal.ts';
import type { CaseTable } from './tables.ts';

/** Cases in and out of their rows: every text sealed with a key of the case's own, bound to organisation and case. */
export type Vault = {
  /** A key for a new case, and how it is kept. */
  newKey(ids: Ids): { readonly key: Key; readonly wrapped: string };
  sealCase(key: Key, kase: Case): string;
  sealContent(key: Key, ids: Ids, content: Content): string;
  keyOf(row: CaseTable): Key;
  /** @throws StoreError CASE_DAMAGED when the row was changed outside the bot */
  caseIn(row: CaseTable): Case;
  contentIn(row: CaseTable): Content;
};

type Ids = { readonly organisation: string; readonly ref: string };

const bound = (purpose: string, { organisation, ref }: Ids): Context => [purpose, organisation, ref];

export function createVault(keyring: Keyring, journalKey: Key): Vault {
  const keyOf = (row: CaseTable) => keyring.unwrap(row.wrapped_key, bound('case key', row));
  const opened = <T>(row: CaseTable, purpose: string, sealed: string): T => {
    if (!same(headMac(journalKey, row), row.journal_head)) throw damaged(row.ref);
    const key = keyOf(row);
    if (keyIdOf(sealed) !== key.id) throw damaged(row.ref);
    return unsealJson<T>(() => key, bound(purpose, row), sealed);
  };
  return {
    newKey: (ids) => {
      const key = randomKey();
      return { key, wrapped: keyring.wrap(key, bound('case key', ids)) };
    },
    sealCase: (key, kase) => seal(key, bound('case', kase), JSON.stringify(kase)),
    sealContent: (key, ids, content) => seal(key, bound('content', ids), JSON.stringify(content)),
    keyOf,
    caseIn: (row) => opened<Case>(row, 'case', row.value),
    contentIn: (row) => opened<Content>(row, 'content', row.content),
  };
}

function damaged(ref: string): StoreError {
  return new StoreError(
    'CASE_DAMAGED',
    `Case ${ref} was changed outside the bot and is not used. Run npm run check, and put back a backup.`,
  );
}
