import { expect, test } from 'vitest';
import { measure } from '../../../src/cli/eval/measure.ts';
import type { Question } from '../../../src/cli/eval/questions.ts';

const asked = (contacts: string[]): Question => ({
  id: 'q1',
  protocol: 'aeres',
  question: 'Ik twijfel',
  kind: 'escalate',
  articles: ['1.4.4'],
  contacts,
  style: 'plain',
});
const got = (contacts: string[]) => ({ kind: 'escalate' as const, articles: ['1.4.4'], contacts });

test('a department is the same with and without the word', () =>
  expect(measure([{ asked: asked(['afdeling marketing']), got: got(['marketing']) }]).contacts).toBe(1));

test('nobody beside the roles that are wanted', () =>
  expect(measure([{ asked: asked(['leidinggevende']), got: got(['leidinggevende', 'directie']) }]).contacts).toBe(0));
