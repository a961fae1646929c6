import { expect, test } from 'vitest';
import { quarrels } from '../../../src/answer/cues/quarrel.ts';
import { words } from '../../../src/answer/text/words.ts';

test.each([
  'Onder ons bericht worden de reacties steeds grover.',
  'Ouders vliegen elkaar in de haren in de klassenapp.',
  'Gisteren plaatste ik iets over kunst en nu is het een veldslag.',
  "The comments under our post are getting nasty, everybody's piling on",
  'Ik reageerde op een vader en nu valt iedereen over me heen.',
])('a discussion that gets heated: %s', (text) => expect(quarrels(words(text))).toBe(true));

test.each([
  'Mag ik reageren op een reactie onder ons bericht?',
  'Twee jongens vechten op het plein.',
  'Hoe reageer ik op kritiek van een ouder?',
  'Een leerling wordt uitgescholden in de gang.',
  'Ze schelden een leerling uit in de groepsapp van de klas en het houdt maar niet op.',
])('either alone is not: %s', (text) => expect(quarrels(words(text))).toBe(false));
