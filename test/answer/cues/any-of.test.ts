import { expect, test } from 'vitest';
import { anyOf } from '../../../src/answer/cues/any-of.ts';

const found = anyOf(String.raw`
  in (twee|drie) delen | half\w*
  nooit
`);

test.each(['in drie delen', 'een halfje brood', 'nooit'])('finds: %s', (text) => expect(found.test(text)).toBe(true));

test.each(['in delen', 'behalve', 'nooits', 'in | drie', ''])('does not find: %s', (text) =>
  expect(found.test(text)).toBe(false),
);
