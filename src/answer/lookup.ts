import type { Protocol } from '../protocol/protocol.ts';
import type { Article, Chapter } from '../protocol/schema.ts';
import type { Lookup } from './answer.ts';
import { simple, strongPart, type Token, tokens, tokensIn } from './reference.ts';
import { remembering } from './text/remembering.ts';

/** Longer texts are stories, not look-ups. */
const LONGEST = 120;

/**
 * Finds what a look-up points at: "artikel C.3", "c3", "wat zegt punt 5", "punt 7 van de sancties", "hoofdstuk B". Returns
 * undefined when the text is not a look-up but a question that happens to have a number in it.
 */
export function findLookup(protocol: Protocol, text: string): Lookup | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = simple(text);
  if (wholeProtocol.test(plain)) return { what: 'protocol' };
  const all = tokensIn(plain);
  const whole = resolve(protocol, all) ?? byWholeId(protocol, plain);
  if (whole !== undefined) return whole;
  const part = strongPart(all);
  return part === undefined ? undefined : resolve(protocol, part);
}

const wholeProtocol =
  /^(toon |laat |geef )?(me )?(het |ons )?(hele )?((sociale? ?-?media|social ?-?media)[ -]?)?protocol( zien)?$|^(de )?(inleiding|preambule|voorwoord)$/;

/** An id that is no letter and number: "V.kennisdeling". */
function byWholeId(protocol: Protocol, plain: string): Lookup | undefined {
  const id = plain.replace(/^artikel /, '');
  const article = id.includes('.') ? protocol.articles.find((each) => simple(each.id) === id) : undefined;
  return article === undefined ? undefined : { what: 'article', article };
}

/** What "artikel <name>" means, however it is written; `nothing` when this protocol has no such place. */
export function named(protocol: Protocol, name: string): Lookup {
  return findLookup(protocol, name) ?? { what: 'nothing', asked: name.trim() };
}

/** What was said, in parts. `words` are names of chapters or places, or mean that it is no look-up at all. */
type Said = {
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

/** The place that all these words together point at; undefined when one of them does not belong to it. */
function resolve(protocol: Protocol, all: readonly Token[]): Lookup | undefined {
  const said = hear(all);
  const exact = exactly(protocol, said);
  if (exact !== undefined) return exact;
  const [number, ...more] = said.numbers;
  if (more.length > 0) return undefined;
  const chapters = chaptersIn(protocol, said);
  if (chapters === undefined) return undefined;
  if (chapters.length > 0) return inside(chapters, number, said);
  if (said.names.length > 0 || said.letter !== undefined) return nothing(all);
  if (number === undefined) return said.kinds.has('chapter') && said.words.length > 0 ? nothing(all) : undefined;
  return numbered(protocol, number, said) ?? nothing(all);
}

function hear(all: readonly Token[]): Said {
  const of = (is: Token['is']) => all.flatMap((token) => (token.is === is ? [token.text] : []));
  const letters = all.filter((token, i) => token.is === 'letter' && namesChapter(all, i)).map((token) => token.text);
  const after = all.findIndex((token) => token.is === 'kind' && token.of === 'chapter') + 1;
  const numberOfChapter = after > 0 && all[after]?.is === 'number' ? all[after].text : undefined;
  const others = all.filter((token, i) => token.is === 'letter' && !namesChapter(all, i)).map((token) => token.text);
  const politely = new Set(['u', 'n', 's', 't']);
  return {
    words: [...of('word'), ...others.filter((letter) => !politely.has(letter))],
    names: of('name'),
    numbers: numberOfChapter === undefined ? of('number') : of('number').filter((each) => each !== numberOfChapter),
    kinds: new Set(all.flatMap((token) => (token.is === 'kind' ? [token.of] : []))),
    called: of('kind'),
    letter: letters[0] ?? numberOfChapter,
  };
}

/** A letter is a chapter's beside "hoofdstuk", "punt" or a number; in "kunt u punt 5 laten zien" it is a person. */
function namesChapter(all: readonly Token[], i: number): boolean {
  const [before, after] = [all[i - 1], all[i + 1]];
  if (before?.is === 'kind') return true;
  if (before !== undefined && /^(kunt|kan|wilt|wil|heeft|zou|zegt|als)$/.test(before.text)) return false;
  const next = after?.is === 'filler' ? all[i + 2] : after;
  return next?.is === 'number' || next?.is === 'kind';
}

/** An article by its id: "c.3", "1.4.3", "artikel S". */
function exactly(protocol: Protocol, said: Said): Lookup | undefined {
  const [name, ...more] = said.names;
  const id = name ?? (said.kinds.has('article') ? said.letter : undefined);
  if (id === undefined || more.length > 0 || said.words.length > 0 || said.numbers.length > 0) return undefined;
  const article = protocol.articles.find((each) => each.id.toLowerCase() === id);
  return article === undefined ? undefined : { what: 'article', article };
}

/** The chapters that fit all that was said of a chapter; empty when nothing was, undefined when a word belongs to none. */
function chaptersIn(protocol: Protocol, said: Said): readonly Chapter[] | undefined {
  const ids = [...said.names, ...(said.letter === undefined ? [] : [said.letter])];
  const byId = protocol.chapters.filter((chapter) => ids.includes(chapter.id.toLowerCase()));
  if (said.words.length === 0) return byId;
  const among = byId.length > 0 ? byId : protocol.chapters;
  const fitting = among.filter((chapter) => fits(chapter, said));
  return fitting.length === 0 ? undefined : fitting;
}

/**
 * Whether every word is in the chapter's title or places. Words alone, without a number or "hoofdstuk", may as well be a
 * question in a keyword or two: those must be the whole name ("begripsverheldering"), or chapter and place together.
 */
function fits(chapter: Chapter, said: Said): boolean {
  const asked = said.kinds.has('chapter');
  const { names, all, spots } = namesOf(chapter);
  const inName = (word: string) => all.some((each) => same(word, each, asked));
  const inSpot = (word: string) => spots.some((each) => same(word, each));
  if (!said.words.every((word) => inName(word) || inSpot(word))) return false;
  if (asked || said.numbers.length > 0) return true;
  if (said.words.some(inSpot) && (said.words.some(inName) || said.words.every((word) => word.startsWith('slot'))))
    return true;
  return names.some((name) => name.length > 0 && name.every((each) => said.words.includes(each)));
}

type Names = {
  /** Of the chapter itself and of each group of places in it. */
  readonly names: readonly (readonly string[])[];
  /** The words of all those names. */
  readonly all: readonly string[];
  /** The words of its places. */
  readonly spots: readonly string[];
};

const known = new WeakMap<Chapter, Names>();

/** By which words a chapter goes. Every question that could be a look-up asks for those of every chapter. */
function namesOf(chapter: Chapter): Names {
  const before = known.get(chapter);
  if (before !== undefined) return before;
  const names = [chapter.title, ...new Set(chapter.articles.map(groupOf))].map(nameWords);
  const made = { names, all: names.flat(), spots: chapter.articles.flatMap((article) => nameWords(spotOf(article))) };
  known.set(chapter, made);
  return made;
}

/** Which place within these chapters. */
function inside(chapters: readonly Chapter[], number: string | undefined, said: Said): Lookup {
  const [first] = chapters;
  const articles = chapters.flatMap((chapter) =>
    number === undefined ? spotsIn(chapter, said.words) : chapter.articles.filter((each) => pointOf(each) === number),
  );
  const [article] = articles;
  if (article !== undefined) return { what: 'article', article };
  if (number !== undefined || first === undefined) return { what: 'nothing', asked: [...said.words, number].join(' ') };
  return { what: 'chapter', chapter: first };
}

/** "punt 5" in a document whose chapters may each have a point 5. */
function numbered(protocol: Protocol, number: string, said: Said): Lookup | undefined {
  const exact = protocol.byId.get(number);
  const chapter = said.kinds.has('point') ? undefined : protocol.chapters.find((each) => each.id === number);
  if (exact !== undefined && !said.kinds.has('point')) return { what: 'article', article: exact };
  if (exact === undefined && chapter !== undefined) return { what: 'chapter', chapter };
  const points = protocol.articles.filter((each) => pointOf(each) === number && !/^\d+\.\d+$/.test(each.place));
  // "richtlijn 4" says which of the two numbered 4 is meant, "punt 4" does not.
  const called = points.filter((each) => said.called.includes(placeWord(each)));
  const articles = called.length > 0 ? called : [...new Set([...(exact === undefined ? [] : [exact]), ...points])];
  const [article, ...more] = articles;
  if (article === undefined) return undefined;
  return more.length === 0 ? { what: 'article', article } : { what: 'several', articles };
}

function nothing(all: readonly Token[]): Lookup {
  return { what: 'nothing', asked: all.flatMap((token) => (token.is === 'filler' ? [] : [token.text])).join(' ') };
}

/** "Communicatie, punt 5" → "Communicatie"; a place such as "C.3" has no name of its own. */
function groupOf(article: Article): string {
  return article.place.includes(',') ? (article.place.split(',')[0] ?? '') : '';
}

/** "Wachtwoorden, inleiding" → "inleiding": a place by a name instead of a number. */
function spotOf(article: Article): string {
  const last = article.place.split(',')[1] ?? '';
  return /\d/.test(last) ? '' : last;
}

function spotsIn(chapter: Chapter, words: readonly string[]): Article[] {
  return chapter.articles.filter((article) =>
    nameWords(spotOf(article)).some((each) => words.some((word) => same(word, each))),
  );
}

function pointOf(article: Article): string | undefined {
  return /\d{1,2}$/.exec(article.place)?.[0];
}

/** "Richtlijn 4" → "richtlijn": what a place without a chapter's name calls itself. */
function placeWord(article: Article): string {
  return article.place.includes(',') ? '' : (/^\p{L}+(?= \d)/u.exec(article.place)?.[0].toLowerCase() ?? '');
}

/** The words of a chapter's or place's name. Every question asks for those of every chapter. */
const nameWords = remembering((name): readonly string[] =>
  tokens(name.replace(/[(),]/g, ' ')).flatMap((token) => (token.is === 'word' ? [token.text] : [])),
);

/** "sanctie" is "sancties"; where a chapter is asked for, "privé" is "privésituaties" too. */
function same(word: string, known: string, begun = false): boolean {
  const left = known.length - word.length;
  if (left <= 0) return word.startsWith(known) && left >= -2;
  return word.length >= 4 && known.startsWith(word) && (begun || left <= 6);
}
