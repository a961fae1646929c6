import type { Screen } from '../conversation/reply.ts';
import type { Fact } from './case.ts';
import { fill } from './fill.ts';
import type { Step } from './screens.ts';
import { speak } from './words.ts';

/** What people wrote: shown as letters, each line by itself. No line is empty. */
export type Part = { readonly label: string; readonly lines: readonly string[] };

export type ReportReadData = {
  readonly headline: string;
  /** What cannot wait: danger, a duty with a deadline. */
  readonly first: readonly string[];
  readonly facts: readonly Fact[];
  readonly parts: readonly Part[];
  readonly steps: readonly Step[];
  /** Each with its state in `text` and the form behind it. */
  readonly duties: readonly {
    readonly title: string;
    readonly text: string;
    readonly settled: boolean;
    readonly step: Step;
  }[];
  readonly dutiesNote: string;
  /** What the protocol lets the school do, mildest first. */
  readonly measures: readonly { readonly title: string; readonly text: string }[];
  readonly measuresNote: string;
  /** What is needed seldom. */
  readonly more: readonly Step[];
};

/** A report in a dialog, with what people wrote. Its summary holds none of that: summaries end up in notifications. */
export const reportReadScreen = (data: ReportReadData): Screen =>
  fill('report-read', data, speak(data.headline, ...data.first));
