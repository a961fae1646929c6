import { actingFor, deputyOf } from '../organisation/absence.ts';
import { calendarOf, dayOf } from '../organisation/calendar.ts';
import { crisisContact } from '../organisation/contacts.ts';
import { isLast, nextLevel } from '../organisation/levels.ts';
import { calledBy, personByEmail } from '../organisation/people.ts';
import type { Person } from '../organisation/person.ts';
import type { Organisation } from '../organisation/schema.ts';
import type { Case, Recipient } from './case.ts';
import type { Deadline, Line, Rules } from './rules.ts';

/** What decides which rules count for a case. */
export type Ruled = Pick<Case, 'location' | 'subject' | 'kind' | 'urgent'>;

/**
 * The rules for a case, out of an organisation file: the calendar of its location, the deadline of its subject, and who comes
 * after whom. Who is absent now is passed over for who stands in.
 */
export function rulesOf(organisation: Organisation, kase: Ruled, now: Date): Rules {
  const day = dayOf(organisation, now);
  const contact = crisisContact(organisation);
  const crisis = contact && (actingFor(organisation, contact, day) ?? contact);
  return {
    calendar: calendarOf(organisation, kase.location),
    deadline: deadlineOf(organisation, kase),
    line: lineOf(organisation, day),
    ...(crisis === undefined
      ? {}
      : { crisis: recipient(crisis, 'buiten werktijd gaat wat haast heeft eerst hierheen') }),
  };
}

function deadlineOf({ deadlines }: Organisation, { kind, subject, urgent }: Ruled): Deadline {
  if (kind === 'report') return urgent ? deadlines.spoed : deadlines.melding;
  if (subject === 'ontsporing') return deadlines.ontsporing;
  return urgent ? deadlines.spoed : deadlines.twijfel;
}

function lineOf(organisation: Organisation, day: string): Line {
  return {
    deputyOf: (email) => {
      const person = personByEmail(organisation, email);
      const deputy = person && deputyOf(organisation, person);
      const acting = deputy && actingFor(organisation, deputy, day);
      if (person === undefined || acting === undefined || acting === person) return undefined;
      return recipient(acting, `vervangt ${calledBy(person)}`);
    },
    nextLevelOf: (email) => {
      const person = personByEmail(organisation, email);
      const found = person && levelAbove(organisation, person, day);
      return found && recipient(found, 'is het volgende niveau');
    },
  };
}

/** The nearest level above with somebody there; for the last level, absent or not, somebody: it is never nobody. */
function levelAbove(organisation: Organisation, person: Person, day: string): Person | undefined {
  // A level whose stand-in is this very person is climbed over, or going up would end there.
  for (let above = nextLevel(organisation, person); above !== undefined; above = nextLevel(organisation, above)) {
    const acting = actingFor(organisation, above, day) ?? (isLast(above) ? above : undefined);
    if (acting !== undefined && acting !== person) return acting;
  }
  return undefined;
}

function recipient(person: Person, reason: string): Recipient {
  return { email: person.email, role: person.function, reason };
}
