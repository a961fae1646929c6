import type { Screen } from '../conversation/reply.ts';
import { fill } from './fill.ts';
import type { Step } from './screens.ts';
import { speak } from './words.ts';

export type ListItem = { readonly title: string; readonly text: string; readonly step: Step };

export type ListData = {
  readonly title: string;
  /** One line above the list, or ''. May hold what somebody searched for. */
  readonly intro: string;
  readonly items: readonly ListItem[];
  /** What to say when there are no items. */
  readonly empty: string;
  readonly steps: readonly Step[];
};

/** Rows to click: a chapter, what a search found, an overview. */
export const listScreen = (data: ListData): Screen =>
  fill(
    'list',
    data,
    speak(data.title, data.intro, ...(data.items.length === 0 ? [data.empty] : data.items.map((item) => item.title))),
  );
