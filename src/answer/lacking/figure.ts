import type { Article } from '../../protocol/schema.ts';
import { missing, type Sign } from './missing.ts';

/** What is answered with a figure: from what age, how long or how often, how many. */
export type Figure = 'age' | 'time' | 'count';

const NUMBER = 'een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|veertien|zestien|achttien|twintig|dertig|\\d+';
const UNIT =
  'minu(ut|ten)|uur|uren|lesuur|lesuren|(school|werk)?dag(en)?|weken|week|maand(en)?|kwartaal|jaar|jaren|schooljaar|years?|months?|weeks?|hours?|minutes?';
/** "Vanaf 16 jaar" says how old and not how long. */
const LASTS = `(?<!\\b(vanaf|onder de|boven de|tot|ouder dan|jonger dan) )\\b(${NUMBER}) (${UNIT})\\b(?! (oud|of ouder|of jonger)\\b)`;
const OFTEN = `jaarlijks|maandelijks|wekelijks|dagelijks|regelmatig|periodiek|geregeld|(per|elke?|ieder|iedere) (${UNIT})`;
const MUST = 'moet|moeten|verplicht|dien|dient|must|have to';
const AT_LEAST = 'minstens|minimaal|ten minste|tenminste|op zijn minst|at least';

const signs: readonly Sign<Figure>[] = [
  {
    wanted: 'age',
    asked: /\b((?<!\b(zijn|haar|hun|mijn) )leeftijd|hoe (oud|jong)|how old|what age)\b/,
    stated: /\b\d+\b|leeftijd|jarig\b|\b(twaalf|dertien|zestien|achttien) jaar/i,
  },
  {
    wanted: 'time',
    asked: new RegExp(`\\b(hoeveel|how many) (${UNIT})\\b`),
    stated: new RegExp(`${LASTS}|\\b(${OFTEN})\\b`, 'i'),
  },
  {
    wanted: 'time',
    asked:
      /\b(hoe ?(lang|vaak|dikwijls)|hoeveel (tijd|keer|maal)|(welke|wat is de) (termijn|bewaartermijn)|welke (dag|dagen|datum|week|weken|maand|maanden)|welk (jaar|schooljaar)|how (long|often)|how many times)\b/,
    stated: new RegExp(
      `\\b(${NUMBER}) (${UNIT}|keer)\\b|\\b(19|20)\\d\\d\\b|\\b(${OFTEN}|steeds|telkens|altijd|voorgoed|lang|jaren|blijven|blijft|tijdelijk|direct|meteen|onmiddellijk|schooljaar|inschrijving|vooraf|van tevoren|keer)\\b`,
      'i',
    ),
  },
  // A figure of the asker's own: whether it must be that often is not answered by a rule that names no time at all.
  {
    wanted: 'time',
    asked: new RegExp(`\\b(${MUST})\\b.*\\b(${OFTEN})\\b`),
    stated: new RegExp(`\\b(${UNIT}|${OFTEN})\\b`, 'i'),
  },
  {
    wanted: 'count',
    asked: new RegExp(`\\b(${MUST})\\b.*\\b(${AT_LEAST}) (${NUMBER})\\b`),
    stated: new RegExp(`\\b(?!een\\b)(${NUMBER})\\b`, 'i'),
  },
  {
    wanted: 'count',
    asked: /\b(wat kost|hoeveel (geld|euro|boete|kosten|schade)|hoe hoog (is|zijn|wordt)|how much)\b/,
    stated: /\b(boete|kost|kosten|betalen?|bedrag|schadeclaim|schadevergoeding|vergoeding|euro)\b/i,
  },
  {
    wanted: 'count',
    asked: /\b(hoeveel(?! (moet|moeten|mag|mogen|kan|kunnen)\b)|hoe (hoog|veel) (is|zijn)|how many)\b/,
    stated:
      /\b(\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|eenmalig|eerste|tweede|derde|altijd|nooit|onbeperkt)\b/i,
  },
];

/**
 * The figure that a question asks for and none of the articles states: they are on the subject and do not answer it. Undefined
 * when it asks for none, or one of them states it.
 * @param words the question's words, as `features` read them
 */
export function figureMissing(words: readonly string[], articles: readonly Article[]): Figure | undefined {
  return missing(signs, words.join(' '), articles);
}
