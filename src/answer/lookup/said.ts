import type { Protocol } from '../../protocol/protocol.ts';
import { countable, LAST } from './counting.ts';
import { belongs } from './reference.ts';
import type { Token } from './token.ts';

/** What was said, in parts. `words` are names of chapters or places, or mean that it is no look-up at all. */
export type Said = {
  readonly words: readonly string[];
  readonly names: readonly string[];
  readonly numbers: readonly string[];
  /** "artikel", "punt", "hoofdstuk": what kind of place is named. */
  readonly kinds: ReadonlySet<string>;
  /** The same as it was typed: "richtlijn". */
  readonly called: readonly string[];
  /** A chapter by its id: "E punt 5", "hoofdstuk 2". */
  readonly letter: string | undefined;
};

/** Tells apart what was said: which chapter, which number, and by which words. */
export function hear(protocol: Protocol, all: readonly Token[]): Said {
  const of = (is: Token['is']) => all.flatMap((token) => (token.is === is ? [token.text] : []));
  const letters = all.filter((token, i) => token.is === 'letter' && namesChapter(all, i)).map((token) => token.text);
  const others = all.filter((token, i) => token.is === 'letter' && !namesChapter(all, i)).map((token) => token.text);
  const kinds = all.filter((token, i) => token.is === 'kind' && asks(all, i));
  const numberOfChapter = numberedChapter(protocol, all);
  return {
    words: [...of('word'), ...others.filter((letter) => !politely.has(letter))],
    names: of('name'),
    numbers: all.flatMap((token) => (token.is === 'number' && token !== numberOfChapter?.token ? [token.text] : [])),
    kinds: new Set(kinds.flatMap((token) => (token.is === 'kind' ? [token.of] : []))),
    called: of('kind'),
    letter: letters[0] ?? numberOfChapter?.id,
  };
}

const politely = new Set(['u', 'n', 's', 't', 'i']);

/** "een deel van de leerlingen" and "een stuk over ouders" are no chapters, "het deel over leerlingen" is. */
function asks(all: readonly Token[], i: number): boolean {
  const [before, token, after] = [all[i - 1], all[i], all[i + 1]];
  if (token?.is !== 'kind' || token.of !== 'chapter' || token.strong) return true;
  if (before?.text === 'een') return false;
  return (
    after !== undefined && (after.is !== 'filler' || /^(over|met|voor|about|on|gaat|dat|staat|staan)$/.test(after.text))
  );
}

/** A letter is a chapter's beside "hoofdstuk", "punt" or a number; in "kunt u punt 5 laten zien" it is a person. */
function namesChapter(all: readonly Token[], i: number): boolean {
  const [before, letter, after] = [all[i - 1], all[i], all[i + 1]];
  if (before?.is === 'kind') return true;
  if (before !== undefined && letter !== undefined && isPerson(before.text, letter.text)) return false;
  const next = after?.is === 'filler' ? all[i + 2] : after;
  if (next?.is === 'number' || next?.is === 'kind') return true;
  return before !== undefined && belongs.test(before.text) && all.some((token) => token.is === 'kind');
}

const isPerson = (before: string, letter: string): boolean =>
  /^[tni]$/.test(letter) ||
  (/^[uk]$/.test(letter) && /^(kunt|kan|wilt|wil|heeft|zou|zegt|als|van|bij|onder)$/.test(before));

type NumberOfChapter = { readonly token: Token; readonly id: string };

/**
 * "hoofdstuk 2", by its id, and "het tweede hoofdstuk" where chapters have no numbers. In "paragraaf 2 van de sancties" it is
 * a point of that chapter.
 */
function numberedChapter(protocol: Protocol, all: readonly Token[]): NumberOfChapter | undefined {
  const at = all.findIndex((token, i) => token.is === 'kind' && token.of === 'chapter' && all[i + 1]?.is === 'number');
  const token = all[at + 1];
  if (at < 0 || token?.is !== 'number') return undefined;
  if (protocol.chapters.some((chapter) => chapter.id === token.text)) return { token, id: token.text };
  if (all.some((each) => each.is === 'word' || each.is === 'letter' || each.is === 'name')) return undefined;
  const inOrder = token.ordinal && !protocol.chapters.some((chapter) => /\d/.test(chapter.id));
  const nth = inOrder ? protocol.chapters.at(token.text === LAST ? -1 : Number(token.text) - 1) : undefined;
  return { token, id: nth?.id.toLowerCase() ?? token.text };
}

/**
 * Whether a text says more than a place. Without "punt" or "hoofdstuk" few words may stand around one: "een deel van de
 * leerlingen", "3 leerlingen" and "een 8 voor communicatie" are none. "Een 06-nummer" and "een regel over ouders" point at
 * none either.
 */
export function tellsMore(all: readonly Token[], { kinds, letter, names, numbers, words }: Said): boolean {
  if (all.some((token, i) => token.is === 'number' && counts(all, i))) return true;
  if (kinds.size > 0)
    return kinds.size === 1 && kinds.has('point') && [...names, ...numbers].length === 0 && letter === undefined;
  if (all.some((token) => token.is === 'kind')) return true;
  const first = all.findIndex((token) => token.is === 'word' || token.is === 'number');
  if (words.length > 0 && all[first]?.is === 'number') return true;
  return (
    names.length === 0 &&
    !words.some((word) => countable.test(word)) &&
    all.some((token) => token.is === 'filler' && token.loose)
  );
}

/** "2 regels", but "hoofdstuk 2 punt 3". */
function counts(all: readonly Token[], i: number): boolean {
  const [before, after] = [all[i - 1], all[i + 1]];
  return after?.is === 'kind' && (before === undefined || before.is === 'filler');
}
