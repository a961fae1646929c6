/** Words that are kept at most: anybody may type words that nobody types again. */
const MOST = 20_000;

/** The same function, which computes a word once. For pure functions only. */
export function remembering<T>(compute: (word: string) => T): (word: string) => T {
  const kept = new Map<string, T>();
  return (word) => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    if (kept.size >= MOST) kept.clear();
    const result = compute(word);
    kept.set(word, result);
    return result;
  };
}
