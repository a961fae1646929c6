/**
 * The data that screens share. What is in here is plain text: `fill` escapes it where a client would read markdown,
 * so a caller never escapes and never formats.
 */

/** The colour of a badge; always beside words, never instead of them. */
export type Tone = 'good' | 'warning' | 'attention' | 'neutral';

/** An article as a card cites it. `place` is how the school numbers it. */
export type Cited = {
  readonly protocol: string;
  readonly article: string;
  readonly place: string;
  readonly title: string;
  readonly short: string;
  /** The answer it was cited in, so that the whole article can lead back to it; '' for none. */
  readonly answer: string;
};

/** A legal duty or help line from `wet.yaml`. */
export type LawNote = {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly source: string;
  readonly phone?: string;
};

/** One line about whom to turn to, a whole sentence: "Bel meteen je leidinggevende (C.2)." */
export type ContactLine = { readonly text: string; readonly place?: string };

/** A button that asks the bot something. */
export type Step = { readonly title: string; readonly verb: string; readonly data: Readonly<Record<string, string>> };

/** An article as a row to click, where the card must be able to come back to what it showed. */
export type CitedStep = {
  readonly place: string;
  readonly title: string;
  readonly short: string;
  readonly step: Step;
};
