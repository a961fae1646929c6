import { describe, expect, test } from 'vitest';
import { createNames } from '../../../src/answer/text/names.ts';
import { createPairs, NONE } from '../../../src/answer/text/pairs.ts';

describe('names', () => {
  test('keep their number, and are known once they were added', () => {
    const { known, growing, size, textOf } = createNames(['foto']);
    expect(known.one('klas')).toBe(NONE);
    expect([growing.one('foto'), growing.one('klas'), growing.one('klas')]).toEqual([0, 1, 1]);
    expect([known.one('klas'), size(), textOf(1)]).toEqual([1, 2, 'klas']);
  });

  test('of a pair go by its halves, which are no features themselves', () => {
    const { known, growing, size, textOf } = createNames();
    const halves = [growing.half('foto'), growing.half('klas')] as const;
    expect(known.pair(...halves)).toBe(NONE);
    const pair = growing.pair(...halves);
    expect([known.pair(...halves), textOf(pair), size(), known.one('foto')]).toEqual([pair, 'foto_klas', 1, NONE]);
    expect(known.pair(halves[1], halves[0])).toBe(NONE);
    expect(known.pair(known.half('geheel'), halves[1])).toBe(NONE);
  });

  test('begin anew with the texts that others gave', () => {
    const { known, textOf } = createNames(['foto', 'foto_klas', '=sociale media']);
    expect(known.pair(known.half('foto'), known.half('klas'))).toBe(1);
    expect([0, 1, 2].map(textOf)).toEqual(['foto', 'foto_klas', '=sociale media']);
  });
});

test('very many pairs each keep their own number', () => {
  const pairs = createPairs();
  const all = Array.from({ length: 20_000 }, (_, i) => [i % 150, Math.floor(i / 150)] as const);
  for (const [i, [first, second]] of all.entries()) pairs.set(first, second, i);
  expect(all.every(([first, second], i) => pairs.get(first, second) === i)).toBe(true);
  expect(pairs.get(150, 0)).toBe(NONE);
  pairs.set(3, 4, 7);
  expect(pairs.get(3, 4)).toBe(7);
});
