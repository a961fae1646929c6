import type { Protocol } from '../protocol/protocol.ts';
import { isFunctionWord, stem } from './text/stem.ts';

/** A word that the document itself explains, with the article that does; without one it is the introduction. */
export type Definition = Protocol['meta']['definitions'][number];

/** "Wat is …", "definitie van …", "wie hoort bij …": what asks for the meaning of a word. */
const asksMeaning =
  /\b(definities?|begrip|begripsomschrijving|betekent|betekenis|bedoelt|bedoelen|bedoeld|verstaat|verstaan|omschrijving|omschrijft|uitleg|wat (is|zijn|heet|telt als|valt onder)|wie (is|zijn|hoort|horen|zit|zitten|valt|vallen|telt|tellen)|define|definition|meaning|what (is|are|counts))\b/;

/** Words with which such a question is put, and which are not what it asks about. */
const around: ReadonlySet<string> = new Set(
  `definitie definities begrip begripsomschrijving betekent betekenis bedoelt bedoelen bedoeld bedoeling verstaat verstaan
  omschrijving omschrijft uitleg heet telt tellen valt vallen hoort horen zit zitten define definition meaning counts term woord
  protocol document reglement gedragscode stuk volgens precies eigenlijk bedoel exact allemaal allen ook dus gezegd mee onder zin
  according`
    .split(/\s+/)
    .map(stem),
);

/**
 * The word whose meaning is asked, when the document explains it and the question is about nothing else.
 * @param words the question's words, as `features` read them
 */
export function definitionAsked(protocol: Protocol, words: readonly string[]): Definition | undefined {
  if (!asksMeaning.test(words.join(' '))) return undefined;
  const sought = words.filter((word) => !isFunctionWord(word) && !around.has(stem(word))).map(stem);
  return protocol.meta.definitions.find(({ term }) => namesOf(term).some((name) => sameWords(name, sought)));
}

/** "ouder of verzorger" is asked for as either; social and sociale media are one. */
function namesOf(term: string): string[][] {
  const names = [...term.split(' of '), term].map((name) => name.toLowerCase().split(/\s+/));
  const stems = names.map((name) => name.filter((word) => !isFunctionWord(word)).map(stem));
  return stems.flatMap((name) => (name.includes(social) || name.includes(sociale) ? spelled(name) : [name]));
}

const [social, sociale] = [stem('social'), stem('sociale')];

function spelled(name: readonly string[]): string[][] {
  return [social, sociale].map((word) => name.map((each) => (each === social || each === sociale ? word : each)));
}

function sameWords(name: readonly string[], sought: readonly string[]): boolean {
  const asked = new Set(sought);
  return name.length > 0 && asked.size === new Set(name).size && name.every((word) => asked.has(word));
}
