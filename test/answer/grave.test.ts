import { expect, test } from 'vitest';
import { learnedAnswers } from '../fakes/learned.ts';
import { library, protocolOf } from '../protocol/library.ts';
import { grave, harmless, type Told } from './grave.ts';

/** Whether the help line or the duty comes with the answer. */
const answers = learnedAnswers(library);

const heard = ({ protocol, question, law }: Told): boolean => {
  const cases = answers.ask(protocolOf(protocol), question, {}).law.flatMap((article) => article.cases);
  return law.length === 0 ? cases.length > 0 : law.some((each) => cases.includes(each));
};

test('what is grave is heard, and what only sounds so is not', () => {
  const figures = { heard: grave.filter(heard).length, of: grave.length, falsely: harmless.filter(heard).length };
  console.log('grave things heard, and harmless ones taken for grave', figures);
  expect(figures.of).toBe(100);
  expect(figures.heard).toBeGreaterThanOrEqual(76);
  expect(figures.falsely).toBeLessThanOrEqual(6);
});
