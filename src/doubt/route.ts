import type { Recipient } from '../handover/case.ts';
import { actingFor } from '../organisation/absence.ts';
import { crisisContact, defaultRole, phoneOf } from '../organisation/contacts.ts';
import { nextLevel } from '../organisation/levels.ts';
import { calledBy, peopleFor, peopleWith } from '../organisation/people.ts';
import type { Person } from '../organisation/person.ts';
import { BESTUUR } from '../organisation/roles.ts';
import type { Organisation } from '../organisation/schema.ts';
import { roleFacts } from '../protocol/facts.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { Consult } from './advice.ts';

/** Whose doubt it is, and where and when. */
export type Asking = {
  readonly organisation: Organisation;
  readonly person: Person;
  readonly protocol: Protocol;
  /** The day at the school, as 2026-12-19. */
  readonly day: string;
};

/**
 * Whom a doubt goes to, in order, each with why: the people with the roles that the ending names, or else with the role
 * that the organisation fills in, or else the next level. Who is absent is replaced by who stands in. Never the asker.
 * @returns an empty list when there is nobody at all: see `whomToCall`
 */
export function routeOf(asking: Asking, consult: Consult): readonly Recipient[] {
  const named = consult.roles.flatMap((role) => holdersOf(asking, role, reasonFor(asking.protocol, role)));
  const found = named.length > 0 ? named : fallback(asking, consult);
  return onceEach(found).map((each) => ({ ...each, article: consult.article }));
}

function fallback(asking: Asking, consult: Consult): Recipient[] {
  const { organisation, person, protocol } = asking;
  const missing = 'de functie uit het protocol is hier niet ingevuld';
  const role = defaultRole(organisation, consult.subject === 'vraag' ? 'onvoorzien' : consult.subject);
  const found = role === undefined ? [] : holdersOf(asking, role, `${missing}; daarom ${nameOf(protocol, role)}`);
  if (found.length > 0) return found;
  const above = nextLevel(organisation, person);
  return above === undefined ? [] : [present(asking, above, `${missing}; daarom het volgende niveau`)];
}

function holdersOf(asking: Asking, role: string, reason: string): Recipient[] {
  const { organisation, person, protocol } = asking;
  return peopleFor(organisation, person, role, roleFacts(protocol)).map((each) => present(asking, each, reason));
}

/** Who is there: the person, or who stands in. Nobody there at all: the person, and the hand-over goes on from there. */
function present({ organisation, person, day }: Asking, wanted: Person, reason: string): Recipient {
  const acting = actingFor(organisation, wanted, day);
  if (acting === undefined || acting === wanted || acting === person) {
    return { email: wanted.email, role: wanted.function, reason };
  }
  return { email: acting.email, role: acting.function, reason: `${reason}; vervangt ${calledBy(wanted)}` };
}

/** "je leidinggevende"; for a set who belongs to it. */
function reasonFor(protocol: Protocol, role: string): string {
  const isSet = (protocol.roles.get(role)?.members.length ?? 0) > 0;
  return isSet ? `hoort bij ${nameOf(protocol, role)}` : nameOf(protocol, role);
}

/** How the protocol calls a role, for staff. */
export const nameOf = (protocol: Protocol, role: string): string => protocol.roles.get(role)?.name ?? role;

function onceEach(line: readonly Recipient[]): Recipient[] {
  return line.filter((each, i) => line.findIndex((other) => other.email === each.email) === i);
}

/** The numbers to call of the roles of a protocol, for this person: of who has the role and is there, or of the role. */
export function phonesFor({ organisation, person, protocol, day }: Asking): Readonly<Record<string, string>> {
  const found = [...protocol.roles.keys()].flatMap((role) => {
    const [first] = peopleFor(organisation, person, role, roleFacts(protocol));
    const acting = first && (actingFor(organisation, first, day) ?? first);
    const phone = phoneOf(organisation, role, acting);
    return phone === undefined ? [] : [[role, phone] as const];
  });
  return Object.fromEntries(found);
}

/** Who can be called when a doubt can go to nobody: "Crisiscoördinator: 000-0000004". */
export function whomToCall({ organisation, person }: Pick<Asking, 'organisation' | 'person'>): readonly string[] {
  const people = [crisisContact(organisation), ...peopleWith(organisation, BESTUUR, person)];
  const lines = people.flatMap((each) => {
    const phone = each === undefined || each === person ? undefined : phoneOf(organisation, '', each);
    return each === undefined || phone === undefined ? [] : [`${calledBy(each)}: ${phone}`];
  });
  return [...new Set(lines)];
}
