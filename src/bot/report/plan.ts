import { type Case, holderOf, type Recipient } from '../../handover/case.ts';
import { openCase, type Request } from '../../handover/opening.ts';
import type { LawCase } from '../../protocol/knowledge.ts';
import { dutiesFor, requiredIn } from '../../report/duties.ts';
import { lawCasesOf } from '../../report/law.ts';
import type { Report, Route, RouteRecipient } from '../../report/report.ts';
import { routeOf } from '../../report/route.ts';
import type { Staff } from '../cases/staff.ts';
import { casesTold } from './danger.ts';

/** What sending a report would do: whom it goes to, and with what. Worked out again when it is really sent. */
export type Plan = {
  readonly report: Report;
  readonly route: Route;
  readonly request: Request;
  /** What the law makes of it, most urgent first. */
  readonly cases: readonly LawCase[];
  /** As it would be opened now; undefined when there is nobody it can go to. */
  readonly rehearsal: Case | undefined;
  /** Data may have leaked, and nobody can be told beside: for the operator. */
  readonly nobodyBeside: boolean;
};

export function planOf(staff: Staff, report: Report): Plan {
  const { organisation, person, protocol, day, doubts } = staff;
  const told = casesTold(report);
  const known = { report, told, protocol, organisation, law: doubts.law };
  const route = routeOf({ ...known, reports: doubts.reports.byProtocol.get(protocol.id), reporter: person, day });
  const { urgent } = route;
  const duties = dutiesFor({ ...known, report: { ...report, urgent }, reports: doubts.reports });
  const request: Request = {
    organisation: organisation.id,
    kind: 'report',
    subject: report.kind,
    urgent,
    location: person.location,
    protocol: protocol.id,
    asker: person.email,
    recipients: route.recipients.map(recipient),
    excluded: route.excluded,
    report: { nameWithheld: report.nameWithheld, required: requiredIn(duties) },
    ...(route.beside.length === 0 ? {} : { beside: [route.beside.map(recipient)] }),
  };
  // The reference is of no case: only whom it goes to counts here.
  const opening = openCase(request, 'M-222222', doubts.desk.clock(), doubts.desk.rulesFor(request));
  return {
    report,
    route,
    request,
    cases: lawCasesOf(report, told, organisation),
    rehearsal: opening?.case,
    nobodyBeside: route.nobodyBeside === true || opening?.besideNobody === true,
  };
}

/** Who would have it first, by e-mail. */
export const firstOf = ({ rehearsal }: Plan): string | undefined => rehearsal && holderOf(rehearsal)?.email;

/** What of a recipient is kept with the case. */
function recipient({ law: _shown, ...kept }: RouteRecipient): Recipient {
  return kept;
}
