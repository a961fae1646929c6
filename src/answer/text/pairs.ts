/** What is found by no number. */
export const NONE = -1;

/** A number for a pair of numbers from 0 up. */
export type Pairs = {
  /** `NONE` where none was set. */
  get(first: number, second: number): number;
  set(first: number, second: number, value: number): void;
};

/** Numbers in a row for each pair: the first of the two and one more (0 where nothing stands), the second, the value. */
const WIDE = 3;

/**
 * One flat table. A question looks up dozens of pairs among very many: here each is one visit to memory, in a Map it is several,
 * and the waiting for memory is what takes the time.
 */
export function createPairs(): Pairs {
  let table = new Int32Array(WIDE * 1024);
  let count = 0;

  const set = (first: number, second: number, value: number): void => {
    const at = placeOf(table, first, second);
    if (table[at] === 0) count++;
    table.set([first + 1, second, value], at);
    // Half empty, so that a place is found at once.
    if (count * 2 * WIDE > table.length) table = grown(table);
  };
  const get = (first: number, second: number): number => {
    const at = placeOf(table, first, second);
    return table[at] === 0 ? NONE : (table[at + 2] ?? NONE);
  };
  return { get, set };
}

/** Where a pair stands, or else where it may. */
function placeOf(table: Int32Array, first: number, second: number): number {
  const last = table.length / WIDE - 1;
  let place = hash(first, second) & last;
  for (;;) {
    const at = place * WIDE;
    const there = table[at] ?? 0;
    if (there === 0 || (there === first + 1 && table[at + 1] === second)) return at;
    place = (place + 1) & last;
  }
}

function hash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function grown(table: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(table.length * 2);
  for (let at = 0; at < table.length; at += WIDE) {
    const first = (table[at] ?? 0) - 1;
    if (first >= 0) larger.set(table.subarray(at, at + WIDE), placeOf(larger, first, table[at + 1] ?? 0));
  }
  return larger;
}
