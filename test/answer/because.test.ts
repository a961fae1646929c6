import { expect, test } from 'vitest';
import { learnedAnswers } from '../fakes/learned.ts';
import { library, protocolOf } from '../protocol/library.ts';

test('a discussion says what it sounds like, of the article that is shown', () => {
  const story = 'Onder mijn tweet staan veertig reacties van ouders die elkaar uitschelden, het wordt steeds erger';
  const { articles, because } = learnedAnswers(library).ask(protocolOf('msvr'), story, {});
  expect(articles[0]?.id).toBe('4');
  expect(because[0]).toMatchObject({
    article: '4',
    reason: 'gevonden omdat het klinkt als een ruzie onder een bericht',
  });
});

test('a question says what it is about, and what it is like', () => {
  const { because } = learnedAnswers(library).ask(
    protocolOf('msvr'),
    'Moet ik een disclaimer onder mijn blog zetten?',
    {},
  );
  expect(because[0]?.reason).toMatch(/^gevonden omdat je vraag gaat over een disclaimer .*; lijkt op “/);
});
