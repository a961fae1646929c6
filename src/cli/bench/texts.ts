import { type Question, readQuestions } from '../eval/questions.ts';
import { shuffled } from './figures.ts';

const SETS = ['test/questions/tune.jsonl', 'test/questions/fresh.jsonl'];

/** The questions that are measured with. */
export const askedQuestions = (): Question[] => SETS.flatMap(readQuestions);

/** Their texts, in an order that is random and the same in every run. */
export const askedTexts = (): string[] => shuffled(askedQuestions(), 1).map(({ question }) => question);
