import type { Protocol } from '../protocol/protocol.ts';
import type { Article, Chapter } from '../protocol/schema.ts';
import type { Lookup } from './answer.ts';

/**
 * Finds what a look-up points at: "artikel C.3", "c3", "wat zegt punt 5", "hoofdstuk B", "richtlijn 8". Returns undefined when
 * the text is not a look-up but a question that happens to have a number in it.
 */
export function findLookup(protocol: Protocol, text: string): Lookup | undefined {
  const plain = simple(text);
  if (/^(toon |laat |geef )?(me )?(het |ons )?(hele )?(sociale[- ]?media[- ]?)?protocol( zien)?$/.test(plain))
    return { what: 'protocol' };
  const asked = reference(plain);
  if (asked === undefined) return undefined;
  if (asked.chapter) {
    const chapter = chapterNamed(protocol, asked.name);
    if (chapter !== undefined) return { what: 'chapter', chapter };
  }
  return named(protocol, asked.name);
}

/** What "artikel <name>" means, however it is written; `nothing` when this protocol has no such place. */
export function named(protocol: Protocol, name: string): Lookup {
  const key = compact(simple(name));
  const exact = protocol.articles.find((article) => keysOf(article).includes(key));
  if (exact !== undefined) return { what: 'article', article: exact };
  const chapter = chapterNamed(protocol, name);
  if (chapter !== undefined) return { what: 'chapter', chapter };
  const ending = protocol.articles.filter((article) => endsWithPoint(article, key));
  const [only, ...more] = ending;
  if (only === undefined) return { what: 'nothing', asked: name.trim() };
  return more.length === 0 ? { what: 'article', article: only } : { what: 'several', articles: ending };
}

/** A chapter by its id or title. */
export function chapterNamed(protocol: Protocol, name: string): Chapter | undefined {
  const key = compact(simple(name));
  return (
    protocol.chapters.find((chapter) => compact(simple(chapter.id)) === key) ??
    protocol.chapters.find((chapter) => compact(simple(chapter.title)) === key) ??
    protocol.chapters.find((chapter) => key.length >= 5 && compact(simple(chapter.title)).includes(key))
  );
}

const NUMBER = String.raw`\d{1,2}(?:[.,]\d{1,2}){0,2}`;
const LETTERED = String.raw`[a-z]\s?[.,\- ]?\s?(?:\d{1,2}|kennisdeling|verantwoordelijkheid|veiligheid)`;
const WORD = 'artikel|art|punt|regel|richtlijn|bepaling|lid|article|afspraak';
const CHAPTER = 'hoofdstuk|paragraaf|onderdeel|chapter|hst|kopje|deel';
const pointed = new RegExp(
  String.raw`\b(?:${WORD})\s*(?:nummer|nr|no)?\s*(${LETTERED}|${NUMBER})(?![\w])(?:\s*(?:van|uit|bij|onder)\s+(?:het\s+|de\s+)?(?:hoofdstuk\s+|onderdeel\s+)?([a-z]+))?`,
);
const chaptered = new RegExp(String.raw`\b(?:${CHAPTER})\s+([a-z]\b|${NUMBER}|[a-z]{4,}(?: [a-z]{4,})?)`);
const bare = new RegExp(`^(?:en )?(?:wat (?:zegt|staat er in|is|staat in) )?(${LETTERED}|${NUMBER})$`);
const bareInText =
  /\b(?:staat (?:er )?(?:in|bij|onder)|zegt|lees|open|toon|show me|what is|what does|inhoud van)\s+([a-z][.\- ]?\d{1,2}|\d\.\d(?:\.\d)?)\b/;

/** The place a text points at; `chapter` when it asks for a whole chapter. Long texts are stories, not look-ups. */
function reference(plain: string): { readonly name: string; readonly chapter: boolean } | undefined {
  if (plain.length > 120) return undefined;
  const point = pointed.exec(plain);
  if (point?.[1] !== undefined) {
    const inside = point[2];
    const bareNumber = /^\d+$/.test(point[1]);
    return { name: bareNumber && inside !== undefined ? `${inside} ${point[1]}` : point[1], chapter: false };
  }
  const chapter = chaptered.exec(plain);
  if (chapter?.[1] !== undefined) return { name: chapter[1], chapter: true };
  const alone = bare.exec(plain) ?? bareInText.exec(plain);
  return alone?.[1] === undefined ? undefined : { name: alone[1], chapter: false };
}

function keysOf(article: Article): string[] {
  const place = compact(simple(article.place));
  return [compact(simple(article.id)), place, place.replace('punt', ''), place.replace(/^richtlijn/, '')];
}

/** "punt 5" in a document whose chapters each have a point 5. */
function endsWithPoint(article: Article, key: string): boolean {
  if (!/^\d{1,2}$/.test(key)) return false;
  return new RegExp(`(?:^|[^0-9])${key}$`).test(simple(article.place).replace(/\s/g, ' ')) && /\d$/.test(article.place);
}

function simple(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[?!"'“”‘’:;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,]+$/, '');
}

function compact(plain: string): string {
  return plain.replace(/[^\p{L}\p{N}]+/gu, '');
}
