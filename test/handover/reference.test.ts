import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { isReference, newReference } from '../../src/handover/reference.ts';

test('a doubt has V, a report has M', () => {
  expect(newReference('doubt', () => 0)).toBe('V-222222');
  expect(newReference('report', (below) => below - 1)).toBe('M-ZZZZZZ');
});

test('every one has the shape, without letters that look like digits', () => {
  const all = Array.from({ length: 2_000 }, () => newReference('doubt', randomInt));
  expect(all.filter((ref) => !isReference(ref) || /[01IO]/.test(ref.slice(2)))).toEqual([]);
  expect(new Set(all.join('').replaceAll('V-', ''))).toHaveProperty('size', 32);
});

test.each(['', 'V-7K3F9', 'V-7K3F9QQ', 'X-7K3F9Q', 'v-7k3f9q', 'V-7K3F0Q', ' V-7K3F9Q', 'V-7K3F9Q\n'])(
  '%j is no reference',
  (text) => expect(isReference(text)).toBe(false),
);
