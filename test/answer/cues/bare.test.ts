import { expect, test } from 'vitest';
import { isBare } from '../../../src/answer/cues/bare.ts';
import { words } from '../../../src/answer/text/words.ts';

test.each([
  ['Mag dat zomaar?', true],
  ['En hoe zit het daarmee?', true],
  ['wat moet ik nu doen', true],
  ['is this allowed?', true],
  ['Mag dat filmpje erop?', false],
  ['wachtwoord', false],
  ['Wat zijn de gevolgen?', false],
])('“%s” says nothing of its subject: %s', (text, expected) => expect(isBare(words(text))).toBe(expected));
