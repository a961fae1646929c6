import { isGraveCase, lawCasesIn } from '../../answer/law.ts';
import { words } from '../../answer/text/words.ts';
import type { LawArticle, LawCase } from '../../protocol/knowledge.ts';
import { inWordsOf, pupilOf } from '../../protocol/pupil.ts';
import type { Meta } from '../../protocol/schema.ts';

/** What comes before any form: whom to call, and what must not be done with what one saw. */

const ALWAYS = 'Is er nu gevaar? Bel eerst 112.';

const MOST = 3;

/** The legal cases that a text touches; see `lawCasesIn`. */
export const toldCases = (text: string): readonly LawCase[] => lawCasesIn(words(text));

/**
 * The lines above a form, given the legal cases, in the words of the school; 112 is always the first. What is not grave stands
 * with who handles the report.
 */
export function firstLines(law: readonly LawArticle[], cases: readonly LawCase[], meta: Meta): string[] {
  const urgent = cases.filter(isGraveCase);
  const articles = urgent.flatMap((each) =>
    law.filter((article) => article.cases.includes(each) && article.sectors.includes(meta.sector)).slice(0, 1),
  );
  const lines = articles
    .filter(({ cases: of }) => !of.includes('gevaar'))
    .map(({ short }) => inWordsOf(pupilOf(meta), short));
  return [ALWAYS, ...new Set(lines)].slice(0, MOST + 1);
}

/** Cases in which somebody may be hurt today. */
const pressing: ReadonlySet<LawCase> = new Set(['gevaar', 'ongeluk', 'suicide']);

/** Whether a text tells of something that cannot wait a working day: proposed, and seen before it is sent. */
export const soundsUrgent = (text: string): boolean => toldCases(text).some((each) => pressing.has(each));
