import type { Audience } from '../../protocol/schema.ts';
import { somebodyIn } from './people.ts';

/** What a question says of itself about whom: words that decide between articles that are otherwise alike. */

/**
 * For whom somebody asks: the person who may or must do something, which is the grammatical subject more than anybody else
 * in the sentence ("mogen leerlingen …" against "mag ik leerlingen …"). Undefined when nobody is named at all.
 */
export function audienceOf(words: readonly string[]): ReadonlySet<Audience> | undefined {
  const found = new Set<Audience>();
  for (const word of words.slice(0, 12)) {
    const is = audienceIn(word);
    if (is === undefined) continue;
    found.add(is);
    break;
  }
  if (found.size === 0) for (const word of words) addWhom(found, word);
  return found.size === 0 ? undefined : found;
}

/** Somebody who did something, whoever that is. */
const somebody =
  /^(iemand|iemands|diegene|degene|diegenen|dader|daders|overtreder|overtreders|boosdoener|onverlaat|someone|somebody|anyone)$/;
/** "Bij ons" and "onze school" say where, not who. */
const house = new Set(['ons', 'onze', 'we', 'wij', 'us', 'our']);

/**
 * Whether somebody who broke a rule is left unnamed: nobody is named at all, or nobody but the school itself ("welke straf
 * geldt bij ons?") or whoever asks about somebody else ("wat kan ik doen als iemand …").
 */
export function leavesCulpritOpen(words: readonly string[]): boolean {
  const other = words.some((word) => somebody.test(word));
  return words.every((word) => {
    const is = somebodyIn(word);
    return is === undefined || house.has(word) || (other && is === 'asker');
  });
}

function audienceIn(word: string): Audience | undefined {
  const is = somebodyIn(word);
  return is === 'asker' ? 'medewerker' : is;
}

function addWhom(found: Set<Audience>, word: string): void {
  const is = audienceIn(word);
  if (is !== undefined) found.add(is);
}

/** "Welke functionaris", "which department": somebody, by their function. */
const whichOne =
  /\b(welke|which) (functie|functionaris|functionarissen|persoon|personen|instantie|afdeling|rol|collega|leidinggevende|leiding|directeur|bestuur|baas|department|person|people|role|official|manager|authority)\b/;

/** Whether a question asks for a person: "wie haalt dat weg?", "bij wie …", "who …". */
export function asksWho(words: readonly string[]): boolean {
  return words.some((word) => word === 'wie' || word === 'who' || word === 'whom') || whichOne.test(words.join(' '));
}
