import type { Case, Content } from '../handover/case.ts';
import type { JournalEntry } from '../handover/journal.ts';
import { headMac, same } from './chain.ts';
import { StoreError } from './errors.ts';
import type { Keyring } from './keyring.ts';
import { type Context, type Key, keyIdOf, randomKey, seal, unseal, unsealJson } from './seal.ts';
import type { CaseTable, JournalTable } from './tables.ts';

/** Cases in and out of their rows: every text sealed with a key of the case's own, bound to organisation and case. */
export type Vault = {
  /** A key for a new case, and how it is kept. */
  newKey(ids: Ids): { readonly key: Key; readonly wrapped: string };
  sealCase(key: Key, kase: Case): string;
  sealContent(key: Key, ids: Ids, content: Content): string;
  /** An entry as number `seq` of the journal, without its MAC. */
  sealEntry(key: Key, ids: Ids, seq: number, entry: JournalEntry): Omit<JournalTable, 'mac'>;
  /** @throws StoreError SEAL_BROKEN when it was changed */
  entryIn(key: Key, ids: Ids, row: JournalTable): JournalEntry;
  keyOf(row: Wrapped): Key;
  /** @throws StoreError CASE_DAMAGED when the row was changed outside the bot */
  caseIn(row: CaseTable): Case;
  contentIn(row: CaseTable): Content;
};

type Ids = { readonly organisation: string; readonly ref: string };
type Wrapped = Ids & Pick<CaseTable, 'wrapped_key'>;

const bound = (purpose: string, { organisation, ref }: Ids): Context => [purpose, organisation, ref];
/** What the wrapped key of a case is bound to. */
export const ofCaseKey = (ids: Ids): Context => bound('case key', ids);

const part = ({ organisation, ref }: Ids, seq: number, name: string): Context => [
  'journal',
  organisation,
  ref,
  String(seq),
  name,
];

export function createVault(keyring: Keyring, journalKey: Key): Vault {
  const keyOf = (row: Wrapped) => keyring.unwrap(row.wrapped_key, ofCaseKey(row));
  const opened = <T>(row: CaseTable, purpose: string, sealed: string): T => {
    if (!same(headMac(journalKey, row), row.journal_head)) throw damaged(row.ref);
    const key = keyOf(row);
    if (keyIdOf(sealed) !== key.id) throw damaged(row.ref);
    return unsealJson<T>(() => key, bound(purpose, row), sealed);
  };
  return {
    newKey: (ids) => {
      const key = randomKey();
      return { key, wrapped: keyring.wrap(key, ofCaseKey(ids)) };
    },
    sealCase: (key, kase) => seal(key, bound('case', kase), JSON.stringify(kase)),
    sealContent: (key, ids, content) => seal(key, bound('content', ids), JSON.stringify(content)),
    sealEntry: (key, ids, seq, { verb, actor, at, data }) => ({
      ref: ids.ref,
      seq,
      verb,
      actor: seal(key, part(ids, seq, 'actor'), actor),
      at,
      data: seal(key, part(ids, seq, 'data'), JSON.stringify(data)),
    }),
    entryIn: (key, ids, { seq, verb, actor, at, data }) => ({
      verb,
      actor: unseal(() => key, part(ids, seq, 'actor'), actor),
      at,
      data: unsealJson<JournalEntry['data']>(() => key, part(ids, seq, 'data'), data),
    }),
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
