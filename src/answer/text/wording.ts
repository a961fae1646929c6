import type { Lexicon } from '../../protocol/knowledge.ts';
import { formsOf } from './english.ts';
import { words } from './words.ts';

/** Writes a row of words as the content does: what the lexicon says is meant, in the place of what was typed. */
export type Wording = (tokens: readonly string[]) => string[];

/** What is typed after its first word, and what is meant. */
type Entry = { readonly rest: readonly string[]; readonly meant: readonly string[] };

/**
 * Abbreviations, dialect and English, word for word, a whole phrase before its words ("out of hand" is not "out", "of" and
 * "hand"). What is meant is not read again.
 */
export function wordingOf({ abbreviations, english }: Pick<Lexicon, 'abbreviations' | 'english'>): Wording {
  const entries = new Map<string, Entry[]>();
  const enter = ([typed, long]: readonly [string, string], first: string) =>
    entries.set(first, [...(entries.get(first) ?? []), { rest: words(typed).slice(1), meant: words(long) }]);
  const foreign = Object.entries(english);
  for (const each of [...Object.entries(abbreviations), ...foreign]) enter(each, firstOf(each));
  // Last: a form that was made never takes the place of a word that stands in the file.
  for (const each of foreign) for (const form of formsOf(firstOf(each)).slice(1)) enter(each, form);
  for (const [first, found] of entries) entries.set(first, longestFirst(found));
  return (tokens) => (tokens.some((token) => entries.has(token)) ? written(tokens, entries) : [...tokens]);
}

const firstOf = ([typed]: readonly [string, string]): string => words(typed)[0] ?? '';

/** Among equals the order stays. */
function longestFirst(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((one, other) => other.rest.length - one.rest.length);
}

function written(tokens: readonly string[], entries: ReadonlyMap<string, readonly Entry[]>): string[] {
  const found: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const entry = entries.get(token)?.find(({ rest }) => rest.every((word, i) => tokens[at + 1 + i] === word));
    found.push(...(entry?.meant ?? [token]));
    at += entry?.rest.length ?? 0;
  }
  return found;
}
