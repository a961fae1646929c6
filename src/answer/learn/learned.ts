import type { Phrase } from '../text/lexicon.ts';

/** What learning makes of the content: words and numbers, and nothing that somebody asked. */
export type Learned = Words & Numbers;

export type Words = {
  /** Every word of the content; `counts` tells how often each stands there. */
  readonly words: readonly string[];
  /** The members of the synonym groups, see `lexicon.ts`. */
  readonly phrases: readonly Phrase[];
  /** The features by their number, see `names.ts`. */
  readonly names: readonly string[];
};

export type Numbers = {
  readonly counts: Int32Array;
  /** How telling each feature is. */
  readonly idf: Float64Array;
  /** The linear model, see `linear.ts`. */
  readonly weights: Int16Array;
  readonly scales: Float32Array;
};

/** The kind of each row of numbers. */
export const rows = {
  counts: Int32Array,
  idf: Float64Array,
  weights: Int16Array,
  scales: Float32Array,
} as const satisfies Record<keyof Numbers, unknown>;
