/**
 * A case: one doubt or one report, from its first sentence to its closing, as a plain value. What people wrote about it is
 * `Content` and stands apart: it is the part that is encrypted, and it never goes into a journal, a notice or an error.
 */

/** A moment as `Date.toISOString` writes it: UTC, milliseconds, 24 characters; so that text order is time order. */
export type Instant = string;

export type CaseKind = 'doubt' | 'report';

/** `open` waits for a decision; `decided` has one; `withdrawn` by the asker; `closed` when a report is dealt with. */
export type CaseState = 'open' | 'decided' | 'withdrawn' | 'closed';

/** How somebody came to have a case. Stored: never rename one. */
export type Via = 'route' | 'crisis' | 'deputy' | 'next-level' | 'passed-on';

/** Somebody a case goes to, and why: the bot's own words and an article of the protocol, never text of the case. */
export type Recipient = {
  /** Lower case; the id of a person in the organisation. */
  readonly email: string;
  readonly role: string;
  readonly reason: string;
  readonly article?: string;
};

/** A recipient in the line of a case. */
export type Placed = Recipient & {
  readonly via: Via;
  /** Whose deputy this is. */
  readonly insteadOf?: string;
};

/** What a contact can answer to a doubt. With `bel-me` the case stays open: the talk is not yet the decision. */
export type DecisionKind = 'akkoord' | 'akkoord-mits' | 'niet-plaatsen' | 'bel-me';

/** The conditions of `akkoord-mits` are text, and so a note in the content. */
export type Decision = {
  readonly kind: DecisionKind;
  readonly by: string;
  readonly at: Instant;
  readonly article?: string;
};

export type Case = {
  /** V-7K3F9Q: see reference.ts. */
  readonly ref: string;
  readonly organisation: string;
  readonly kind: CaseKind;
  /** The contact case of the protocol: 'twijfel', 'ontsporing', … */
  readonly subject: string;
  readonly urgent: boolean;
  readonly location: string;
  readonly protocol: string;
  /** E-mail of who asked or reported. */
  readonly asker: string;
  /** Everybody who had it, has it and is next in line, in order. Never the asker, never somebody excluded. */
  readonly recipients: readonly Placed[];
  /** Index in `recipients` of who has it now. */
  readonly at: number;
  readonly state: CaseState;
  /** When the clock of who has it now began: assigned, told or received, whichever came last. */
  readonly since: Instant;
  /** When who has it now confirmed receipt. */
  readonly receivedAt?: Instant;
  readonly decision?: Decision;
  /** E-mails of those who must never learn that this case exists. */
  readonly excluded: readonly string[];
  readonly openedAt: Instant;
};

/** Something written about a case after it was opened: conditions of a decision, the reason of passing it on. */
export type Note = { readonly verb: string; readonly by: string; readonly at: Instant; readonly text: string };

/** What people wrote. `fields` are those of the form: `draft`, `link`, `question` for a doubt. */
export type Content = { readonly fields: Readonly<Record<string, string>>; readonly notes: readonly Note[] };

/** Who has the case now; undefined only for a case that was put together wrongly. */
export function holderOf(kase: Case): Placed | undefined {
  return kase.recipients[kase.at];
}
