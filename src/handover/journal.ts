import type { Instant } from './case.ts';

/** One line of a case's journal: who did what and when. Ids and verbs only; no text that a person wrote. */
export type JournalEntry = {
  readonly verb: string;
  /** An e-mail, 'system', or 'reporter' for who withholds their name. */
  readonly actor: string;
  readonly at: Instant;
  readonly data: Readonly<Record<string, string | number | boolean>>;
};

/** Who only looks, takes a copy, or has it kept, makes a case no younger: its term goes on. */
export const lookingVerbs: readonly string[] = ['open', 'export', 'hold', 'release-hold'];

/** An id of ours, an e-mail, a reference, a moment: no spaces, so that no sentence fits. */
const ID = /^[\p{L}\p{N}_.@:+'’&!#$%*/=?^`{|}~-]{1,254}$/u;

/** A journal entry that carries more than ids. Says which field, never what it holds. */
export class JournalTextError extends Error {
  readonly code = 'JOURNAL_TEXT';

  constructor(field: string) {
    super(`The journal takes ids only; "${field}" is something else. Put text in a note of the content.`);
    this.name = 'JournalTextError';
  }
}

/**
 * Checks that an entry holds ids only. The store asks this before it writes.
 * @throws JournalTextError
 */
export function assertIdsOnly(entry: JournalEntry): void {
  const fields = { verb: entry.verb, actor: entry.actor, at: entry.at, ...entry.data };
  for (const [field, value] of Object.entries(fields)) {
    if (typeof value === 'string' && !ID.test(value)) throw new JournalTextError(field);
  }
}
