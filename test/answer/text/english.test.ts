import { describe, expect, test } from 'vitest';
import { formsOf, isEnglish } from '../../../src/answer/text/english.ts';
import { words } from '../../../src/answer/text/words.ts';

describe('the forms of an English word', () => {
  test.each([
    ['share', ['share', 'shares', 'shared', 'sharing']],
    ['bully', ['bully', 'bullies', 'bullied', 'bullying']],
    ['punish', ['punish', 'punishes', 'punished', 'punishing']],
    ['grab', ['grab', 'grabs', 'grabed', 'grabing', 'grabbed', 'grabbing']],
    // Short, or a form already: written out in the lexicon.
    ['tie', ['tie']],
    ['meeting', ['meeting']],
  ])('%s: %j', (word, forms) => expect(formsOf(word)).toEqual(forms));
});

describe('a text is English', () => {
  test.each(['Can I share my notes?', 'who do they call about this'])('%s', (text) =>
    expect(isEnglish(words(text))).toBe(true),
  );
  test.each([
    'Mag ik dat delen?',
    'Mijn leerlingen willen op de for you page van TikTok komen met een filmpje over onze school, mag dat?',
    'the voice',
    '',
  ])('and not: %s', (text) => expect(isEnglish(words(text))).toBe(false));
});
