import type { LawArticle, LawCase } from '../protocol/knowledge.ts';
import type { Sector } from '../protocol/schema.ts';
import { mayTellGrooming } from './cues/grooming.ts';
import { lawCasesByPhrases } from './cues/law-phrases.ts';
import { lawCasesByWords } from './cues/law-words.ts';

/**
 * The legal cases that a text touches, most urgent first. Deliberately coarse: showing the law once too often costs a line,
 * missing it can cost far more.
 */
export function lawCasesIn(words: readonly string[]): LawCase[] {
  const text = words.join(' ');
  const grooming: readonly LawCase[] = mayTellGrooming(text) ? ['groomen'] : [];
  const found = [...new Set([...lawCasesByPhrases(text), ...grooming, ...lawCasesByWords(words)])];
  if (!adultImage.test(text)) return found;
  // An image of a grown-up is a crime against that person: nobody of the school did anything to a minor.
  return [...found.filter((each) => each !== 'seksueel-beeld' && each !== 'seksueel-door-personeel'), 'strafbaar'];
}

/** "een naaktfoto van een juf": who is on it, not who made it. */
const adultImage =
  /\b(naakt|bloot|seks|sex|deepfake|porno|nude)\w*( \w+){0,3} van (een |de |onze |mijn |die )?(juf|meester|docent|docente|leraar|lerares|leerkracht|collega|conci\w+|teamleider|directeur|mij|mezelf|me)\b/;

/** Whether somebody may think of suicide: then the help line comes first, and no rule is of use. */
export const speaksOfSuicide = (law: readonly LawArticle[]): boolean =>
  law.some(({ cases }) => cases.includes('suicide'));

/** What is an event to report whenever it is told, whatever else the words sound like. */
export const isGraveCase = (each: LawCase): boolean => graveCases.has(each);

const graveCases: ReadonlySet<LawCase> = new Set([
  'gevaar',
  'suicide',
  'seksueel-door-personeel',
  'seksueel-beeld',
  'groomen',
  'bestuur-betrokken',
  'thuis',
]);

/** The articles of the law for those cases in that sector, in the order of the cases. */
export function lawFor(law: readonly LawArticle[], cases: readonly LawCase[], sector: Sector): LawArticle[] {
  const found = cases.flatMap((each) =>
    law.filter((article) => article.cases.includes(each) && article.sectors.includes(sector)),
  );
  return [...new Set(found)].slice(0, 3);
}
