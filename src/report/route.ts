import { peopleWith } from '../organisation/people.ts';
import type { Person } from '../organisation/person.ts';
import { BESTUUR, PRIVACY, TOEZICHT } from '../organisation/roles.ts';
import type { Organisation } from '../organisation/schema.ts';
import type { LawArticle, LawCase } from '../protocol/knowledge.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { barredFrom } from './barred.ts';
import { callLines } from './call.ts';
import { isAboutBoard, isMisconduct, lawArticles, lawCasesOf } from './law.ts';
import { type Candidate, levelsAbove, lineOf, type Setting } from './line.ts';
import { type Asked, candidatesFor, nameOf, roleOfDefault, rolesNamed, silentOn } from './named.ts';
import type { ReportFacts, Route } from './report.ts';
import type { ProtocolReports } from './schema.ts';

/** Everything a route depends on; nothing else. */
export type RouteRequest = {
  readonly report: ReportFacts;
  readonly reporter: Person;
  /** The reporter's school's own. */
  readonly protocol: Protocol;
  readonly organisation: Organisation;
  /** `Reports.byProtocol` for this protocol; undefined where nobody wrote it. */
  readonly reports: ProtocolReports | undefined;
  /** The articles of wet.yaml. */
  readonly law: readonly LawArticle[];
  /** The legal cases that the text touches, coarsely; see `lawCasesOf`. */
  readonly told: readonly LawCase[];
  /** The day at the school, as 2026-12-19. */
  readonly day: string;
};

/**
 * Whom a report goes to, in order, each with why: whom the law names, whom the protocol names for it at the reporter's team
 * and location, or else whom the organisation chose, and then each level above up to the bestuur. Who is away is replaced by
 * who stands in. Never the reporter, never somebody it is about, never somebody who works under them. Sexual misconduct by
 * somebody of the school towards a pupil goes to the bestuur and to nobody else; what is about the bestuur to its supervisor.
 * Pure.
 */
export function routeOf(request: RouteRequest): Route {
  const { report, reporter, organisation, law, told, day, protocol } = request;
  const straight = straightOf(report, told, organisation);
  const barred = barredFrom(organisation, reporter, report.about, straight);
  const setting = { organisation, day, may: barred.may };
  const cases = lawCasesOf(report, told, organisation);
  const articles = lawArticles(law, cases, protocol.meta.sector);
  const main = mainLine(request, straight, setting);
  const leaked = cases.includes('datalek');
  const first = new Set(main.recipients.slice(0, 1).map(({ email }) => email));
  const privacy = leaked ? lineOf(privacyOfficers(request), setting) : [];
  return {
    ...main,
    // Who has it anyhow needs no second line.
    beside: privacy.filter(({ email }) => !first.has(email)),
    ...(leaked && privacy.length === 0 ? { nobodyBeside: true } : {}),
    excluded: barred.excluded,
    bypassed: barred.bypassed,
    law: articles.map(({ id }) => id),
    ...(leaked ? { deadline72h: true } : {}),
    ...(straight === undefined ? {} : { straight }),
    urgent: report.urgent || straight === 'misbruik',
    call: callLines({ organisation, may: barred.may, law, cases, straight, nobody: main.recipients.length === 0 }),
  };
}

function straightOf(report: ReportFacts, told: readonly LawCase[], organisation: Organisation): Route['straight'] {
  if (isAboutBoard(report, organisation)) return 'bestuur';
  return isMisconduct(report, told) ? 'misbruik' : undefined;
}

type Main = Pick<Route, 'recipients' | 'defaultUsed' | 'silent' | 'passedOver'>;

function mainLine(request: RouteRequest, straight: Route['straight'], setting: Setting): Main {
  if (straight === undefined) return ordinaryLine(request, setting);
  const bestuur = straight === 'misbruik' ? boardFor(request) : [];
  const line = lineOf(bestuur, setting);
  return { recipients: line.length > 0 ? line : lineOf(supervisors(request, straight), setting) };
}

function ordinaryLine(request: RouteRequest, setting: Setting): Main {
  const named = rolesNamed(request);
  const holders = candidatesFor(request, named);
  const chosen = holders.length > 0 ? holders : defaultHolders(request, named.length > 0);
  const start = chosen.length > 0 ? chosen.map(({ person }) => person) : [request.reporter];
  const above = start.flatMap((person) => levelsAbove(request.organisation, person, 'het volgende niveau'));
  const line = lineOf([...chosen, ...above, ...board(request, 'het bestuur')], setting);
  const silent = holders.length === 0 || named.some(({ why }) => why !== undefined) ? silentOn(request) : undefined;
  const passed = holders.length > 0 && !holders.some(({ person }) => setting.may(person)) ? named[0] : undefined;
  return {
    recipients: line.length > 0 ? line : lineOf(supervisors(request, undefined), setting),
    ...(holders.length === 0 ? { defaultUsed: true } : {}),
    ...(silent === undefined ? {} : { silent }),
    ...(passed === undefined ? {} : { passedOver: passedOver(request.protocol, passed) }),
  };
}

/** Whom the organisation chose for what the protocol leaves open. @param unfilled the protocol does name a role */
function defaultHolders(asked: Asked, unfilled: boolean): readonly Candidate[] {
  const role = roleOfDefault(asked);
  const missing = unfilled
    ? 'de functie uit het protocol is hier niet ingevuld; daarom '
    : 'het protocol noemt hiervoor niemand; de organisatie koos ';
  return role === undefined ? [] : candidatesFor(asked, [{ role }], missing);
}

const passedOver = (protocol: Protocol, { role, article }: { role: string; article?: string }) => ({
  name: nameOf(protocol, role),
  ...(article === undefined ? {} : { article }),
});

/** Misconduct must be told to the bestuur itself: to somebody of the school's management is not enough. */
function boardFor(request: RouteRequest): readonly Candidate[] {
  const law = lawFor(request, BESTUUR, 'seksueel-door-personeel');
  return board(request, `het bestuur moet dit van de wet meteen weten${law.words}`).map((each) => ({
    ...each,
    ...law.id,
  }));
}

function board({ organisation, reporter }: RouteRequest, reason: string): readonly Candidate[] {
  return peopleWith(organisation, BESTUUR, reporter).map((person) => ({ person, reason, openly: reason }));
}

function supervisors(request: RouteRequest, straight: Route['straight']): readonly Candidate[] {
  const { organisation, reporter } = request;
  const why = straight === 'bestuur' ? 'het gaat over het bestuur zelf' : 'er is niemand anders die dit kan krijgen';
  const law = straight === 'bestuur' ? lawFor(request, TOEZICHT, 'bestuur-betrokken') : NO_LAW;
  const reason = `de interne toezichthouder, want ${why}${law.words}`;
  return peopleWith(organisation, TOEZICHT, reporter).map((person) => ({ person, reason, openly: reason, ...law.id }));
}

function privacyOfficers(request: RouteRequest): readonly Candidate[] {
  const { organisation, reporter } = request;
  const law = lawFor(request, PRIVACY, 'datalek');
  const reason = `de privacyfunctionaris moet een mogelijk datalek meteen weten${law.words}`;
  return peopleWith(organisation, PRIVACY, reporter).map((person) => ({ person, reason, openly: reason, ...law.id }));
}

type NamedBy = { readonly id: { readonly law?: string }; readonly words: string };

const NO_LAW: NamedBy = { id: {}, words: '' };

/** The article of the law that names the role for the case, where wet.yaml has it; and as it stands behind a reason. */
function lawFor({ law }: RouteRequest, role: string, lawCase: LawCase): NamedBy {
  const found = law.find((article) => article.role === role && article.cases.includes(lawCase));
  return found === undefined ? NO_LAW : { id: { law: found.id }, words: ` (wet: ${nameOfLaw(found)})` };
}

/** "Meld-, overleg- en aangifteplicht": where it stands in the statutes is behind it in brackets. */
const nameOfLaw = ({ source }: LawArticle): string => source.split(' (')[0] ?? source;
