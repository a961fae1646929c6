/**
 * Random numbers that are the same every time. Each example has a row of its own, by its text: were there one row for all, an
 * example more would give every later one another part to show, and single answers all over would change.
 */

/** Which row an example has. */
export function seedOf(text: string): number {
  let seed = 7;
  for (let i = 0; i < text.length; i++) seed = (Math.imul(seed, 31) + text.charCodeAt(i)) >>> 0;
  return seed;
}

/** A whole number from 0 to 2^32 for a row and a round of learning; that of the next round is unlike it. */
export function drawn(seed: number, round: number): number {
  let value = Math.imul(seed ^ Math.imul(round, 0x9e3779b9), 0x85ebca77);
  value = Math.imul(value ^ (value >>> 15), 0xc2b2ae3d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** The number after this one (a linear congruential generator). */
export const after = (value: number): number => (Math.imul(value, 1_664_525) + 1_013_904_223) >>> 0;

/** One more than the largest number. */
export const LARGEST = 2 ** 32;
