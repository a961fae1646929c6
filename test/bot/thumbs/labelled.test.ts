import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { keptOf } from '../../../src/bot/thumbs/kept.ts';
import { learnedAnswers } from '../../fakes/learned.ts';
import { library, protocolOf } from '../../protocol/library.ts';
import { world } from '../cases/world.ts';

/**
 * Every labelled question, as if it were typed: which of them would be kept because it had no answer. Only counts are told,
 * because some of these sets must not be read.
 */

const labelled = z.object({ protocol: z.string(), question: z.string(), kind: z.string() });
const questions = readdirSync('test/questions')
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(`test/questions/${name}`, 'utf8').trim().split('\n'))
  .map((line) => labelled.parse(JSON.parse(line)));

test('of all doubts and reports not one is kept as a question without an answer; of the others most are', async () => {
  const { ports } = await world();
  const answers = learnedAnswers(library);
  const turn = { ports, organisation: undefined, remembered: {} };
  const kept = (kinds: readonly string[]) => {
    const all = questions.filter(({ kind }) => kinds.includes(kind));
    const held = all.filter(({ protocol, question }) => {
      const answer = answers.ask(protocolOf(protocol), question, {});
      return answer.kind === 'unknown' && keptOf(turn, question, answer) !== '';
    });
    return { all: all.length, kept: held.length };
  };
  const sensitive = kept(['escalate', 'report']);
  const open = kept(['unknown']);
  console.log('kept of doubts and reports, and of questions without an answer', sensitive, open);
  expect(sensitive.all).toBeGreaterThan(200);
  expect(sensitive.kept).toBe(0);
  expect(open.kept / open.all).toBeGreaterThan(0.7);
});
