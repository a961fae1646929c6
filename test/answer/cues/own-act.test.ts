import { expect, test } from 'vitest';
import { tellsOwnAct } from '../../../src/answer/cues/own-act.ts';
import { words } from '../../../src/answer/text/words.ts';
import { learnedAnswers } from '../../fakes/learned.ts';
import { library, protocolOf } from '../../protocol/library.ts';

test.each(['Ik plak het op Pinterest.', 'Dat werkblad was van haar, ik deel het gewoon.', 'I post it on my blog.'])(
  'somebody puts something online: %s',
  (text) => expect(tellsOwnAct(words(text))).toBe(true),
);

test.each(['Een jongen zet het op Snapchat.', 'Ik zag het op Pinterest.', 'Ik stuur hem de klas uit.'])(
  'somebody else does, or nobody: %s',
  (text) => expect(tellsOwnAct(words(text))).toBe(false),
);

test('who tells what they do themselves is told the rule, not whom to report it to', () => {
  const story =
    'Mijn oude studiegenoot heeft een prachtig werkblad gemaakt. Ik plak het op Pinterest met mijn naam eronder, geen haan die ernaar kraait.';
  const { kind, articles } = learnedAnswers(library).ask(protocolOf('msvr'), story, {});
  expect([kind, articles[0]?.id]).toEqual(['answer', 'B.4']);
});
