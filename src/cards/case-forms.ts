import type { Screen } from '../conversation/reply.ts';
import type { Choice } from './case-read.ts';
import { fill } from './fill.ts';
import type { Step } from './screens.ts';
import { speak } from './words.ts';

export type DoubtFormData = {
  /** Who gets it and why, a whole sentence. */
  readonly to: string;
  readonly lines: readonly string[];
  /** Carries the nonce. */
  readonly send: Step;
};

/** What somebody in doubt fills in; fields `draft`, `link` and `vraag`. */
export const doubtFormScreen = (data: DoubtFormData): Screen =>
  fill('doubt-form', data, speak('Plaats het nog niet, tot er een besluit is', data.to));

/** What somebody asks who found no answer in the protocol; field `vraag`. */
export const questionFormScreen = (data: DoubtFormData): Screen => fill('question-form', data, speak(data.to));

export type PassOnFormData = {
  readonly intro: string;
  readonly people: readonly Choice[];
  /** Who can be chosen not to see it; none for a doubt. */
  readonly exclude: readonly Choice[];
  readonly send: Step;
};

/** To whom a case is passed on and why; fields `naar`, `reden`, and `over` (several, with commas). */
export const passOnFormScreen = (data: PassOnFormData): Screen => fill('pass-on-form', data, speak(data.intro));
