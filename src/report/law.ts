import { holds, personByEmail } from '../organisation/people.ts';
import { BESTUUR } from '../organisation/roles.ts';
import type { Organisation } from '../organisation/schema.ts';
import { type LawArticle, type LawCase, lawCases } from '../protocol/knowledge.ts';
import type { Sector } from '../protocol/schema.ts';
import type { ReportFacts } from './report.ts';

/** What the law makes of a report: from what was chosen on the form, and from what the text told. */

/** Most urgent first. */
const urgency: readonly LawCase[] = [
  'gevaar',
  'suicide',
  'seksueel-door-personeel',
  'bestuur-betrokken',
  'groomen',
  'seksueel-beeld',
  'datalek',
  'thuis',
  'strafbaar',
  'klokkenluiden',
  ...lawCases,
];

/**
 * The legal cases of a report, most urgent first.
 * @param told the cases that the text touches (`lawCasesIn` of the room answer): coarse, so that what was chosen on the form
 *   goes before it
 */
export function lawCasesOf(
  report: ReportFacts,
  told: readonly LawCase[],
  organisation: Organisation,
): readonly LawCase[] {
  const found = new Set(told);
  const add = (each: LawCase, applies: boolean) => void (applies && found.add(each));
  if (isMisconduct(report, told)) found.add('seksueel-door-personeel');
  else found.delete('seksueel-door-personeel');
  add('bestuur-betrokken', isAboutBoard(report, organisation));
  add('datalek', report.kind === 'vertrouwelijk');
  add('seksueel-beeld', report.kind === 'seksueel' && maybeMinor(report));
  add('strafbaar', ['bedreigen', 'stalken', 'gehackt'].includes(report.kind));
  return urgency.filter((each, i) => found.has(each) && urgency.indexOf(each) === i);
}

/**
 * Whether somebody who works for the school may have done something sexual to a pupil who may be a minor: then the law wants
 * the bestuur to know at once (meld-, overleg- en aangifteplicht). In doubt it is so: what was left open counts against.
 */
export function isMisconduct(report: ReportFacts, told: readonly LawCase[]): boolean {
  const inText = told.includes('seksueel-door-personeel');
  if (report.kind !== 'seksueel' && !inText) return false;
  return maybeMinor(report) && maybeWorksHere(report, inText);
}

/** Nobody who is affected is known to be grown up. */
function maybeMinor({ affected, affectedMinor }: ReportFacts): boolean {
  if (affectedMinor !== undefined) return affectedMinor !== 'nee';
  return affected !== 'medewerker' && affected !== 'ouder';
}

function maybeWorksHere({ by, byWorksHere, about }: ReportFacts, inText: boolean): boolean {
  if (byWorksHere !== undefined) return byWorksHere !== 'nee';
  if (by === 'medewerker') return true;
  if (by === 'leerling' || by === 'ouder') return false;
  // Nobody said who did it: the text may tell, and whoever can be chosen on the form works here.
  return inText || about.length > 0;
}

/** Whether it is about somebody of the bestuur. */
export function isAboutBoard({ about }: Pick<ReportFacts, 'about'>, organisation: Organisation): boolean {
  return about.some((email) => {
    const person = personByEmail(organisation, email);
    return person !== undefined && holds(person, BESTUUR);
  });
}

/** The articles of the law for those cases at a school of that sector, in the order of the cases. */
export function lawArticles(
  law: readonly LawArticle[],
  cases: readonly LawCase[],
  sector: Sector,
): readonly LawArticle[] {
  const found = cases.flatMap((each) =>
    law.filter((article) => article.cases.includes(each) && article.sectors.includes(sector)),
  );
  return [...new Set(found)];
}
