import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { ContactCase, Situation } from '../../src/protocol/schema.ts';
import { learnedAnswers } from '../fakes/learned.ts';
import { library, protocolOf } from '../protocol/library.ts';
import { rolesFor, rolesOf } from './roles.ts';

/**
 * Stories in many voices, a third in English or sloppy spelling: what happened, discussions that derail and doubts without the
 * word, and plain questions that sound like them. Each was labelled before it was tried; most cues were mended by what went wrong
 * here, so these figures say what must not be lost, not how well new stories go. Everything here is made up.
 */
const told = z.object({
  protocol: z.string(),
  kind: z.enum(['report', 'derail', 'doubt', 'none']),
  situation: z.enum(['werk', 'prive']).optional(),
  question: z.string(),
});
type Story = z.infer<typeof told>;

const stories = readFileSync('test/answer/stories.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => told.parse(JSON.parse(line)));
const answers = learnedAnswers(library);
const wanted: Readonly<Record<Exclude<Story['kind'], 'none'>, { kind: string; case: ContactCase }>> = {
  report: { kind: 'report', case: 'misstand' },
  derail: { kind: 'escalate', case: 'ontsporing' },
  doubt: { kind: 'escalate', case: 'twijfel' },
};

function outcome({ protocol, kind, situation, question }: Story) {
  const got = answers.ask(protocolOf(protocol), question, {});
  const taken = got.kind === 'report' || got.kind === 'escalate' ? got.case : undefined;
  if (kind === 'none') return { right: taken === undefined, whom: true };
  const situations: (Situation | undefined)[] = situation === undefined ? ['werk', 'prive', undefined] : [situation];
  const roles = rolesOf(got.contacts);
  const named = situations.map((each) => rolesFor(protocolOf(protocol), { ...wanted[kind], situation: each }));
  return { right: taken === wanted[kind].case, whom: named.some((each) => sameRoles(each, roles)) };
}

/** Of the roles wanted at least one, and nobody else. */
function sameRoles(wants: readonly string[], roles: readonly string[]): boolean {
  return wants.length === 0 ? roles.length === 0 : roles.length > 0 && roles.every((role) => wants.includes(role));
}

test.each([
  ['report', 0.93, 0.95],
  ['derail', 0.9, 0.9],
  ['doubt', 0.8, 0.78],
  ['none', 0.92, 1],
] as const)('%s: taken for what it is, and whom it goes to', (kind, right, whom) => {
  const of = stories.filter((story) => story.kind === kind).map((story) => ({ story, ...outcome(story) }));
  const wrong = of.filter((each) => !each.right || !each.whom).map(({ story }) => story.question);
  console.log(kind, { of: of.length, wrong: wrong.length });
  expect(of.filter((each) => each.right).length / of.length, wrong.join('\n')).toBeGreaterThanOrEqual(right);
  expect(of.filter((each) => each.whom).length / of.length, wrong.join('\n')).toBeGreaterThanOrEqual(whom);
});
