import type { Screen } from '../conversation/reply.ts';
import type { Fact } from './case.ts';
import { fill } from './fill.ts';
import type { Step } from './screens.ts';
import { speak } from './words.ts';

export type Choice = { readonly title: string; readonly value: string };

export type CaseReadData = {
  readonly headline: string;
  readonly facts: readonly Fact[];
  /** What people wrote: shown as letters, each line by itself. No line is empty. */
  readonly parts: readonly { readonly label: string; readonly lines: readonly string[] }[];
  /** What was answered in the walk, or ''. */
  readonly soFar: string;
  /** Null for who may only look. */
  readonly decide: {
    readonly label: string;
    /** What to write beside the choice. */
    readonly note: string;
    readonly kinds: readonly Choice[];
    readonly articles: readonly Choice[];
    /** The one that is chosen at first. */
    readonly article: string;
    readonly send: Step;
  } | null;
  readonly steps: readonly Step[];
};

/** A case in a dialog, with what people wrote. Its summary holds none of that: summaries end up in notifications. */
export const caseReadScreen = (data: CaseReadData): Screen =>
  fill('case-read', data, speak(data.headline, data.decide === null ? '' : 'Lees het en kies wat je doet'));
