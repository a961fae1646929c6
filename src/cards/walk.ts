import type { Screen } from '../conversation/reply.ts';
import { fill } from './fill.ts';
import type { CitedStep, Step } from './screens.ts';
import { speak } from './words.ts';

export type WalkData = {
  readonly protocolName: string;
  /** What was answered before, or ''. */
  readonly soFar: string;
  readonly question: string;
  /** At most six. */
  readonly options: readonly Step[];
  /** The articles behind the question, each a click away. */
  readonly why: readonly CitedStep[];
  /** Null at the first question. */
  readonly back: Step | null;
  readonly stop: Step;
};

/** One question of the walk through a doubt. The same card changes with every answer. */
export const walkScreen = (data: WalkData): Screen =>
  fill('walk', data, speak(data.question, data.options.map((option) => option.title).join('; ')));
