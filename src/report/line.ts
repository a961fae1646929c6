import { deputyOf, isAbsent } from '../organisation/absence.ts';
import { nextLevel } from '../organisation/levels.ts';
import { calledBy } from '../organisation/people.ts';
import type { Person } from '../organisation/person.ts';
import type { Organisation } from '../organisation/schema.ts';
import type { RouteRecipient } from './report.ts';

/** Somebody a report could go to, and why; whether they may and are there is for `lineOf`. */
export type Candidate = {
  readonly person: Person;
  readonly reason: string;
  /** See `Recipient`. */
  readonly openly?: string;
  readonly article?: string;
  readonly law?: string;
};

/** The organisation on one day, and who may get the report. */
export type Setting = {
  readonly organisation: Organisation;
  /** Of the school's own clock, as 2026-12-19. */
  readonly day: string;
  readonly may: (person: Person) => boolean;
};

/**
 * The line of a report: of the candidates in their order who may get it, each once. Who is away is replaced by who stands in;
 * who is away without anybody comes at the end, because late is better than nobody.
 */
export function lineOf(candidates: readonly Candidate[], setting: Setting): readonly RouteRecipient[] {
  const fit = candidates.filter(({ person }) => setting.may(person));
  const now = fit.flatMap((candidate) => acting(candidate, setting) ?? []);
  const line = [...now, ...fit.map(recipient)];
  return line.filter((each, i) => line.findIndex((other) => other.email === each.email) === i);
}

/** The levels above somebody, nearest first, up to the bestuur. */
export function levelsAbove(organisation: Organisation, person: Person, reason: string): readonly Candidate[] {
  const climbed: Person[] = [];
  for (let each = nextLevel(organisation, person); each !== undefined && !climbed.includes(each); ) {
    climbed.push(each);
    each = nextLevel(organisation, each);
  }
  return climbed.map((each) => ({ person: each, reason, openly: reason }));
}

/** The one who is there: the candidate, or the first deputy, the deputy's deputy and so on, who may get it and is there. */
function acting(candidate: Candidate, { organisation, day, may }: Setting): RouteRecipient | undefined {
  const asked = new Set<Person>();
  for (let each: Person | undefined = candidate.person; each !== undefined && !asked.has(each); ) {
    if (may(each) && !isAbsent(each, day))
      return recipient(each === candidate.person ? candidate : standIn(each, candidate));
    asked.add(each);
    each = deputyOf(organisation, each);
  }
  return undefined;
}

const standIn = (person: Person, candidate: Candidate): Candidate => ({
  ...candidate,
  person,
  reason: `${candidate.reason}; vervangt ${calledBy(candidate.person)}`,
  openly: 'je vervangt wie hiervoor is aangewezen',
});

const recipient = ({ person, ...why }: Candidate): RouteRecipient => ({
  email: person.email,
  role: person.function,
  ...why,
});
