import { createPairs, NONE } from './pairs.ts';

/** Features by number, or `NONE`. */
export type Numbering = {
  one(name: string): number;
  /** A word as half of a pair. Pairs go by the numbers of their halves: no text is made of them, and a question has dozens. */
  half(name: string): number;
  pair(first: number, second: number): number;
};

/** The features there are, numbered in the order in which they came. */
export type Names = {
  /** Knows what was added before. */
  readonly known: Numbering;
  /** Adds what it did not know. */
  readonly growing: Numbering;
  /** How many features there are. */
  size(): number;
  /** Whether it was there from the start, and not added since. */
  isLearned(name: string): boolean;
  /** What a number stands for: a name, or the two of a pair with `_` between. */
  textOf(number: number): string;
};

/** No word has it. */
const BETWEEN = '_';

/** @param texts what was learned before, as `textOf` gives it: they become 0, 1, 2 … */
export function createNames(texts: readonly string[] = []): Names {
  const ones = new Map<string, number>();
  const halves = new Map<string, number>();
  const halfTexts: string[] = [];
  const pairs = createPairs();
  // For each number its name, or the halves of its pair: their text is hardly ever asked for, and would fill the memory.
  const firsts: (string | number)[] = [];
  const seconds: number[] = [];
  const added = (first: string | number, second: number): number => {
    seconds.push(second);
    return firsts.push(first) - 1;
  };
  const textOf = (number: number): string => {
    const first = firsts[number] ?? '';
    return typeof first === 'string' ? first : `${halfTexts[first]}${BETWEEN}${halfTexts[seconds[number] ?? NONE]}`;
  };

  const known: Numbering = {
    one: (name) => ones.get(name) ?? NONE,
    half: (name) => halves.get(name) ?? NONE,
    pair: (first, second) => (first === NONE || second === NONE ? NONE : pairs.get(first, second)),
  };
  const growing: Numbering = {
    one: (name) => ones.get(name) ?? put(ones, name, added(name, NONE)),
    half: (name) => halves.get(name) ?? put(halves, name, halfTexts.push(name) - 1),
    pair: (first, second) => {
      const before = pairs.get(first, second);
      if (before !== NONE) return before;
      const number = added(first, second);
      pairs.set(first, second, number);
      return number;
    },
  };

  for (const text of texts) {
    const [first = '', second] = text.split(BETWEEN);
    if (second === undefined) growing.one(first);
    else growing.pair(growing.half(first), growing.half(second));
  }
  const isLearned = (name: string): boolean => (ones.get(name) ?? texts.length) < texts.length;
  return { known, growing, size: () => firsts.length, isLearned, textOf };
}

/** Whether a feature is of several words: a pair, or a synonym group with such a name. */
export const hasSeveralWords = (text: string): boolean => text.includes(BETWEEN) || text.includes(' ');

function put(map: Map<string, number>, name: string, number: number): number {
  map.set(name, number);
  return number;
}
