import { expect, test } from 'vitest';
import { didYouMean } from '../../src/content/near.ts';

const topics = ['foto-toestemming', 'toestemming-vorm', 'leerling-beeld', 'twijfel', 'belang', 'ict'];

test.each([
  ['twijvel', '; did you mean "twijfel"?'],
  ['Twijfel', '; did you mean "twijfel"?'],
  ['belangen', '; did you mean "belang"?'],
  ['toestemming', '; did you mean "foto-toestemming" or "toestemming-vorm"?'],
  ['leerlingbeeld', '; did you mean "leerling-beeld"?'],
  ['schoolkrant', ''],
  ['ic', '; did you mean "ict"?'],
  ['xy', ''],
])('%s', (name, said) => expect(didYouMean(name, topics)).toBe(said));

test('at most three, the nearest first', () => {
  expect(didYouMean('aap', ['aapjes', 'aap1', 'aap2', 'aap3', 'aap12'])).toBe(
    '; did you mean "aap1" or "aap2" or "aap3"?',
  );
});
