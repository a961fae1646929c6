import { describe, expect, test } from 'vitest';
import { wordingOf } from '../../../src/answer/text/wording.ts';

const write = wordingOf({
  abbreviations: { vd: 'van de', mak: 'mag ik', as: 'als', 'wa moet': 'wat moet' },
  english: {
    share: 'delen',
    hand: 'hand',
    'out of hand': 'uit de hand',
    out: 'uit',
    take: 'nemen',
    'take down': 'verwijderen',
    shared: 'gedeeld',
  },
});
const written = (text: string) => write(text.split(' ')).join(' ');

describe('what was typed is written as it is meant', () => {
  test.each([
    ['mak de app vd klas', 'mag ik de app van de klas'],
    ['wa moet ik', 'wat moet ik'],
    ['via wa', 'via wa'],
    ['sharing', 'delen'],
    ['it got out of hand', 'it got uit de hand'],
    ['go out', 'go uit'],
    ['out of', 'uit of'],
    ['taking down', 'verwijderen'],
    ['takes it', 'nemen it'],
    ['mag dat', 'mag dat'],
  ])('%s → %s', (typed, meant) => expect(written(typed)).toBe(meant));

  test('a word of the file before a form that was made', () => expect(written('shared')).toBe('gedeeld'));
  test('what is meant is not read again', () =>
    expect(wordingOf({ abbreviations: { a: 'b', b: 'c' }, english: {} })(['a'])).toEqual(['b']));
});
