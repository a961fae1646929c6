import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Answer } from '../../src/answer/answer.ts';
import { learnedAnswers } from '../fakes/learned.ts';
import { library, protocolOf } from '../protocol/library.ts';

/**
 * Colleagues who ask in English, and who type as they talk. The first 200 were written before the words for them, the last 100
 * after a part of those; `npm run eval` measures on questions that nothing was made for.
 */
const line = z.object({
  voice: z.enum(['english', 'sloppy']),
  protocol: z.string(),
  question: z.string(),
  kind: z.enum(['answer', 'escalate', 'report', 'unknown']),
  articles: z.array(z.string()),
});
type Line = z.infer<typeof line>;
const all = readFileSync('test/answer/voices.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((each) => line.parse(JSON.parse(each)));
const answers = learnedAnswers(library);

const fits = ({ kind, articles }: Line, got: Answer): boolean => {
  if (kind === 'unknown') return got.kind === 'unknown' || got.kind === 'offtopic';
  if (kind === 'answer') return got.kind !== 'unknown' && articles.includes(got.articles[0]?.id ?? '');
  return got.kind === kind;
};

test.each([
  { voice: 'english', of: 180, least: 168 },
  { voice: 'sloppy', of: 120, least: 106 },
] as const)('$voice is understood', ({ voice, of, least }) => {
  const asked = all.filter((each) => each.voice === voice);
  const wrong = asked.filter((each) => !fits(each, answers.ask(protocolOf(each.protocol), each.question, {})));
  console.log(voice, asked.length - wrong.length, 'of', asked.length);
  expect(asked.length).toBe(of);
  expect(wrong.length, wrong.map(({ question }) => question).join('\n')).toBeLessThanOrEqual(of - least);
});
