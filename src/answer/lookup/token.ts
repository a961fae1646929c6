/**
 * The words with which people point at a place, told apart. What they point at depends on the protocol: see `../lookup.ts`.
 */
export type Token =
  /** "artikel", "punt", "hoofdstuk". `strong`: with a number behind it a look-up, whatever else is said. */
  | {
      readonly is: 'kind';
      readonly of: 'article' | 'point' | 'chapter';
      readonly strong: boolean;
      readonly text: string;
    }
  /** "c.3", "1.4", "1.4.3": a name that holds its chapter. */
  | { readonly is: 'name'; readonly text: string }
  /** `ordinal`: as "tweede", which may be the second of things without a number. */
  | { readonly is: 'number'; readonly text: string; readonly ordinal: boolean }
  /** A number in words, until `withNumbers` has seen what it counts. */
  | { readonly is: 'count'; readonly ordinal: boolean; readonly number: string; readonly text: string }
  | { readonly is: 'letter'; readonly text: string }
  /** "wat zegt", "aub": says nothing of the place. `loose`: only where a "punt" or "hoofdstuk" is named as well. */
  | { readonly is: 'filler'; readonly loose: boolean; readonly text: string }
  | { readonly is: 'word'; readonly text: string };
