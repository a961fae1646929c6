import type { Screen } from '../conversation/reply.ts';
import { fill } from './fill.ts';
import type { Step } from './screens.ts';
import { speak } from './words.ts';

export type ChooseData = { readonly question: string; readonly intro: string; readonly options: readonly Step[] };

/** One question back with a button for each answer: for whom you ask, which school. At most six options. */
export const chooseScreen = (data: ChooseData): Screen =>
  fill('choose', data, speak(data.intro, data.question, data.options.map((option) => option.title).join(', ')));
