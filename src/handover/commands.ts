import type { DecisionKind, DutyMark, Recipient, ReportOutcome } from './case.ts';
import type { Stage } from './stages.ts';

/** What can be asked of a case. The verb is what `may.ts` judges and what the journal keeps. */
export type Command =
  | { readonly verb: 'open' }
  | { readonly verb: 'receive' }
  | { readonly verb: 'decide'; readonly kind: DecisionKind; readonly article?: string; readonly note?: string }
  | { readonly verb: 'pass-on'; readonly to: Recipient; readonly reason: string }
  | { readonly verb: 'withdraw' }
  /** "In behandeling". */
  | { readonly verb: 'start' }
  /** Asks the reporter something. */
  | { readonly verb: 'ask'; readonly text: string }
  /** The reporter answers, or adds something unasked. */
  | { readonly verb: 'answer'; readonly text: string }
  /** The reporter no longer withholds their name. */
  | { readonly verb: 'release-name' }
  /** For those who have the report, not for the reporter. */
  | { readonly verb: 'note'; readonly text: string }
  /** People who must not know of it from now on. */
  | { readonly verb: 'exclude'; readonly emails: readonly string[] }
  /** A duty of the checklist; `explained` needs a text. Which duties there are, the caller checks. */
  | { readonly verb: 'tick'; readonly duty: string; readonly state: DutyMark['state']; readonly text?: string }
  /** `feedback` is what the reporter reads about what was done. */
  | { readonly verb: 'close'; readonly outcome: ReportOutcome; readonly feedback: string }
  /** The dossier is taken out; keeps that it was. */
  | { readonly verb: 'export' }
  /** It is kept until that is released, whatever its term; `by` is who of the bestuur says so. */
  | { readonly verb: 'hold'; readonly by: string }
  | { readonly verb: 'release-hold'; readonly by: string }
  /** The platform has taken what was due for this person. */
  | { readonly verb: 'delivered'; readonly person: string; readonly stage: Stage }
  /** The platform refused: `permanent` when trying again is of no use (not installed, blocked). */
  | { readonly verb: 'deliver-failed'; readonly person: string; readonly stage: Stage; readonly permanent: boolean }
  /** The deadline of this person is over: a row at stage `deputy` or `next-level` is due. */
  | { readonly verb: 'escalate'; readonly person: string };

/** Why nothing was done. */
export type Refusal =
  /** There is no such case, or none that this person may know of: the two are never told apart. */
  | { readonly why: 'not-found' }
  /** It is no longer open: decided, withdrawn or closed in the meantime. */
  | { readonly why: 'not-open' }
  /** What needs a text has none: `akkoord-mits`, passing on, a question, an explanation, feedback. */
  | { readonly why: 'note-missing' }
  /** It cannot go to this person; the card says to choose another, and not why. */
  | { readonly why: 'not-this-person' }
  /** Duties of the checklist are neither done nor explained: see `openDuties`. */
  | { readonly why: 'duties-open' }
  /** With this exclusion nobody would be left to have it; nothing was changed. Say whom to call. */
  | { readonly why: 'nobody-left' };
