import { expect, test } from 'vitest';
import { passagesIn } from '../../../src/answer/text/passages.ts';

const many = (amount: number) => Array.from({ length: amount }, (_, i) => `w${i}`).join(' ');
const LONG = 'Dit is een zin van meer dan tien woorden, zoals de meeste.';

test.each([
  ['nothing has none', '  ', []],
  ['a short story is one', 'Ze huilde. Hij ook.', ['Ze huilde. Hij ook.']],
  ['each sentence of enough words is one', `${LONG}\n${LONG}`, [LONG, LONG]],
  ['a short sentence goes with the one after', `Ze huilde! ${LONG} ${LONG}`, [`Ze huilde! ${LONG}`, LONG]],
])('%s', (_, story, passages) => expect(passagesIn(story)).toEqual(passages));

test.each([30, 31, 39, 40, 41, 500])('%i words without a full stop are read in pieces, none left out', (amount) => {
  const pieces = passagesIn(many(amount)).map((piece) => piece.split(' '));
  expect(new Set(pieces.flat()).size).toBe(amount);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(30);
});

test('of a text without an end only the beginning is read', () => {
  expect(passagesIn(many(100_000)).join(' ').length).toBeLessThan(10_000);
});
