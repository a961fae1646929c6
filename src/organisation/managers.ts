import { isLast } from './levels.ts';
import { leaderOf, personByEmail } from './people.ts';
import type { Person } from './person.ts';
import type { Organisation } from './schema.ts';

/** What a directory elsewhere says of whom people report to: an e-mail → the addresses of that person's manager. */
export type Managers = ReadonlyMap<string, readonly string[]>;

export type Managed = {
  /** The same object when nothing came of it. */
  readonly organisation: Organisation;
  /** How many have a manager whom the file does not name: nothing can go to those. */
  readonly unknown: number;
  /** How many would report to themselves in the end. */
  readonly circles: number;
};

/** For whom a manager is asked elsewhere: the file names none, and somebody stands above them. */
export function withoutLeader(organisation: Organisation): readonly Person[] {
  return organisation.people.filter((person) => person.reportsTo === undefined && !isLast(person));
}

/**
 * The organisation in which those whose leidinggevende the file does not name report to their manager elsewhere. What the file
 * says stands. A manager counts only as a person of the file: nobody else may see a case.
 */
export function withManagers(organisation: Organisation, managers: Managers): Managed {
  let now = organisation;
  let unknown = 0;
  let circles = 0;
  for (const { email } of withoutLeader(organisation)) {
    const addresses = managers.get(email) ?? [];
    const manager = addresses.map((each) => personByEmail(now, each)).find((each) => each !== undefined);
    if (manager === undefined) unknown += addresses.length === 0 ? 0 : 1;
    else if (isBelow(now, manager, email)) circles += 1;
    else now = reportingTo(now, email, manager.email);
  }
  return { organisation: now, unknown, circles };
}

/** Everybody else stays the very same object: people are compared as such. */
function reportingTo(organisation: Organisation, email: string, manager: string): Organisation {
  const people = organisation.people.map((each) => (each.email === email ? { ...each, reportsTo: manager } : each));
  return { ...organisation, people };
}

/** Whether climbing from a manager leads to this person, who then cannot report to them. */
function isBelow(organisation: Organisation, manager: Person, email: string): boolean {
  const climbed = new Set<Person>();
  for (let each: Person | undefined = manager; each !== undefined && !climbed.has(each); ) {
    if (each.email === email) return true;
    climbed.add(each);
    each = leaderOf(organisation, each);
  }
  return false;
}
