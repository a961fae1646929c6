/**
 * The tables as kysely sees them. Every column is text or a small whole number, so that SQLite and PostgreSQL give the same
 * values back; moments are ISO 8601 in UTC, whose text order is their time order. Names of people are hidden: see names.ts and
 * columns.ts.
 */

export type CaseTable = {
  ref: string;
  organisation: string;
  /** Hidden. */
  asker: string;
  /** Hash of the form's nonce: the nonce itself is text from outside. */
  nonce: string;
  /** Who has an open case now, hidden; null when nobody does. */
  holder: string | null;
  state: string;
  opened_at: string;
  version: number;
  /** The case's own key, wrapped by DATA_KEY. */
  wrapped_key: string;
  /** The Case, sealed: who is excluded says whom a report is about. */
  value: string;
  /** The Content, sealed. */
  content: string;
  journal_length: number;
  /** MAC of the last journal entry. */
  journal_last: string;
  /** MAC over all of the above but the wrapped key, so that a removed last entry is noticed too. */
  journal_head: string;
};

export type JournalTable = {
  ref: string;
  /** From 1. */
  seq: number;
  verb: string;
  /** Sealed with the key of the case, as is `data`. */
  actor: string;
  at: string;
  data: string;
  mac: string;
};

export type HandOverTable = {
  ref: string;
  /** Hidden. */
  person: string;
  stage: string;
  due_at: string;
  attempts: number;
  claim: string | null;
};

export type MessageTable = {
  ref: string;
  /** Hidden, as are `conversation` and `message_id`. */
  person: string;
  channel: string;
  conversation: string;
  message_id: string;
  sent_at: string;
};

/** Who has an open case beside its main line, hidden. */
export type BesideTable = { ref: string; organisation: string; holder: string };

export type BindingTable = {
  organisation: string;
  email: string;
  channel: string;
  platform_id: string;
  reference: string;
  bound_at: string;
};

/** `email` is hidden. */
export type DraftTable = { organisation: string; email: string; key: string; expires_at: string; sealed: string };

/** What somebody made of an answer, without who: `week` is its Monday, and all that was said is in `sealed`. */
export type RemarkTable = { id: string; organisation: string; week: string; sealed: string };

/** Keys of the installation, wrapped by DATA_KEY: rotating DATA_KEY leaves what they made as it is. */
export type InstallationKeyTable = { name: string; wrapped: string };

/** A server that runs; see running.ts. `keys` has the ids of its keys, the current one first, with a space between. */
export type ServerTable = { id: string; keys: string; until: string };

/** Every table. */
export type Tables = {
  cases: CaseTable;
  journal: JournalTable;
  hand_over: HandOverTable;
  messages: MessageTable;
  beside: BesideTable;
  bindings: BindingTable;
  drafts: DraftTable;
  remarks: RemarkTable;
  installation_keys: InstallationKeyTable;
  servers: ServerTable;
};

/**
 * What identifies a row of each table that belongs to the installation, wherever it is kept, in an order in which rows may be
 * written: a case before what belongs to it.
 */
export const identity = {
  installation_keys: ['name'],
  cases: ['ref'],
  journal: ['ref', 'seq'],
  hand_over: ['ref', 'person'],
  messages: ['ref', 'person', 'channel', 'conversation'],
  beside: ['ref', 'holder'],
  bindings: ['organisation', 'channel', 'platform_id'],
  drafts: ['organisation', 'email', 'key'],
  remarks: ['id'],
} as const satisfies { readonly [T in Exclude<keyof Tables, 'servers'>]: readonly (keyof Tables[T])[] };

export type TableName = keyof typeof identity;
export const tableNames = Object.keys(identity) as readonly TableName[];
