import type { Screen } from '../conversation/reply.ts';
import type { Choice } from './case-read.ts';
import { fill } from './fill.ts';
import type { Part } from './report-read.ts';
import type { Step } from './screens.ts';
import { speak } from './words.ts';

/** The small forms about a report. Their summaries hold nothing that people wrote. */

export type ReportWriteData = {
  readonly intro: string;
  /** What is answered to, or nothing. */
  readonly parts: readonly Part[];
  readonly label: string;
  readonly note: string;
  readonly send: Step;
  readonly steps: readonly Step[];
};

/** A few words to somebody or for the file: field `tekst`. */
export const reportWriteScreen = (data: ReportWriteData): Screen => fill('report-write', data, speak(data.intro));

export type ReportTickData = {
  /** How many there are left. */
  readonly progress: string;
  readonly duty: string;
  /** The article or law that asks it. */
  readonly source: string;
  /** Carries a nonce and what it says of the duty, as do most of `steps`. */
  readonly done: Step;
  readonly steps: readonly Step[];
};

/** Whether a duty was done, a click for each; field `tekst`. */
export const reportTickScreen = (data: ReportTickData): Screen =>
  fill('report-tick', data, speak(data.progress, data.duty, data.source));

export type ReportDutiesData = {
  readonly intro: string;
  /** What still must be dealt with; each a field `plicht0`, `plicht1`, … with `gedaan`, `niet` or `nog`. */
  readonly duties: readonly { readonly field: string; readonly text: string; readonly source: string }[];
  readonly send: Step;
  readonly back: Step;
};

/** All duties that keep a report from being closed; field `tekst` for why something does not apply. */
export const reportDutiesScreen = (data: ReportDutiesData): Screen => fill('report-duties', data, speak(data.intro));

export type ReportCloseData = {
  readonly intro: string;
  readonly outcomes: readonly Choice[];
  readonly send: Step;
  readonly back: Step;
};

/** How a report ends; fields `uitkomst` and `terugkoppeling`. */
export const reportCloseScreen = (data: ReportCloseData): Screen => fill('report-close', data, speak(data.intro));

export type ReportExcludeData = {
  readonly intro: string;
  readonly people: readonly Choice[];
  readonly note: string;
  readonly send: Step;
  readonly back: Step;
};

/** Who must not see it; field `over`, several with commas. */
export const reportExcludeScreen = (data: ReportExcludeData): Screen => fill('report-exclude', data, speak(data.intro));
