import type { DecisionKind, Recipient } from './case.ts';
import type { Stage } from './stages.ts';

/** What can be asked of a case. The verb is what `may.ts` judges and what the journal keeps. */
export type Command =
  | { readonly verb: 'open' }
  | { readonly verb: 'receive' }
  | { readonly verb: 'decide'; readonly kind: DecisionKind; readonly article?: string; readonly note?: string }
  | { readonly verb: 'pass-on'; readonly to: Recipient; readonly reason: string }
  | { readonly verb: 'withdraw' }
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
  /** `akkoord-mits` without its conditions, or passing on without a reason. */
  | { readonly why: 'note-missing' }
  /** It cannot go to this person; the card says to choose another, and not why. */
  | { readonly why: 'not-this-person' };
