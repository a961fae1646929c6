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

test('who is asked by a pupil to be friends reads the rule first, where there is one, and then who decides', () => {
  const story =
    'Verzoekje van een student uit het tweede, op mijn privé-insta. Duim zweeft erboven, ze is ook nog mijn buurmeisje.';
  const ids = (protocol: string) => learnedAnswers(library).ask(protocolOf(protocol), story, {}).articles;
  expect(
    ids('aeres')
      .map(({ id }) => id)
      .slice(0, 2),
  ).toEqual(['1.4.5', '1.4.4']);
  expect(ids('calvijn').map(({ id }) => id)).toContain('C.3');
});

test('who hesitates without a word for what it is about is heard when it can hardly be anything else', () => {
  expect(kindOf('model', 'Mijn gedicht over de directie ligt klaar, ik aarzel al de hele dag')).toBe('escalate');
  expect(kindOf('msvr', 'Als teamleider wil ik iets kwijt over de staking, ik aarzel')).toBe('escalate');
  expect(kindOf('model', 'Ik twijfel of ik die baan in Zwolle moet nemen')).toBe('unknown');
});
