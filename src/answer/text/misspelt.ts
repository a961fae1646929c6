/**
 * Finds the known words that are one error away from a typed one: a letter more, less, other, or two swapped. Such words
 * share a form with one letter left out, so every known word is filed under its forms, by their hash: numbers in one sorted
 * row, where a map of all forms would take most of the memory the words need.
 */
export type Misspelt = (typed: string) => readonly string[];

/** How many words can be filed; a hash of 32 bits and this still make a whole number. */
const MOST_WORDS = 2 ** 21;

/** @param known words in small letters; what is found keeps their order within each form */
export function createMisspelt(known: readonly string[]): Misspelt {
  const words = known.slice(0, MOST_WORDS);
  const filed = new Float64Array(words.reduce((sum, word) => sum + 1 + word.length, 0));
  let count = 0;
  words.forEach((word, number) => {
    for (const left of formsOf(word)) filed[count++] = hash(word, left) * MOST_WORDS + number;
  });
  const row = filed.subarray(0, count).sort();
  return (typed) =>
    formsOf(typed).flatMap((left) => {
      const found: string[] = [];
      const begin = hash(typed, left) * MOST_WORDS;
      for (let at = firstFrom(row, begin); at < count; at++) {
        const number = (row[at] ?? 0) - begin;
        if (number >= MOST_WORDS) break;
        const word = words[number] ?? '';
        // Two forms may have the same hash.
        if (hasForm(word, without(typed, left))) found.push(word);
      }
      return found;
    });
}

/** The whole word (-1), and each letter that can be left out; of two that are alike only the first. */
function formsOf(word: string): number[] {
  const forms = [-1];
  for (let i = 0; i < word.length; i++) if (i === 0 || word[i] !== word[i - 1]) forms.push(i);
  return forms;
}

const without = (word: string, left: number): string => (left < 0 ? word : word.slice(0, left) + word.slice(left + 1));

function hasForm(word: string, form: string): boolean {
  if (word.length === form.length) return word === form;
  if (word.length !== form.length + 1) return false;
  let at = 0;
  while (at < form.length && word[at] === form[at]) at++;
  return word.slice(at + 1) === form.slice(at);
}

/** FNV-1a over the letters but one, without making the text. */
function hash(word: string, left: number): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) if (i !== left) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** The place of the first number that is at least `least` in a row from small to large. */
function firstFrom(row: Float64Array, least: number): number {
  let [from, to] = [0, row.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((row[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
