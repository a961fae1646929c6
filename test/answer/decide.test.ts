import { expect, test } from 'vitest';
import { learnedAnswers } from '../fakes/learned.ts';
import { library, protocolOf } from '../protocol/library.ts';

const kindOf = (protocol: string, question: string) =>
  learnedAnswers(library).ask(protocolOf(protocol), question, {}).kind;

test('who has something to post that no rule is about is told who decides', () => {
  expect(kindOf('model', 'poll over schooluniform online gooien?')).toBe('escalate');
});

test('what no rule is about and nobody wants to post is not in the protocol', () => {
  expect(kindOf('model', 'schooluniform verplicht?')).toBe('unknown');
});
