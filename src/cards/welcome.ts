import type { Screen } from '../conversation/reply.ts';
import { fill } from './fill.ts';
import type { Step } from './screens.ts';
import { speak } from './words.ts';

export type WelcomeData = {
  /** The school whose protocol counts, or '' while that is not known. */
  readonly school: string;
  readonly lines: readonly string[];
  readonly examples: readonly Step[];
};

/** The first thing somebody sees. */
export const welcomeScreen = (data: WelcomeData): Screen => fill('welcome', data, speak('Hallo', ...data.lines));
