/** What people made of an answer, kept for who owns the protocol, and without the person. */

/**
 * One thing that somebody let know. Nothing says who it was, nor when but for the week. `question` and `line` have gone through
 * `blotted` before they come here; '' for none.
 */
export type Remark = {
  readonly organisation: string;
  /** `unanswered` is a question that had no answer; `thumb` is a click, with the question when it was a thumb down; `line` is what was written with it. */
  readonly about: 'unanswered' | 'thumb' | 'line';
  readonly protocol: string;
  /** Of the answer. */
  readonly kind: string;
  /** The name of the topic it was found by, or ''. */
  readonly topic: string;
  /** The article that was cited, or ''. */
  readonly article: string;
  readonly good: boolean;
  readonly question: string;
  readonly line: string;
};

/** `week` is the Monday it began on, in UTC: "2026-11-23". */
export type KeptRemark = Remark & { readonly week: string };

export type RemarkStore = {
  /** Keeps them, their words encrypted: all or none. */
  keep(...remarks: readonly Remark[]): Promise<void>;
  /** Those of an organisation, in no order that says when they came. */
  all(organisation: string): Promise<readonly KeptRemark[]>;
  /** Removes those of every week that had begun by a moment, so that none stays longer than it may. @returns how many went */
  forget(organisation: string, moment: Date): Promise<number>;
};
