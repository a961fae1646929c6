import type { Screen } from '../conversation/reply.ts';
import { fill } from './fill.ts';
import type { Step } from './screens.ts';
import { speak } from './words.ts';

export type HelpData = {
  readonly lines: readonly { readonly title: string; readonly text: string }[];
  readonly examples: readonly Step[];
};

/** What you can ask here, with examples to click. */
export const helpScreen = (data: HelpData): Screen =>
  fill('help', data, speak('Wat kun je hier vragen?', ...data.lines.flatMap((line) => [line.title, line.text])));
