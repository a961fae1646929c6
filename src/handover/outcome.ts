import type { Actor } from './actor.ts';
import type { Case, Note } from './case.ts';
import type { Refusal } from './commands.ts';
import type { JournalEntry } from './journal.ts';
import type { Rules } from './rules.ts';
import type { RowChange } from './stages.ts';

/** Everything one command changes. Committed as one, before anybody is told. */
export type Change = {
  readonly case: Case;
  readonly journal: readonly JournalEntry[];
  readonly rows: readonly RowChange[];
  /** Added to the notes of the content. */
  readonly note?: Note;
};

export type Outcome =
  | { readonly kind: 'changed'; readonly change: Change }
  /** Allowed, and already so: a second click, or a delivery that will be tried again. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What a verb needs to know besides the case and the command. */
export type Moment = { readonly actor: Actor; readonly now: Date; readonly rules: Rules };

export const unchanged: Outcome = { kind: 'unchanged' };

export function changed(change: Change): Outcome {
  return { kind: 'changed', change };
}

export function refused(why: Refusal['why']): Outcome {
  return { kind: 'refused', refusal: { why } };
}
