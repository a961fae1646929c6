import { expect, test } from 'vitest';
import { learnedAnswers } from '../fakes/learned.ts';
import { library, protocolOf } from '../protocol/library.ts';
import { grave, harmless, inMuchElse, type Told } from './grave.ts';

/** Whether the help line or the duty comes with the answer. */
const answers = learnedAnswers(library);

const heard = ({ protocol, question, law }: Told): boolean => {
  const cases = answers.ask(protocolOf(protocol), question, {}).law.flatMap((article) => article.cases);
  return law.length === 0 ? cases.length > 0 : law.some((each) => cases.includes(each));
};

test('what is grave is heard, also in the middle of a long story, and what only sounds so is not', () => {
  const long = grave.map(inMuchElse).filter(heard).length;
  const falsely = [...harmless, ...harmless.map(inMuchElse)].filter(heard).length;
  const figures = { heard: grave.filter(heard).length, long, of: grave.length, falsely };
  console.log('grave things heard, and harmless ones taken for grave', figures);
  expect(figures.of).toBe(100);
  expect(figures.heard).toBeGreaterThanOrEqual(76);
  expect(figures.long).toBeGreaterThanOrEqual(62);
  expect(figures.falsely).toBeLessThanOrEqual(8);
});
