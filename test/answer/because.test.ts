import { expect, test } from 'vitest';
import { learnedAnswers } from '../fakes/learned.ts';
import { library, protocolOf } from '../protocol/library.ts';

const becauseOf = (question: string) => learnedAnswers(library).ask(protocolOf('msvr'), question, {}).because[0];

test('a discussion says what it sounds like, of the article that is shown', () => {
  const reason = becauseOf(
    'Onder mijn tweet staan veertig reacties van ouders die elkaar uitschelden, het wordt erger',
  );
  expect(reason?.article).toBe('4');
  expect(reason?.reason).toMatch(/^gevonden omdat het klinkt als een (ruzie|gesprek) /);
});

test('a question says what it is about, and what it is like', () => {
  const reason = becauseOf('Moet ik een disclaimer onder mijn blog zetten?');
  expect(reason?.reason).toMatch(/^gevonden omdat je vraag gaat over een disclaimer .*; lijkt op “/);
});
