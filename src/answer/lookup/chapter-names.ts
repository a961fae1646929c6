import type { Protocol } from '../../protocol/protocol.ts';
import type { Article, Chapter } from '../../protocol/schema.ts';
import { createMisspelt, type Misspelt } from '../text/misspelt.ts';
import { remembering } from '../text/remembering.ts';
import { tokens } from './reference.ts';

/** By which words a chapter goes. */
type Names = {
  /** Of the chapter itself and of each group of places in it. */
  readonly names: readonly (readonly string[])[];
  /** The words of all those names. */
  readonly all: readonly string[];
  /** The words of its places. */
  readonly spots: readonly string[];
  readonly misspelt: Misspelt;
};

/** What was said of a chapter by its name, and how plainly it was a chapter that was meant. */
export type Naming = {
  readonly words: readonly string[];
  /** "hoofdstuk", "het stukje over": a chapter was asked for in so many words. */
  readonly chapter: boolean;
  /** "punt 2": a place within a chapter was. */
  readonly point: boolean;
  readonly number: boolean;
};

/** Other words for what chapters are about, and the same in English. They count where a place is asked for, not in questions. */
const meaning: Readonly<Record<string, readonly string[]>> = {
  sancties: ['straf', 'straffen', 'sanctions', 'punishments'],
  gevolgen: ['consequenties', 'consequences'],
  maatregelen: ['straf', 'straffen', 'sancties', 'measures', 'sanctions'],
  uitgangspunten: ['principes', 'beginselen', 'principles'],
  definities: ['begrippen', 'begrippenlijst', 'omschrijvingen', 'definitions'],
  begripsverheldering: ['begrippen', 'begrippenlijst', 'definities', 'definitions'],
  doelgroep: ['scope'],
  leerlingen: ['scholieren', 'students', 'pupils'],
  medewerkers: ['personeel', 'personeelsleden', 'docenten', 'leraren', 'leerkrachten', 'staff', 'employees'],
  gebruikers: ['users', 'iedereen'],
  privesituaties: ['thuissituaties', 'private', 'situations'],
  werksituaties: ['work', 'situations'],
  afspraken: ['agreements'],
  communicatie: ['communication'],
  profilering: ['profiling'],
  wachtwoorden: ['paswoorden', 'passwords'],
  voorbeelden: ['examples'],
  achtergrondinformatie: ['achtergronden', 'background'],
  richtlijnen: ['guidelines'],
};

/** The shortest word in which an error is looked for: short ones are too soon another word. */
const MISSPELT = 7;

const known = new WeakMap<Chapter, Names>();

/** Every question that could be a look-up asks for those of every chapter. */
function namesOf(chapter: Chapter): Names {
  const before = known.get(chapter);
  if (before !== undefined) return before;
  const names = [chapter.title, ...new Set(chapter.articles.map(groupOf))].map(nameWords);
  const all = [...new Set(names.flat())];
  const spots = [...new Set(chapter.articles.flatMap((article) => nameWords(spotOf(article))))];
  const misspelt = createMisspelt([...all, ...spots].filter((word) => word.length >= MISSPELT));
  const made = { names, all, spots, misspelt };
  known.set(chapter, made);
  return made;
}

/**
 * Whether every word is in the chapter's title or places. Words alone, without a number or "hoofdstuk", may as well be a
 * question in a keyword or two: those must be the whole name ("begripsverheldering"), or chapter and place together.
 */
export function fits(chapter: Chapter, said: Naming): boolean {
  const plainly = said.chapter || (said.point && said.number);
  const { names, all, spots } = namesOf(chapter);
  const inName = (word: string) => all.some((each) => same(word, each));
  const inSpot = (word: string) => spots.some((each) => same(word, each));
  if (!said.words.every((word) => (plainly ? isOf(chapter, word) : inName(word) || inSpot(word)))) return false;
  if (plainly) return true;
  // "Communicatie 5" begins with its name, "internet 2" does not.
  if (said.number) return names.some(([begin]) => begin !== undefined && said.words.some((word) => same(word, begin)));
  if (said.words.some(inSpot) && (said.words.some(inName) || said.words.every((word) => word.startsWith('slot'))))
    return true;
  return names.some((name) => name.length > 0 && name.every((each) => said.words.includes(each)));
}

/** Whether a word may name this chapter where one is asked for: also its beginning, another word for it, or one letter off. */
function isOf(chapter: Chapter, word: string): boolean {
  const { all, spots, misspelt } = namesOf(chapter);
  return (
    all.some((each) => same(word, each, true) || (meaning[each]?.includes(word) ?? false)) ||
    spots.some((each) => same(word, each)) ||
    (word.length >= MISSPELT && !person.test(word) && misspelt(word).length > 0)
  );
}

const asked = new WeakMap<Protocol, (word: string) => boolean>();

/** Whether a word may name any chapter: most words do not, so that most questions need no more than this. */
export function isNameWord(protocol: Protocol, word: string): boolean {
  const before = asked.get(protocol);
  const knows = before ?? remembering((each) => protocol.chapters.some((chapter) => isOf(chapter, each)));
  if (before === undefined) asked.set(protocol, knows);
  return knows(word);
}

/** The places in a chapter that go by one of these words: "wachtwoorden inleiding". */
export function spotsIn(chapter: Chapter, words: readonly string[]): Article[] {
  return chapter.articles.filter((article) =>
    nameWords(spotOf(article)).some((each) => words.some((word) => same(word, each))),
  );
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

/** The words of a chapter's or place's name. */
const nameWords = remembering((name): readonly string[] =>
  tokens(name.replace(/[(),]/g, ' ')).flatMap((token) => (token.is === 'word' ? [token.text] : [])),
);

/** "sanctie" is "sancties"; where a chapter is asked for, "privé" is "privésituaties" too. */
function same(word: string, known: string, begun = false): boolean {
  const left = known.length - word.length;
  if (left <= 0) return word.startsWith(known) && left >= -2;
  return word.length >= 4 && !person.test(word) && known.startsWith(word) && (begun || left <= 6);
}

/** One of them is somebody, not the chapter about all: "leerling nummer 5". */
const person = /^(leerling|medewerker|ouder|verzorger|gebruiker)$/;
