import { isMisconduct } from './law.ts';
import { countIn, textOf, toPhrase } from './phrases.ts';
import type { Report, ReportFacts } from './report.ts';
import type { ConductWords } from './schema.ts';

/**
 * Whether a report may be about somebody of the school who comes too close to a pupil. Then the law wants the bestuur to know
 * at once and nobody of the management before it (meld-, overleg- en aangifteplicht), so who reports is asked before anything
 * is sent: words alone tell too little to pass a leidinggevende by, and too much to say nothing.
 */

/** @returns whether a text has a word for somebody of the school, one for a pupil, and one for coming too close */
export type ConductReader = (text: string) => boolean;

/** @param words the lists of `protocols/reports/conduct.yaml` */
export function conductReader({ staff, pupils, signs }: ConductWords): ConductReader {
  const groups = [staff, pupils, signs].map((list) => list.map(toPhrase));
  return (text) => {
    const read = textOf(text);
    return groups.every((phrases) => countIn(phrases, read) > 0);
  };
}

/**
 * Whether it must be asked: it is not clear already that it goes to the bestuur, nothing that was chosen on the form rules it
 * out, and the text may tell of it, by its words or as it was heard, or the kind is `seksueel`.
 */
export function asksConduct(report: Report, told: Parameters<typeof isMisconduct>[1], mayTell: ConductReader): boolean {
  if (isMisconduct(report, told) || isRuledOut(report)) return false;
  const heard = report.heard.includes('seksueel-door-personeel');
  return heard || report.kind === 'seksueel' || mayTell(`${report.what} ${report.where}`);
}

function isRuledOut({ affected, affectedMinor, by, byWorksHere }: ReportFacts): boolean {
  const grownUp = affectedMinor === 'nee' || affected === 'medewerker' || affected === 'ouder';
  const outsider = byWorksHere === 'nee' || (byWorksHere === undefined && (by === 'leerling' || by === 'ouder'));
  return grownUp || outsider;
}

/** The report as the answer yes, or maybe, makes it. */
export function asConduct(report: Report): Report {
  return {
    ...report,
    kind: 'seksueel',
    affected: report.affected ?? 'leerling',
    affectedMinor: report.affectedMinor ?? 'weet-niet',
    by: report.by ?? 'medewerker',
    byWorksHere: 'ja',
  };
}
