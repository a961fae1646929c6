/** Words that are kept at most: anybody may type words that nobody types again. */
const MOST = 20_000;

/**
 * The same function, which computes a word once. For functions that give the same for the same word.
 * @param state what they depend on besides the word: when it is another, all is computed anew
 */
export function remembering<T>(compute: (word: string) => T, state: () => number = () => 0): (word: string) => T {
  const kept = new Map<string, T>();
  let before = state();
  return (word) => {
    const now = state();
    if (now !== before) kept.clear();
    before = now;
    const known = kept.get(word);
    if (known !== undefined) return known;
    if (kept.size >= MOST) kept.clear();
    const result = compute(word);
    kept.set(word, result);
    return result;
  };
}
