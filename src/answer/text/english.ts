/** Shorter words have forms that are Dutch words too ("tie", "ties"; "bed"): those are written out in the lexicon. */
const SHORTEST_TO_INFLECT = 4;

/** An English word and its regular forms: many, past, going on ("share" → shares, shared, sharing). */
export function formsOf(word: string): readonly string[] {
  if (word.length < SHORTEST_TO_INFLECT || /(ing|ed)$/.test(word)) return [word];
  if (word.endsWith('e')) return [word, `${word}s`, `${word}d`, `${word.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`];
  const many = /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
  // Whether the last letter doubles depends on the stress, which spelling does not show: both are taken.
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(word) ? `${word}${word.slice(-1)}` : word;
  return [...new Set([word, many, `${word}ed`, `${word}ing`, `${doubled}ed`, `${doubled}ing`])];
}

/** Small words of English that are none of Dutch. */
const small = new Set(
  'the and to my you your our are can do does should with for from about this that if what who how when where which they their he she his her someone on at it not by has have'.split(
    ' ',
  ),
);
/** So many, and so large a part of a text, do not stand in Dutch by chance ("for you page"). */
const LEAST = 2;
const PART = 0.2;

/** Whether a text is English, by its small words. */
export function isEnglish(words: readonly string[]): boolean {
  let found = 0;
  for (const word of words) if (small.has(word)) found += 1;
  return found >= LEAST && found >= words.length * PART;
}
