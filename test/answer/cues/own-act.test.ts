import { expect, test } from 'vitest';
import { tellsOwnAct } from '../../../src/answer/cues/own-act.ts';
import { words } from '../../../src/answer/text/words.ts';
import { learnedAnswers } from '../../fakes/learned.ts';
import { library, protocolOf } from '../../protocol/library.ts';

test.each([
  'Ik plak het op Pinterest.',
  'Dat werkblad was van haar, ik deel het gewoon.',
  'I post it on my blog.',
  'We willen een filmpje van de musical op Facebook zetten, maar één ouder gaf geen toestemming.',
  'Ik wil een foto van de sponsorloop op de website maar er staat een kindje op zonder formulier',
  'Morgen gaan we de groepsfoto in de ouderapp delen',
])('somebody puts something online, or is about to: %s', (text) => expect(tellsOwnAct(words(text))).toBe(true));

test.each([
  'Een jongen zet het op Snapchat.',
  'Ik zag het op Pinterest.',
  'Ik stuur hem de klas uit.',
  'Ik wil melden dat een collega een foto op Facebook heeft gezet.',
  'Ik wil dat die foto van mij van Instagram af gaat, een leerling heeft hem geplaatst.',
])('somebody else does, or nobody: %s', (text) => expect(tellsOwnAct(words(text))).toBe(false));

test.each(['calvijn', 'model', 'gsv', 'aeres'])('who wants to put a photo online is told the rule: %s', (school) => {
  const plan = 'Ik wil een foto van de sponsorloop op de website maar er staat een kindje op zonder formulier';
  expect(learnedAnswers(library).ask(protocolOf(school), plan, {}).kind).toBe('answer');
});

test('who tells what they do themselves is told the rule, not whom to report it to', () => {
  const story =
    'Mijn oude studiegenoot heeft een prachtig werkblad gemaakt. Ik plak het op Pinterest met mijn naam eronder, geen haan die ernaar kraait.';
  const { kind, articles } = learnedAnswers(library).ask(protocolOf('msvr'), story, {});
  expect([kind, articles[0]?.id]).toEqual(['answer', 'B.4']);
});
