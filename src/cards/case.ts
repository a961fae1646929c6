import type { Screen } from '../conversation/reply.ts';
import { fill } from './fill.ts';
import type { Step, Tone } from './screens.ts';
import { speak } from './words.ts';

export type Fact = { readonly title: string; readonly value: string };

/** A card about a case that stays in a chat: our own words only, never what people wrote. */
export type CaseCardData = {
  readonly headline: string;
  /** "Nog niet plaatsen" */
  readonly badge: string;
  readonly tone: Tone;
  /** One extra line, or ''. */
  readonly text: string;
  /** At most ten. */
  readonly facts: readonly Fact[];
  readonly steps: readonly Step[];
};

/** To whoever a case goes to: that it is there, not what it says. */
export const caseNoticeScreen = (data: CaseCardData): Screen =>
  fill('case-notice', data, speak(data.badge, data.headline, data.text));

/** To whoever asked: how it stands. */
export const caseStatusScreen = (data: CaseCardData): Screen =>
  fill('case-status', data, speak(data.headline, data.badge, data.text));
