import { crisisContact, phoneOf } from '../organisation/contacts.ts';
import { calledBy, peopleWith } from '../organisation/people.ts';
import type { Person } from '../organisation/person.ts';
import { BESTUUR, TOEZICHT } from '../organisation/roles.ts';
import type { Organisation } from '../organisation/schema.ts';
import type { LawArticle, LawCase } from '../protocol/knowledge.ts';
import type { Route } from './report.ts';

type Calling = {
  readonly organisation: Organisation;
  readonly may: (person: Person) => boolean;
  readonly law: readonly LawArticle[];
  readonly cases: readonly LawCase[];
  readonly straight: Route['straight'];
  /** There is nobody it can go to. */
  readonly nobody: boolean;
};

/** The national numbers by the role of the law, as staff know them; the numbers stand in wet.yaml. */
const INSPECTEUR = { role: 'vertrouwensinspecteur', name: 'Vertrouwensinspecteur' };
const POLITIE = { role: 'politie', name: 'Politie, zonder spoed' };

/**
 * Whom to call, as lines such as "Vertrouwensinspecteur: 0900-1113111": 112 in danger, the vertrouwensinspecteur for the
 * gravest, and when a report can go to nobody also who of the organisation may know, and the police where it may be a crime.
 */
export function callLines({ organisation, may, law, cases, straight, nobody }: Calling): readonly string[] {
  const national = ({ role, name }: typeof INSPECTEUR) => {
    const phone = law.find((article) => article.role === role)?.phone ?? phoneOf(organisation, role);
    return phone === undefined ? [] : [`${name}: ${phone}`];
  };
  const grave = straight !== undefined || cases.includes('bestuur-betrokken');
  const lines = [
    ...(cases.includes('gevaar') ? ['Direct gevaar: 112'] : []),
    ...(nobody ? ofTheOrganisation(organisation, may) : []),
    ...(grave || nobody ? national(INSPECTEUR) : []),
    ...(nobody && (cases.includes('strafbaar') || cases.includes('seksueel-beeld')) ? national(POLITIE) : []),
  ];
  return [...new Set(lines)];
}

function ofTheOrganisation(organisation: Organisation, may: (person: Person) => boolean): readonly string[] {
  const everywhere = organisation.locations.map(({ id }) => ({ location: id }));
  const high = [BESTUUR, TOEZICHT].flatMap((role) =>
    everywhere.flatMap((near) => peopleWith(organisation, role, near)),
  );
  return [crisisContact(organisation), ...high].flatMap((person) => {
    const phone = person === undefined || !may(person) ? undefined : phoneOf(organisation, '', person);
    return person === undefined || phone === undefined ? [] : [`${calledBy(person)}: ${phone}`];
  });
}
