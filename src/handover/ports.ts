import type { Channel, Values } from '../conversation/event.ts';
import type { Screen } from '../conversation/reply.ts';
import type { Case, Content, Instant } from './case.ts';
import type { JournalEntry } from './journal.ts';
import type { Opening } from './opening.ts';
import type { Change } from './outcome.ts';
import type { Row, Stage } from './stages.ts';

/**
 * What the hand-over needs of the world. `store/` implements the stores, `delivery/` the messenger. Every method of a store
 * rejects with an error that has a `code` and says what to do, never with text of a case; when a method that writes
 * resolves, what it wrote survives the process and a power cut.
 */

/** The time. Tests and the page move it. */
export type Clock = () => Date;

/** A case as it was read: `version` goes up with every change and guards the next one. */
export type Stored = { readonly case: Case; readonly version: number };

/**
 * Cases of somebody, and how many more there are that cannot be read now: the server was not given their key. One that was
 * changed outside the bot is in neither, for nobody knows whose it is.
 */
export type Listed = { readonly cases: readonly Case[]; readonly unreadable: number };

/** Something due that this process has claimed. `claim` is the fence: once it no longer holds, settling does nothing. */
export type Due = {
  readonly ref: string;
  readonly person: string;
  readonly stage: Stage;
  readonly dueAt: Instant;
  /** How often it was claimed, this time included: 1 at first. */
  readonly attempts: number;
  readonly claim: string;
};

/** What a message goes by: a platform, or e-mail, which says no more than that something waits in the chat. */
export type Medium = Channel | 'mail';

/** A card that was sent, by the platform's own ids. */
export type SentMessage = {
  readonly person: string;
  readonly channel: Medium;
  readonly conversation: string;
  readonly messageId: string;
};

/** A card as it is remembered; `sentAt` is when it was sent, or last put anew by who has it. */
export type KeptMessage = SentMessage & { readonly sentAt: Instant };

/** What is wrong with a journal; `ref` is the case. */
export type JournalFault = { readonly ref: string; readonly fault: string };

export type JournalReport = {
  readonly cases: number;
  readonly entries: number;
  readonly faults: readonly JournalFault[];
};

export type CaseStore = {
  /**
   * Keeps a new case with its content, journal and rows in one transaction.
   * The same asker with the same nonce gets the case that is there: nothing is kept twice, however often it is sent.
   * @param nonce carried by the form; any text
   * @returns `ref-taken` when the reference exists: try another
   */
  create(
    opening: Opening,
    content: Content,
    nonce: string,
  ): Promise<{ readonly ref: string; readonly already: boolean } | 'ref-taken'>;

  /** A case by its reference; undefined when there is none. Says nothing about who may know of it. */
  load(ref: string): Promise<Stored | undefined>;

  /** What people wrote. Ask `may.ts` first, or use `read` of desk.ts. */
  content(ref: string): Promise<Content | undefined>;

  /**
   * Commits a change as one, if the case is still at this version.
   * @returns `changed-meanwhile` with nothing written when it is not: load it again and decide anew
   */
  change(ref: string, expectedVersion: number, change: Change): Promise<'ok' | 'changed-meanwhile'>;

  /** The cases somebody asked, newest first; at most `limit` (100). */
  listFor(organisation: string, email: string, limit?: number): Promise<Listed>;

  /** The open cases somebody has now, in the main line or beside it, oldest first; at most `limit` (100). */
  openFor(organisation: string, email: string, limit?: number): Promise<Listed>;

  /**
   * Claims what is due, earliest first. Claiming books the next attempt, at now + lease: who dies afterwards has merely
   * postponed it.
   * @param leaseMs longer than the sender's time-out
   */
  claimDue(now: Date, leaseMs: number, limit: number): Promise<readonly Due[]>;

  /** When something is due next; undefined when nothing waits. For a loop that sleeps. */
  nextDueAt(): Promise<Date | undefined>;

  /**
   * Ends an attempt, only while its claim holds: commits what it changed, or tries again at a moment.
   * @returns `claim-lost` with nothing written when somebody else claimed or set the row since
   */
  settle(
    due: Due,
    outcome: { readonly change: Change; readonly expectedVersion: number } | { readonly retryAt: Date },
  ): Promise<'ok' | 'claim-lost' | 'changed-meanwhile'>;

  /** What waits for a case, by person. */
  rowsOf(ref: string): Promise<readonly Row[]>;

  /**
   * Remembers a card that was sent, in place of an older one to this person in this conversation.
   * @returns the cards this person had of the case until then, oldest first; of two remembered at once, on whichever servers,
   * one is given to the other
   */
  rememberMessage(ref: string, message: SentMessage): Promise<readonly KeptMessage[]>;

  /** The cards of a case, oldest first. */
  messagesOf(ref: string): Promise<readonly KeptMessage[]>;

  /** The journal of a case, in order. Not verified: see `verifyJournal`. */
  journalOf(ref: string): Promise<readonly JournalEntry[]>;

  /** Verifies the journal of one case, or of all: every entry, their order, the last one, and the case row itself. */
  verifyJournal(ref?: string): Promise<JournalReport>;

  /**
   * The references, in order, of cases that are no longer open and to which nothing has happened since a moment (looking is
   * nothing: see `lookingVerbs`); at most `limit` (100).
   * @param after the last reference of the page before, '' for the first
   */
  endedBefore(organisation: string, moment: Date, after: string, limit?: number): Promise<readonly string[]>;

  /**
   * Removes a case for good: its key, its text, its journal. A backup from before it still has them.
   * @param expectedVersion only while the case is still at this version
   * @returns `changed-meanwhile` with nothing removed when it is not
   */
  erase(ref: string, expectedVersion?: number): Promise<'ok' | 'changed-meanwhile'>;
};

/** A person in an organisation; `email` in lower case. */
export type PersonId = { readonly organisation: string; readonly email: string };

/** Where somebody can be reached. `reference` is the channel's own, opaque; a conversation reference in Teams. */
export type Binding = { readonly channel: Channel; readonly platformId: string; readonly reference: string };

export type PersonStore = {
  /**
   * Ties a platform's verified id to a person, on first contact and whenever the reference changes. A person has one id a
   * channel: the newest, so that an account that was given away does not stay tied to its former holder.
   */
  bind(person: PersonId, binding: Binding): Promise<void>;
  /** Unties an id of a platform: the bot was removed there. Nothing happens when nobody was tied to it. */
  unbind(organisation: string, channel: Channel, platformId: string): Promise<void>;
  /** Unties everybody of an organisation but these: who left is not kept. @returns how many bindings went */
  keepOnly(organisation: string, emails: readonly string[]): Promise<number>;
  /** How somebody can be reached, newest first. */
  bindingsOf(person: PersonId): Promise<readonly Binding[]>;
  /** Whom a platform's verified id belongs to; undefined when nobody was tied to it. Answers the e-mail. */
  personOf(organisation: string, channel: Channel, platformId: string): Promise<string | undefined>;
};

/** What somebody typed while a form waits to be opened. Encrypted; gone after its time. */
export type DraftStore = {
  /** Keeps values under a key, in place of what was there. */
  keep(person: PersonId, key: string, values: Values, keptMs: number): Promise<void>;
  /** What is kept; undefined when there is nothing or its time is over. */
  read(person: PersonId, key: string): Promise<Values | undefined>;
  /** The same, and it is gone afterwards. */
  take(person: PersonId, key: string): Promise<Values | undefined>;
};

/** Slips of paper that prove themselves: values that only the bot can have written, valid for a while. Nothing is kept. */
export type Slips = {
  /** A slip for an address: letters, digits, `.`, `-` and `_`. */
  issue(values: Values, validMs: number): string;
  /** What is on it; undefined when it was not made here, was changed, or its time is over. */
  read(slip: string): Values | undefined;
};

/**
 * A platform did not take a card. `permanent`: trying again is of no use (not installed, blocked). `retryAfterMs`: when the
 * platform itself says how long to wait.
 */
export type NotTaken = { readonly refused: 'permanent' | 'temporary'; readonly retryAfterMs?: number };

/** Where a card that was sent stands. */
export type Taken = Omit<SentMessage, 'person'>;

/** Reaches a person over the channel that reaches them. A screen here never holds text of a case. */
export type Messenger = {
  /**
   * Sends a card. Delivery is at least once: remember the id, and update that card rather than send another.
   * @param once the same each time that the same thing is tried again, for what can tell by it that it has sent this already
   */
  notify(person: PersonId, screen: Screen, once?: string): Promise<Taken | NotTaken>;
  /** Changes a card that was sent, for everybody who sees it. */
  update(person: PersonId, message: SentMessage, screen: Screen): Promise<'ok' | NotTaken>;
};
