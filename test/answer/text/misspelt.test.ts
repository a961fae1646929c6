import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMisspelt } from '../../../src/answer/text/misspelt.ts';

/** The same by looking at every known word: they share a form with one letter left out. */
function byLooking(known: readonly string[], typed: string): Set<string> {
  const formsOf = (word: string) => [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))];
  const forms = new Set(formsOf(typed));
  return new Set(known.filter((word) => formsOf(word).some((form) => forms.has(form))));
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });

test('finds what looking at every word finds, and nothing else', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (known, typed) => {
      expect(new Set(createMisspelt(known)(typed))).toEqual(byLooking(known, typed));
    }),
  );
});

test.each([
  ['toestemmig', ['toestemming']],
  ['toestemmming', ['toestemming']],
  ['toetsemming', ['toestemming']],
  ['toestenming', ['toestemming']],
  ['toestem', []],
  ['', []],
])('%j', (typed, meant) => {
  expect([...new Set(createMisspelt(['wachtwoord', 'toestemming', 'instemming'])(typed))]).toEqual(meant);
});

test('knows nothing when there are no words', () => expect(createMisspelt([])('iets')).toEqual([]));

test('keeps the order of the known words within a form', () => {
  const words = ['blaten', 'platen', 'slaten', 'laten'];
  expect([...new Set(createMisspelt(words)('xlaten'))]).toEqual(words);
  expect([...new Set(createMisspelt(words.toReversed())('xlaten'))]).toEqual(words.toReversed());
});
