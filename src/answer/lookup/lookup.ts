import type { Protocol } from '../../protocol/protocol.ts';
import type { Article, Chapter } from '../../protocol/schema.ts';
import type { Lookup } from '../answer.ts';
import { fits, isNameWord, spotsIn } from './chapter-names.ts';
import { LAST } from './counting.ts';
import { simple, strongPart, tokensIn } from './reference.ts';
import { hear, type Said, tellsMore } from './said.ts';
import type { Token } from './token.ts';

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
  const named = all.every((token) => token.is !== 'word' || isNameWord(protocol, token.text));
  const whole = (named ? resolve(protocol, all) : undefined) ?? byWholeId(protocol, plain);
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

/** The place that all these words together point at; undefined when one of them does not belong to it. */
function resolve(protocol: Protocol, all: readonly Token[]): Lookup | undefined {
  const said = hear(protocol, all);
  if (tellsMore(all, said)) return undefined;
  const exact = exactly(protocol, said);
  if (exact !== undefined) return exact;
  const [number, ...more] = said.numbers;
  if (more.length > 0) return undefined;
  const chapters = chaptersIn(protocol, said);
  if (chapters === undefined) return undefined;
  if (chapters.length > 0) return inside(chapters, number, said);
  if (said.names.length > 0 || said.letter !== undefined) return nothing(all);
  if (number === undefined) return said.kinds.has('chapter') && said.words.length > 0 ? nothing(all) : undefined;
  return numbered(protocol, number, said) ?? (number === LAST ? undefined : nothing(all));
}

/** An article by its id: "c.3", "1.4.3", "artikel S"; also with the words of its chapter, "2.3 overige bepalingen". */
function exactly(protocol: Protocol, said: Said): Lookup | undefined {
  const [name, ...more] = said.names;
  const id = name ?? (said.kinds.has('article') ? said.letter : undefined);
  if (id === undefined || more.length > 0 || said.numbers.length > 0) return undefined;
  const article = protocol.articles.find((each) => each.id.toLowerCase() === id);
  if (article === undefined) return undefined;
  const chapter = protocol.chapters.find((each) => each.articles.includes(article));
  // "A1-leerlingen" are pupils with a level of their own.
  const plainly = said.kinds.size > 0 || /^\d/.test(id);
  const belongs = said.words.length === 0 || (plainly && chapter !== undefined && fits(chapter, naming(said)));
  return belongs ? { what: 'article', article } : undefined;
}

const naming = (said: Said) => ({
  words: said.words,
  chapter: said.kinds.has('chapter'),
  point: said.kinds.size > 0,
  number: said.names.length + said.numbers.length > 0,
});

/** The chapters that fit all that was said of a chapter; empty when nothing was, undefined when a word belongs to none. */
function chaptersIn(protocol: Protocol, said: Said): readonly Chapter[] | undefined {
  const ids = [...said.names, ...(said.letter === undefined ? [] : [said.letter])];
  const byId = protocol.chapters.filter((chapter) => ids.includes(chapter.id.toLowerCase()));
  if (said.words.length === 0) return byId;
  if (said.names.length > 0 && byId.length === 0) return undefined;
  const among = byId.length > 0 ? byId : protocol.chapters;
  const fitting = among.filter((chapter) => fits(chapter, naming(said)));
  return fitting.length === 0 ? undefined : fitting;
}

/**
 * Which place within these chapters: with a number each may have one, without it the first will do. "Een wachtwoord van 8"
 * names a chapter and a number, but no place.
 */
function inside(chapters: readonly Chapter[], number: string | undefined, said: Said): Lookup | undefined {
  const [first] = chapters;
  const articles = chapters.flatMap((chapter) =>
    number === undefined ? spotsIn(chapter, said.words).slice(0, 1) : pointsIn(chapter.articles, number),
  );
  const [article, ...more] = articles;
  if (article !== undefined)
    return number === undefined || more.length === 0 ? { what: 'article', article } : { what: 'several', articles };
  if (number === undefined && first !== undefined) return { what: 'chapter', chapter: first };
  if (said.kinds.size === 0 && said.words.length > 0) return undefined;
  return { what: 'nothing', asked: [...said.words, number].join(' ') };
}

/** Those that end in this number, or the last that has one. */
function pointsIn(articles: readonly Article[], number: string): readonly Article[] {
  if (number !== LAST) return articles.filter((each) => pointOf(each) === number);
  return articles.filter((each) => pointOf(each) !== undefined).slice(-1);
}

/** "punt 5" in a document whose chapters may each have a point 5. */
function numbered(protocol: Protocol, number: string, said: Said): Lookup | undefined {
  if (number === LAST) {
    const [last] = pointsIn(
      protocol.articles.filter((each) => goesBy(each, said.called)),
      number,
    );
    return last === undefined ? undefined : { what: 'article', article: last };
  }
  const exact = protocol.byId.get(number);
  const chapter = said.kinds.has('point') ? undefined : protocol.chapters.find((each) => each.id === number);
  if (exact !== undefined && !said.kinds.has('point')) return { what: 'article', article: exact };
  if (exact === undefined && chapter !== undefined) return { what: 'chapter', chapter };
  const points = protocol.articles.filter((each) => pointOf(each) === number && !/^\d+\.\d+$/.test(each.place));
  // "richtlijn 4" says which of the two numbered 4 is meant, "punt 4" does not.
  const called = points.filter((each) => goesBy(each, said.called));
  const articles = called.length > 0 ? called : [...new Set([...(exact === undefined ? [] : [exact]), ...points])];
  const [article, ...more] = articles;
  if (article === undefined) return undefined;
  return more.length === 0 ? { what: 'article', article } : { what: 'several', articles };
}

function nothing(all: readonly Token[]): Lookup {
  return { what: 'nothing', asked: all.flatMap((token) => (token.is === 'filler' ? [] : [token.text])).join(' ') };
}

function pointOf(article: Article): string | undefined {
  return /\d{1,2}$/.exec(article.place)?.[0];
}

/** Whether a place goes by this word: "richtlijn" by "Richtlijn 4", "afspraak" by "Afspraken, punt 7". */
const goesBy = (article: Article, called: readonly string[]): boolean =>
  called.some((each) => each !== 'punt' && article.place.toLowerCase().startsWith(each.slice(0, ALIKE)));

/** As far as a word and its plural are alike. */
const ALIKE = 5;
