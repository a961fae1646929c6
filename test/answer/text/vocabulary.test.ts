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

describe('a compound', () => {
  test.each([
    ['klassenapp', ['klas', 'app']],
    ['groepsapp', ['groep', 'app']],
    ['vakantiefoto', ['vakantie', 'foto']],
  ])('%s is made of %j', (word, parts) => expect(vocabulary.parts(word)).toEqual(parts));

  test.each(['plaatsing', 'zeldzaamapp', 'xyzfoto', 'app'])('%s is not taken apart', (word) =>
    expect(vocabulary.parts(word)).toEqual([]),
  );
});
