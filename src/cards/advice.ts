import type { Screen } from '../conversation/reply.ts';
import { fill } from './fill.ts';
import type { CitedStep, ContactLine, Step, Tone } from './screens.ts';
import { speak } from './words.ts';

export type AdviceData = {
  /** "Mag, mits …" */
  readonly badge: string;
  readonly tone: Tone;
  readonly protocolName: string;
  readonly headline: string;
  /** One extra line, or ''. */
  readonly text: string;
  /** What to do this minute, when a discussion derails. */
  readonly now: readonly string[];
  readonly contacts: readonly ContactLine[];
  /** What must be so before posting, and what is only wise. */
  readonly checks: readonly { readonly text: string }[];
  readonly tips: readonly { readonly text: string }[];
  /** Sentences ready to copy, each with the place that asks for it. */
  readonly disclaimer: {
    readonly note: string;
    readonly parts: readonly { readonly text: string; readonly place: string }[];
  } | null;
  readonly articles: readonly CitedStep[];
  /** At most six. */
  readonly steps: readonly Step[];
};

/** What the walk through a doubt comes to, with the articles that say so. */
export const adviceScreen = (data: AdviceData): Screen =>
  fill(
    'advice',
    data,
    speak(
      data.badge,
      data.headline,
      data.text,
      ...data.now,
      ...data.contacts.map((line) => line.text),
      ...data.checks.map((line) => line.text),
    ),
  );
