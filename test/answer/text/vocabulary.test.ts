import { describe, expect, test } from 'vitest';
import { createVocabulary } from '../../../src/answer/text/vocabulary.ts';

const counted = new Map(
  Object.entries({
    toestemming: 5,
    klas: 9,
    app: 9,
    foto: 9,
    vakantie: 4,
    groep: 6,
    wachtwoord: 3,
    plaats: 4,
    zeldzaam: 1,
  }),
);
const vocabulary = createVocabulary(counted);

describe('a typing error', () => {
  test.each([
    ['toestemmig', 'toestemming'],
    ['toestemmming', 'toestemming'],
    ['toestemmnig', 'toestemming'],
    ['wachtwoird', 'wachtwoord'],
  ])('%s was meant as %s', (typed, meant) => expect(vocabulary.correct(typed)).toBe(meant));

  test.each(['toestemming', 'foto', 'fotx', 'xoestemming', 'toestem', '12345'])('%s is left alone', (typed) =>
    expect(vocabulary.correct(typed)).toBeUndefined(),
  );
});

describe('a word written by ear', () => {
  const known = createVocabulary(
    new Map(Object.entries({ belangrijk: 40, twijfel: 60, twijvel: 4, wijken: 5, weiken: 3, mij: 90 })),
  );

  test.each([
    ['belangryk', 'belangrijk'],
    ['twijvel', 'twijfel'],
  ])('%s is read as %s', (typed, meant) => expect(known.correct(typed)).toBe(meant));

  test('one that nobody knows is read as it is spoken', () => {
    const spoken = createVocabulary(new Map(Object.entries({ zelf: 60, werkt: 30, werruk: 2 })));
    expect(spoken.correct('zellef')).toBe('zelf');
    // Known, however rare: somebody's name may sound like anything.
    expect(spoken.correct('werruk')).toBeUndefined();
  });

  test.each([
    ['wijken', 'a usual word'],
    ['weiken', 'one that is hardly less usual than what it sounds like'],
    ['my', 'a word too short to tell'],
    ['zzzz', 'what sounds like nothing'],
  ])('%s, %s, is left alone', (typed) => expect(known.correct(typed)).toBeUndefined());
});

describe('a compound', () => {
  test.each([
    ['klassenapp', ['klas', 'app']],
    ['groepsapp', ['groep', 'app']],
    ['vakantiefoto', ['vakantie', 'foto']],
    // Of what is half known the known half, when it is long enough not to be chance.
    ['qwertytoestemming', ['toestemming']],
    ['vakantieqwerty', ['vakantie']],
    ['groepsqwertyvakantie', ['groep', 'vakantie']],
  ])('%s is made of %j', (word, parts) => expect(vocabulary.parts(word)).toEqual(parts));

  test.each(['plaatsing', 'zeldzaamapp', 'xyzfoto', 'app'])('%s is not taken apart', (word) =>
    expect(vocabulary.parts(word)).toEqual([]),
  );
});
