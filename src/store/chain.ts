import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Key } from './seal.ts';
import type { CaseTable, JournalTable } from './tables.ts';

/**
 * The journal as a chain: each entry's MAC covers the entry and the MAC before it; the head in the case row covers the case
 * and the last MAC. Without the key nobody can change, remove, add or reorder an entry, or the row, unnoticed.
 */

type Entry = Omit<JournalTable, 'mac'>;
export type Covered = Omit<CaseTable, 'journal_head' | 'wrapped_key'>;

function mac(key: Key, parts: readonly (string | number | null)[]): string {
  return createHmac('sha256', key.secret).update(JSON.stringify(parts)).digest('base64url');
}

/** What the first entry is chained to. */
export function start(key: Key, organisation: string, ref: string): string {
  return mac(key, ['start', organisation, ref]);
}

export function entryMac(key: Key, before: string, entry: Entry): string {
  return mac(key, ['entry', before, entry.ref, entry.seq, entry.verb, entry.actor, entry.at, entry.data]);
}

/** The wrapped key is left out: rotating DATA_KEY wraps it anew, and a wrong one opens nothing. */
export function headMac(key: Key, row: Covered): string {
  return mac(key, [
    'head',
    row.ref,
    row.organisation,
    row.asker,
    row.nonce,
    row.holder,
    row.state,
    row.opened_at,
    row.version,
    row.value,
    row.content,
    row.journal_length,
    row.journal_last,
  ]);
}

export function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Chains entries on. Returns the rows, and the MAC of the last. */
export function chained(key: Key, before: string, entries: readonly Entry[]): { rows: JournalTable[]; last: string } {
  let last = before;
  const rows = entries.map((entry) => {
    last = entryMac(key, last, entry);
    return { ...entry, mac: last };
  });
  return { rows, last };
}

/** What is wrong with the journal of a case, or undefined. Names the first entry that does not fit. */
export function chainFault(key: Key, row: CaseTable, entries: readonly JournalTable[]): string | undefined {
  let before = start(key, row.organisation, row.ref);
  for (const [i, entry] of entries.entries()) {
    if (entry.seq !== i + 1) return `entry ${i + 1} of the journal was removed or moved`;
    if (!same(entry.mac, entryMac(key, before, entry)))
      return `entry ${entry.seq} of the journal was changed, moved or added`;
    before = entry.mac;
  }
  if (!same(headMac(key, row), row.journal_head)) return 'the case itself was changed outside the bot';
  if (entries.length < row.journal_length) return `the last of ${row.journal_length} journal entries was removed`;
  if (entries.length > row.journal_length)
    return `the journal has entries after its last, number ${row.journal_length}`;
  return same(before, row.journal_last) ? undefined : 'the last journal entry is another one';
}
