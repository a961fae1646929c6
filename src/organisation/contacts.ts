import { personByEmail } from './people.ts';
import type { Person } from './person.ts';
import type { Organisation } from './schema.ts';

/** The role that a case goes to when the protocol names nobody for it, or only roles that nobody has. */
export function defaultRole(organisation: Organisation, contactCase: string): string | undefined {
  return own(organisation.defaults, contactCase);
}

/** Who gets what is urgent outside working hours. Present or not: see `actingFor`. */
export function crisisContact(organisation: Organisation): Person | undefined {
  return personByEmail(organisation, organisation.crisis);
}

/** Where to call: the number of the person who has the role, or else that of the role. */
export function phoneOf(organisation: Organisation, role: string, person?: Person): string | undefined {
  return person?.phone ?? own(organisation.phones, role);
}

/** A name that came from outside must not find what every object has, such as `constructor`. */
function own(record: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
