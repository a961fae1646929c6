import type { Screen } from '../conversation/reply.ts';
import { fill } from './fill.ts';
import type { Step } from './screens.ts';
import { speak } from './words.ts';

export type TextData = { readonly title: string; readonly text: string; readonly steps: readonly Step[] };

/** A few plain words: small talk, a fault, thanks, the neutral line in public places. */
export const textScreen = (data: TextData): Screen => fill('text', data, speak(data.title, data.text));
