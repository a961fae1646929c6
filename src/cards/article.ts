import type { Screen } from '../conversation/reply.ts';
import { fill } from './fill.ts';
import type { ContactLine, Step } from './screens.ts';
import { placeName, speak } from './words.ts';

export type ArticleData = {
  readonly protocolName: string;
  readonly chapter: string;
  readonly place: string;
  readonly title: string;
  /** Each line becomes a paragraph. */
  readonly text: string;
  /** "mag, mits" */
  readonly force: string;
  readonly audience: string;
  readonly situation: string;
  readonly contacts: readonly ContactLine[];
  readonly previous: Step | null;
  readonly next: Step | null;
  readonly back: Step | null;
  /** The school's own document, when it is public. */
  readonly link: string | null;
};

/** One article in full, with its neighbours a button away. */
export const articleScreen = (data: ArticleData): Screen =>
  fill('article', data, speak(placeName(data.place), data.title, data.text, ...data.contacts.map((line) => line.text)));
