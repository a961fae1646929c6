import type { Organisation } from '../organisation/schema.ts';
import type { LawArticle, LawCase } from '../protocol/knowledge.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { inWordsOf, pupilOf } from '../protocol/pupil.ts';
import { doerOf, type Fit, fitOf, isKnown } from './fit.ts';
import { lawCasesOf } from './law.ts';
import type { Reports } from './load.ts';
import type { Duty, Ladder, Measures, ReportFacts, Source } from './report.ts';
import type { ProtocolReports } from './schema.ts';

/** What a report asks of the school: the checklist and the ladder of measures beside it. */

/** Everything the duties of a report depend on; nothing else. */
export type DutyRequest = {
  readonly report: ReportFacts;
  /** The legal cases that the text touches, coarsely; see `lawCasesOf`. */
  readonly told: readonly LawCase[];
  /** The reporter's school's own. */
  readonly protocol: Protocol;
  readonly organisation: Organisation;
  readonly reports: Pick<Reports, 'byProtocol' | 'law'>;
  /** The articles of wet.yaml. */
  readonly law: readonly LawArticle[];
};

/**
 * The duties of the law, and then those of the protocol, that go with a report. Where the report leaves open who did it or who
 * is affected, a duty that depends on it is there, and says on what. Pure.
 */
export function dutiesFor(request: DutyRequest): readonly Duty[] {
  const cases = lawCasesOf(request.report, request.told, request.organisation);
  return [...ofTheLaw(request, cases), ...ofTheProtocol(request, cases)];
}

/** The ids of the duties that must be done or explained before a report is closed. */
export const requiredIn = (duties: readonly Duty[]): readonly string[] =>
  duties.filter(({ must }) => must).map(({ id }) => id);

/** The ladders for who did it, or all of them when that is not known; without any, an honest sentence instead. Pure. */
export function measuresFor({
  report,
  protocol,
  reports: { byProtocol },
}: Pick<DutyRequest, 'report' | 'protocol'> & { readonly reports: Pick<Reports, 'byProtocol'> }): Measures {
  const reports = byProtocol.get(protocol.id);
  if (reports === undefined) return { ladders: [], notes: [{ text: NOT_WRITTEN }] };
  const by = doerOf(report);
  const fits = reports.ladders.filter((ladder) => !isKnown(by) || ladder.for.includes(by));
  const none = fits.length > 0 ? [] : [{ text: NONE }];
  const notes = reports.notes.map(({ text, article }) => ({
    text,
    ...(article === undefined ? {} : { place: placeOf(protocol, article) }),
  }));
  return { ladders: fits.map((ladder) => toLadder(ladder, protocol)), notes: [...none, ...notes] };
}

const NOT_WRITTEN = 'Van dit protocol staan de maatregelen en plichten nog niet op een rij. Kijk in het protocol zelf.';
const NONE = 'Dit protocol noemt hiervoor geen maatregelen.';

function ofTheLaw({ report, reports, law, protocol }: DutyRequest, cases: readonly LawCase[]): Duty[] {
  return reports.law.duties.flatMap((duty) => {
    const article = law.find(({ id }) => id === duty.law);
    const pupil = pupilOf(protocol.meta);
    const fit = fitOf(duty, { report, cases, pupil });
    if (article === undefined || fit === undefined || !article.sectors.includes(protocol.meta.sector)) return [];
    return [
      {
        ...sayDuty(duty, fit),
        source: { kind: 'wet', law: article.id, place: inWordsOf(pupil, article.title) } as const,
      },
    ];
  });
}

function ofTheProtocol({ report, reports, protocol }: DutyRequest, cases: readonly LawCase[]): Duty[] {
  return (reports.byProtocol.get(protocol.id)?.duties ?? []).flatMap((duty) => {
    const fit = fitOf(duty, { report, cases, pupil: pupilOf(protocol.meta) });
    if (fit === undefined) return [];
    const source: Source = { kind: 'protocol', article: duty.article, place: placeOf(protocol, duty.article) };
    return [{ ...sayDuty(duty, fit), source }];
  });
}

function sayDuty(duty: { readonly id: string; readonly text: string; readonly must: boolean }, fit: Fit) {
  return { id: duty.id, text: fit.open === undefined ? duty.text : `${fit.open} ${duty.text}`, must: duty.must };
}

function toLadder({ for: whom, by, steps }: ProtocolReports['ladders'][number], protocol: Protocol): Ladder {
  const decided = by === undefined ? {} : { by: `${rolesOf(by.roles, protocol)} (${placeOf(protocol, by.article)})` };
  const place = (article: string) => placeOf(protocol, article);
  return {
    for: whom,
    // Who decides on measures does not have to be the one who has the first talk.
    steps: steps.map(({ text, article, what }) => ({
      text,
      article,
      place: place(article),
      ...(what === undefined || what === 'maatregel' ? decided : {}),
    })),
  };
}

const rolesOf = (roles: readonly string[], protocol: Protocol): string =>
  roles.map((role) => protocol.roles.get(role)?.name ?? role).join(' of ');

const placeOf = (protocol: Protocol, article: string): string => protocol.byId.get(article)?.place ?? article;
