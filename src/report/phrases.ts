/** Phrases as the files in `protocols/reports/` write them, and whether a text has them. */

/** More words than a form holds, and longer words than Dutch has, tell nothing. */
const MOST_WORDS = 1000;
const LONGEST_WORD = 60;
/** How many words may stand where a phrase says `..`. */
const GAP = 4;

/** Words in a row; a gap allows some others before it. */
export type Phrase = readonly Part[];
type Part = { readonly fits: (word: string) => boolean; readonly exact: string | undefined; readonly gap: boolean };

/** A text as its words, and the different ones of them: most phrases are ruled out by their first word alone. */
export type Text = { readonly words: readonly string[]; readonly different: ReadonlySet<string> };

/** How many of the phrases a text has. */
export const countIn = (phrases: readonly Phrase[], text: Text): number =>
  phrases.filter((phrase) => mayStand(phrase, text) && text.words.some((_, at) => stands(phrase, text.words, at)))
    .length;

function mayStand([first]: Phrase, { different }: Text): boolean {
  if (first?.exact !== undefined) return different.has(first.exact);
  return first !== undefined && [...different].some(first.fits);
}

/** Whether a phrase begins at this word. */
function stands(phrase: Phrase, words: readonly string[], at: number): boolean {
  const [first, ...rest] = phrase;
  const word = words[at];
  if (first === undefined || word === undefined || !first.fits(word)) return false;
  if (rest.length === 0) return true;
  const furthest = rest[0]?.gap ? GAP : 0;
  for (let skipped = 0; skipped <= furthest; skipped += 1) if (stands(rest, words, at + 1 + skipped)) return true;
  return false;
}

/** @param written words with spaces; `*` is any letters, `..` up to four words */
export function toPhrase(written: string): Phrase {
  const parts = written.split(/\s+/);
  return parts.flatMap((part, i) => {
    if (part === '..') return [];
    const exact = part.includes('*') ? undefined : wordsOf(part)[0];
    return [{ fits: toWord(part), exact, gap: parts[i - 1] === '..' }];
  });
}

/** `pest*` begins so, `*gepest` ends so, `*pest*` has it somewhere. */
function toWord(part: string): (word: string) => boolean {
  const [bare = ''] = wordsOf(part.replaceAll('*', ''));
  const before = part.startsWith('*');
  const after = part.endsWith('*');
  if (before && after) return (word) => word.includes(bare);
  if (before) return (word) => word.endsWith(bare);
  return after ? (word) => word.startsWith(bare) : (word) => word === bare;
}

/** A text as phrases are looked for in it. */
export function textOf(told: string): Text {
  const words = wordsOf(told);
  return { words, different: new Set(words) };
}

/** Words in small letters without accents; an apostrophe belongs to none. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’`]/g, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
}
