import { isGraveCase, lawCasesIn } from '../../answer/law.ts';
import { words } from '../../answer/text/words.ts';
import type { LawArticle, LawCase } from '../../protocol/knowledge.ts';
import { inWordsOf, pupilOf } from '../../protocol/pupil.ts';
import type { Meta } from '../../protocol/schema.ts';
import type { Report } from '../../report/report.ts';

/** What comes before any form: whom to call, and what must not be done with what one saw. */

const ALWAYS = 'Is er nu gevaar? Bel eerst 112.';

const MOST = 3;

/** The legal cases that the words of a text touch; see `lawCasesIn`. */
export const toldCases = (text: string): readonly LawCase[] => lawCasesIn(words(text));

/**
 * The legal cases of a report: what its words touch, and what was heard in it. That somebody of the school may be too near to a
 * pupil decides who reads the report, so when it was only heard it is asked (`asksConduct`) and not taken for told.
 */
export function casesTold({ what, where, heard }: Pick<Report, 'what' | 'where' | 'heard'>): readonly LawCase[] {
  const shown = heard.filter((each) => each !== 'seksueel-door-personeel');
  return [...new Set([...toldCases(`${what} ${where}`), ...shown])];
}

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

/** Whether one of these cannot wait a working day: proposed, and seen before it is sent. */
export const isPressing = (cases: readonly LawCase[]): boolean => cases.some((each) => pressing.has(each));
