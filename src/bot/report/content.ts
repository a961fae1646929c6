import type { Content } from '../../handover/case.ts';
import type { LawCase } from '../../protocol/knowledge.ts';
import { casesNamed, emailsIn } from '../../report/form.ts';
import { answers, parties, type Report, type ReportFacts } from '../../report/report.ts';
import { casesTold } from './danger.ts';
import type { ReportCase } from './kase.ts';
import { kindOf } from './words.ts';

/** A report as it is kept: the fields of its form by their ids, sealed with the rest of the case. */

/** What is kept of a report. Kind, urgency and the name stand in the case itself, where they may change. */
export function contentOf(report: Report): Content {
  const fields = {
    wat: report.what,
    waar: report.where,
    speelt: report.ongoing,
    wanneer: report.when,
    wie: report.affected,
    minderjarig: report.affectedMinor,
    door: report.by,
    werkt: report.byWorksHere,
    link: report.link,
    over: report.about.join(','),
    gehoord: report.heard.join(','),
  };
  const filled = Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  return { fields: Object.fromEntries(filled), notes: [] };
}

/** What was chosen, out of what is kept. */
export function toldOf({ fields }: Content) {
  return {
    ongoing: oneOf(answers, fields.speelt),
    affected: oneOf(parties, fields.wie),
    affectedMinor: oneOf(answers, fields.minderjarig),
    by: oneOf(parties, fields.door),
    byWorksHere: oneOf(answers, fields.werkt),
  };
}

/** Whom it is about, by e-mail. */
export const aboutOf = ({ fields }: Content): readonly string[] => emailsIn(fields.over);

/** The legal cases of a report that is kept; what was heard in it stays as it was when it was sent. */
export const casesIn = ({ fields }: Content): readonly LawCase[] =>
  casesTold({ what: fields.wat ?? '', where: fields.waar ?? '', heard: casesNamed(fields.gehoord) });

/** What rules look at, of a report that is kept. */
export function factsOf({ subject, urgent }: ReportCase, content: Content): ReportFacts {
  const { affected, affectedMinor, by, byWorksHere } = toldOf(content);
  return {
    kind: kindOf(subject),
    urgent,
    about: aboutOf(content),
    ...(affected === undefined ? {} : { affected }),
    ...(affectedMinor === undefined ? {} : { affectedMinor }),
    ...(by === undefined ? {} : { by }),
    ...(byWorksHere === undefined ? {} : { byWorksHere }),
  };
}

function oneOf<T extends string>(list: readonly T[], value: string | undefined): T | undefined {
  return list.find((each) => each === value);
}
