import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { lawCases } from '../../src/protocol/knowledge.ts';
import { learnedAnswers } from '../fakes/learned.ts';
import { library, protocolOf } from '../protocol/library.ts';

/**
 * A hundred grave things in words that avoid the obvious ones, and thirty harmless ones that sound like them, by somebody who had
 * seen none of our examples: whether the help line or the duty comes with the answer. Everything here is made up.
 */
const told = z.object({ protocol: z.string(), question: z.string(), law: z.array(z.enum(lawCases)) });
const all = readFileSync('test/answer/grave.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => told.parse(JSON.parse(line)));
const answers = learnedAnswers(library);

const heard = ({ protocol, question, law }: z.infer<typeof told>): boolean => {
  const cases = answers.ask(protocolOf(protocol), question, {}).law.flatMap((article) => article.cases);
  return law.length === 0 ? cases.length > 0 : law.some((each) => cases.includes(each));
};

test('what is grave is heard, and what only sounds so is not', () => {
  const grave = all.filter(({ law }) => law.length > 0);
  const harmless = all.filter(({ law }) => law.length === 0);
  const figures = { heard: grave.filter(heard).length, of: grave.length, falsely: harmless.filter(heard).length };
  console.log('grave things heard, and harmless ones taken for grave', figures);
  expect(figures.of).toBe(100);
  expect(figures.heard).toBeGreaterThanOrEqual(76);
  expect(figures.falsely).toBeLessThanOrEqual(6);
});
