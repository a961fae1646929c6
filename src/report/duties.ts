import type { LawArticle, LawCase } from '../protocol/knowledge.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { Duty, Measures, Party, ReportFacts, Source } from './report.ts';
import type { Clause, LawReports, ProtocolReports, When } from './schema.ts';

/** What a report asks of the school: the checklist and the ladder of measures beside it. */

/** What is known about reports at one school. */
export type Known = {
  readonly protocol: Protocol;
  /** `Reports.byProtocol` for this protocol; undefined where nobody wrote it. */
  readonly reports: ProtocolReports | undefined;
  readonly lawReports: LawReports;
  /** The articles of wet.yaml. */
  readonly law: readonly LawArticle[];
};

/**
 * The duties of the law, and then those of the protocol, that go with a report. Where the report leaves open who did it or who
 * is affected, a duty that depends on it is there, and says on what.
 * @param cases what the law makes of the report; see `lawCasesOf`
 */
export function dutiesFor(report: ReportFacts, cases: readonly LawCase[], known: Known): readonly Duty[] {
  return [...ofTheLaw(report, cases, known), ...ofTheProtocol(report, cases, known)];
}

/** The ids of the duties that must be done or explained before a report is closed. */
export const requiredIn = (duties: readonly Duty[]): readonly string[] =>
  duties.filter(({ must }) => must).map(({ id }) => id);

/** The ladders for who did it, or all of them when that is not known; without any, an honest sentence instead. */
export function measuresFor(report: ReportFacts, { protocol, reports }: Known): Measures {
  const place = (article: string) => placeOf(protocol, article);
  if (reports === undefined) return { ladders: [], notes: [{ text: NOT_WRITTEN }] };
  const fits = reports.ladders.filter((ladder) => isOpen(report.by) || ladder.for.some((each) => each === report.by));
  const ladders = fits.map((ladder) => ({
    for: ladder.for,
    steps: ladder.steps.map(({ text, article }) => ({
      text,
      article,
      place: place(article),
      ...decidedBy(ladder, protocol),
    })),
  }));
  const none = ladders.length > 0 ? [] : [{ text: NONE }];
  const notes = reports.notes.map(({ text, article }) => ({
    text,
    ...(article === undefined ? {} : { place: place(article) }),
  }));
  return { ladders, notes: [...none, ...notes] };
}

const NOT_WRITTEN = 'Van dit protocol staan de maatregelen en plichten nog niet op een rij. Kijk in het protocol zelf.';
const NONE = 'Dit protocol noemt hiervoor geen maatregelen.';

function ofTheLaw(report: ReportFacts, cases: readonly LawCase[], { lawReports, law, protocol }: Known): Duty[] {
  return lawReports.duties.flatMap((duty) => {
    const article = law.find(({ id }) => id === duty.law);
    const fit = fitOf(duty.when, report, cases);
    if (article === undefined || fit === undefined || !article.sectors.includes(protocol.meta.sector)) return [];
    return [{ ...sayDuty(duty, fit), source: { kind: 'wet', law: article.id, place: article.title } as const }];
  });
}

function ofTheProtocol(report: ReportFacts, cases: readonly LawCase[], { reports, protocol }: Known): Duty[] {
  return (reports?.duties ?? []).flatMap((duty) => {
    const fit = fitOf(duty.when, report, cases);
    if (fit === undefined) return [];
    const source: Source = { kind: 'protocol', article: duty.article, place: placeOf(protocol, duty.article) };
    return [{ ...sayDuty(duty, fit), source }];
  });
}

function sayDuty(duty: { readonly id: string; readonly text: string; readonly must: boolean }, fit: Fit) {
  return { id: duty.id, text: fit.open === undefined ? duty.text : `${fit.open} ${duty.text}`, must: duty.must };
}

/** That a duty applies; `open` is what must be so for it, where the report leaves that open. */
type Fit = { readonly open?: string };

/** The best fit of the clauses; undefined when none fits. */
function fitOf(when: When | undefined, report: ReportFacts, cases: readonly LawCase[]): Fit | undefined {
  if (when === undefined) return {};
  const fits = when.flatMap((clause) => clauseFit(clause, report, cases) ?? []);
  return fits.find(({ open }) => open === undefined) ?? fits[0];
}

function clauseFit(clause: Clause, report: ReportFacts, cases: readonly LawCase[]): Fit | undefined {
  if (clause.kind !== undefined && !clause.kind.includes(report.kind)) return undefined;
  if (clause.law !== undefined && !clause.law.some((each) => cases.includes(each))) return undefined;
  if (clause.urgent !== undefined && clause.urgent !== report.urgent) return undefined;
  if (clause.minor !== undefined && !clause.minor.includes(report.affectedMinor ?? 'weet-niet')) return undefined;
  const by = partyFit(clause.by, report.by, 'Deed');
  const affected = partyFit(clause.affected, report.affected, 'Raakt het');
  if (by === undefined || affected === undefined) return undefined;
  const open = by.open ?? affected.open;
  return open === undefined ? {} : { open };
}

function partyFit(wanted: readonly Party[] | undefined, party: Party | undefined, verb: string): Fit | undefined {
  if (wanted === undefined) return {};
  if (!isOpen(party)) return party !== undefined && wanted.includes(party) ? {} : undefined;
  const who = wanted.map((each) => `een ${each}`).join(' of ');
  return { open: verb === 'Deed' ? `Deed ${who} dit?` : `${verb} ${who}?` };
}

const isOpen = (party: Party | undefined): boolean => party === undefined || party === 'onbekend';

function decidedBy(ladder: ProtocolReports['ladders'][number], protocol: Protocol): { readonly by?: string } {
  if (ladder.by === undefined) return {};
  const names = ladder.by.roles.map((role) => protocol.roles.get(role)?.name ?? role);
  return { by: `${names.join(' of ')} (${placeOf(protocol, ladder.by.article)})` };
}

const placeOf = (protocol: Protocol, article: string): string => protocol.byId.get(article)?.place ?? article;
