import { holds, leaderOf, peopleWith } from './people.ts';
import type { Person } from './person.ts';
import { BESTUUR, TOEZICHT } from './roles.ts';
import type { Organisation } from './schema.ts';

/**
 * One level up: whom somebody reports to, or else the bestuur. Going up from anybody ends: the bestuur is the last level,
 * also where it reports to a supervisor; what is about the bestuur itself has a route of its own.
 * @returns undefined for the bestuur and for who stands above it
 */
export function nextLevel(organisation: Organisation, person: Person): Person | undefined {
  if (isLast(person)) return undefined;
  const leader = leaderOf(organisation, person);
  if (leader !== undefined) return leader;
  const bestuur = peopleWith(organisation, BESTUUR, person)[0];
  return bestuur === undefined || isAbove(organisation, person, bestuur) ? undefined : bestuur;
}

/** Whether nobody stands above this person: the bestuur, and its supervisor. */
export function isLast(person: Person): boolean {
  return holds(person, BESTUUR) || holds(person, TOEZICHT);
}

/** Whether somebody stands above another. Circles were refused when the file was read; a second visit ends it anyhow. */
function isAbove(organisation: Organisation, above: Person, below: Person): boolean {
  const climbed = new Set<Person>();
  for (let each: Person | undefined = below; each !== undefined && !climbed.has(each); ) {
    climbed.add(each);
    each = leaderOf(organisation, each);
    if (each === above) return true;
  }
  return false;
}
