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
  /** The reason in words that tell nothing of who asks, for where that must stay hidden; missing where there are none. */
  readonly openly?: string;
  readonly article?: string;
};

/** A recipient in the line of a case. */
export type Placed = Recipient & {
  readonly via: Via;
  /** Whose deputy this is. */
  readonly insteadOf?: string;
};

/**
 * What a contact can answer to a doubt; `antwoord` is for a question that the protocol does not answer. With `bel-me` the case
 * stays open: the talk is not yet the decision.
 */
export type DecisionKind = 'akkoord' | 'akkoord-mits' | 'niet-plaatsen' | 'antwoord' | 'bel-me';

/** The conditions of `akkoord-mits` and the words of `antwoord` are text, and so a note in the content. */
export type Decision = {
  readonly kind: DecisionKind;
  readonly by: string;
  readonly at: Instant;
  readonly article?: string;
};

/** How a report ended. Stored: never rename one. */
export const reportOutcomes = [
  'gesprek',
  'maatregel',
  'verwijderd',
  'aangifte',
  'doorverwezen',
  'ongegrond',
  'anders',
] as const;

export type ReportOutcome = (typeof reportOutcomes)[number];

/** A duty of the checklist that was dealt with. The explanation is a note of the content with the verb `duty:<id>`. */
export type DutyMark = { readonly state: 'done' | 'explained'; readonly by: string; readonly at: Instant };

/** A question back that waits for the reporter; its text is a note. */
export type Question = { readonly at: Instant; readonly toldAt?: Instant; readonly remindedAt?: Instant };

/** What only a report has. */
export type ReportState = {
  /** Nobody but the reporter may see who reported: no name, team, location or platform id. */
  readonly nameWithheld: boolean;
  /** When who has it now began with it. */
  readonly startedAt?: Instant;
  readonly asked?: Question;
  /** By the id of the duty. */
  readonly duties: Readonly<Record<string, DutyMark>>;
  /** Ids of the duties that must be done or explained before it can be closed. */
  readonly required: readonly string[];
  /** The reporter has heard what was done by then: three calendar months after opening, in UTC. */
  readonly feedbackBy: Instant;
  readonly closed?: { readonly outcome: ReportOutcome; readonly by: string; readonly at: Instant };
};

/** A line of people of whom one has the case: the main line of every case, and those beside it. */
export type Track = {
  /** Everybody who had it, has it and is next in line, in order. Never the asker; of who is excluded only who had it. */
  readonly recipients: readonly Placed[];
  /** Index in `recipients` of who has it now. */
  readonly at: number;
  /** When the clock of who has it now began: assigned, told or received, whichever came last. */
  readonly since: Instant;
  /** When who has it now confirmed receipt. */
  readonly receivedAt?: Instant;
};

/** The main line stands in the case itself. */
export type Case = Track & {
  /** V-7K3F9Q: see reference.ts. */
  readonly ref: string;
  readonly organisation: string;
  readonly kind: CaseKind;
  /** Of a doubt the contact case of the protocol: 'twijfel', 'ontsporing', or 'vraag' for what the protocol does not answer; of a report its kind: 'pesten', … */
  readonly subject: string;
  readonly urgent: boolean;
  readonly location: string;
  readonly protocol: string;
  /** E-mail of who asked or reported. */
  readonly asker: string;
  readonly state: CaseState;
  readonly decision?: Decision;
  /** Of every report, and of nothing else. */
  readonly report?: ReportState;
  /** Who gets a report beside the main line, such as the role for privacy: may look, note and tick; confirms and is done. */
  readonly beside?: readonly Track[];
  /** E-mails of those who must never learn that this case exists. */
  readonly excluded: readonly string[];
  readonly openedAt: Instant;
  /** It must be kept although its term is over: a lawsuit, an inspection. `by` is who of the bestuur decided so. */
  readonly hold?: Hold;
};

export type Hold = { readonly by: string; readonly at: Instant };

/** A report, for what is done to reports only. */
export type ReportCase = Case & { readonly report: ReportState };

/**
 * Something written about a case after it was opened: conditions of a decision, the reason of passing it on, a question
 * back. `by` is an e-mail, or 'reporter' for who withheld their name. What of it the asker may see: see notes.ts.
 */
export type Note = { readonly verb: string; readonly by: string; readonly at: Instant; readonly text: string };

/** What people wrote. `fields` are those of the form: `draft`, `link`, `question` for a doubt. */
export type Content = { readonly fields: Readonly<Record<string, string>>; readonly notes: readonly Note[] };

/** Who has the case now, or a line beside it; undefined only for what was put together wrongly. */
export function holderOf({ recipients, at }: Pick<Track, 'recipients' | 'at'>): Placed | undefined {
  return recipients[at];
}

/** The duties that keep a report from being closed, by id. */
export function openDuties({ required, duties }: Pick<ReportState, 'required' | 'duties'>): string[] {
  return required.filter((id) => !Object.hasOwn(duties, id));
}
