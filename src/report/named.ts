import { defaultRole } from '../organisation/contacts.ts';
import { peopleFor, peopleWith } from '../organisation/people.ts';
import type { Person } from '../organisation/person.ts';
import { LEIDINGGEVENDE } from '../organisation/roles.ts';
import type { Organisation } from '../organisation/schema.ts';
import { roleFacts } from '../protocol/facts.ts';
import type { LawCase } from '../protocol/knowledge.ts';
import { contactsFor, type Protocol } from '../protocol/protocol.ts';
import type { ContactCase } from '../protocol/schema.ts';
import type { Candidate } from './line.ts';
import type { ReportFacts, ReportKind } from './report.ts';
import type { ContactLine, ProtocolReports } from './schema.ts';

/** Whom the protocol, or else the organisation, names for a report. */

export type Asked = {
  readonly report: ReportFacts;
  readonly reporter: Person;
  readonly protocol: Protocol;
  readonly organisation: Organisation;
  /** What `protocols/reports/` says of this protocol, where it does. */
  readonly reports: ProtocolReports | undefined;
  readonly told: readonly LawCase[];
};

/** A role with where it is named; without an article nobody named it but the organisation. */
export type NamedRole = { readonly role: string; readonly article?: string; readonly why?: string };

/** Kinds that may well be a crime. */
const criminal: readonly ReportKind[] = ['bedreigen', 'stalken', 'seksueel', 'haat', 'gehackt'];

/** The cases of a protocol that a report can be, the most fitting first. */
export function contactCasesOf({ kind, by }: ReportFacts): readonly ContactCase[] {
  return [
    ...(kind === 'seksueel' && by === 'medewerker' ? (['grensoverschrijdend'] as const) : []),
    ...(criminal.includes(kind) ? (['strafbaar'] as const) : []),
    'misstand',
  ];
}

/** The roles that the protocol names for a report, in order; empty when it names nobody. */
export function rolesNamed({ report, protocol, reports, told }: Asked): readonly NamedRole[] {
  if (reports !== undefined) return inFile(reports.contacts, report, told);
  // Nobody wrote down how this protocol deals with reports: its contacts for wrongdoing, and then who takes measures.
  const cases: readonly ContactCase[] = [...contactCasesOf(report), 'maatregel'];
  const found = cases.flatMap((each) => contactsFor(protocol, { case: each, audience: 'medewerker' }));
  return found.flatMap(({ roles, article }) => roles.map((role) => ({ role, article })));
}

function inFile(contacts: readonly ContactLine[], report: ReportFacts, told: readonly LawCase[]): readonly NamedRole[] {
  const fits = ({ kind, law }: ContactLine) =>
    (kind === undefined || kind.includes(report.kind)) &&
    (law === undefined || law.some((each) => told.includes(each)));
  return contacts
    .filter(fits)
    .flatMap(({ roles, article, why }) =>
      roles.map((role) => ({ role, article, ...(why === undefined ? {} : { why }) })),
    );
}

/** The role that the organisation chose for when a protocol names nobody. */
export function roleOfDefault({ report, organisation }: Asked): string | undefined {
  for (const each of contactCasesOf(report)) {
    const role = defaultRole(organisation, each);
    if (role !== undefined) return role;
  }
  return undefined;
}

/** What the protocol itself says about naming nobody. */
export function silentOn({ report, protocol }: Asked): string | undefined {
  for (const each of ['misstand', ...contactCasesOf(report)] as const) {
    const said = protocol.meta.silent[each];
    if (said !== undefined) return said;
  }
  return undefined;
}

/**
 * Who has a role for the reporter: of the team, the location, the board. The reporter counts too, so that a role that only
 * the reporter has is not taken for a role that nobody has.
 */
export function holdersOf({ organisation, reporter, protocol }: Asked, role: string): readonly Person[] {
  const roles = roleFacts(protocol);
  const self = peopleWith(organisation, role, reporter, roles).filter((each) => each === reporter);
  return [...peopleFor(organisation, reporter, role, roles), ...self];
}

/** Those who have the roles, as candidates. @param missing said first where the role is not the protocol's own */
export function candidatesFor(asked: Asked, named: readonly NamedRole[], missing = ''): readonly Candidate[] {
  return named.flatMap(({ role, article, why }) => {
    const who = missing === '' ? reasonFor(asked.protocol, role) : nameOf(asked.protocol, role);
    const reason = `${missing}${who}${why === undefined ? '' : `, ${why}`}`;
    const openly = ofATeam(asked.protocol, role) ? {} : { openly: reason };
    const given = { reason, ...openly, ...(article === undefined ? {} : { article }) };
    return holdersOf(asked, role).map((person) => ({ person, ...given }));
  });
}

/** Whether who has the role tells of which team somebody is. */
const ofATeam = (protocol: Protocol, role: string): boolean =>
  role === LEIDINGGEVENDE || protocol.roles.get(role)?.reach === 'team';

/** "de vestigingsdirecteur"; for a set who belongs to it. */
function reasonFor(protocol: Protocol, role: string): string {
  const isSet = (protocol.roles.get(role)?.members.length ?? 0) > 0;
  return isSet ? `hoort bij ${nameOf(protocol, role)}` : nameOf(protocol, role);
}

/** How the protocol calls a role; a role of another protocol by its own name. */
export const nameOf = (protocol: Protocol, role: string): string =>
  protocol.roles.get(role)?.name ?? `de functie ${role}`;
