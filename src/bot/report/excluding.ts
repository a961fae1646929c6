import { randomUUID } from 'node:crypto';
import type { Choice } from '../../cards/case-read.ts';
import { reportExcludeScreen } from '../../cards/report-forms.ts';
import type { Values } from '../../conversation/event.ts';
import type { Reply } from '../../conversation/reply.ts';
import { calledBy } from '../../organisation/people.ts';
import type { Person } from '../../organisation/person.ts';
import { emailsIn } from '../../report/form.ts';
import { carriedOut } from '../cases/acting.ts';
import { fieldError, noCase, notSaved } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import type { Staff } from '../cases/staff.ts';
import { openStep } from '../cases/verbs.ts';
import { schoolName } from '../cases/words.ts';
import { show } from '../turn.ts';
import { fittingTitle } from '../words.ts';
import { formOf, readAgain, reportFor } from './forms.ts';
import { reportVerbs } from './verbs.ts';

/** Who must not know of a report from now on. */

/** What a list to choose from holds, and what one of its values holds. */
const MOST_PEOPLE = 100;
const LONGEST = 75;
const NOT_ON_IT = ' De lijst is niet compleet: staat iemand er niet bij, zet dat dan in een notitie.';

export function excludeForm(staff: Staff, ref: string): Promise<readonly Reply[]> {
  const form = {
    ref,
    verb: 'exclude',
    during: reportVerbs.excludeForm,
    title: 'Iemand uitsluiten',
    closed: true,
  } as const;
  return formOf(staff, form, () =>
    reportExcludeScreen({
      intro: 'Gaat de melding ook over iemand die hier werkt? Die krijgt of ziet er dan niets meer van.',
      people: peopleFor(staff),
      note: `Dit gaat meteen in, en je kunt het niet terugdraaien.${isCut(staff) ? NOT_ON_IT : ''}`,
      send: { title: 'Uitsluiten', verb: reportVerbs.exclude, data: { nonce: randomUUID(), ref } },
      back: openStep(ref, 'Terug'),
    }),
  );
}

export function exclude(staff: Staff, values: Values): Promise<readonly Reply[]> {
  const { ref = '' } = values;
  return guarded(
    staff,
    reportVerbs.exclude,
    async () => {
      if ((await reportFor(staff, ref, 'exclude')) === undefined) return [show(noCase())];
      const emails = chosenFrom(staff, values.over);
      if (emails === undefined) return [fieldError('over', 'Kies mensen uit de lijst.')];
      return carriedOut(staff, ref, { verb: 'exclude', emails }, readAgain(staff, ref));
    },
    notSaved,
  );
}

/** Those of the list that were chosen; undefined when that is nobody, or somebody who is not on it. */
export function chosenFrom(staff: Staff, value: string | undefined): readonly string[] | undefined {
  const emails = emailsIn(value);
  const known = new Set(staff.organisation.people.map(({ email }) => email));
  return emails.length > 0 && emails.every((email) => known.has(email) && email !== staff.person.email)
    ? emails
    : undefined;
}

/**
 * Whom one can choose: everybody but oneself, those of the own school first, then who works for all schools, then the others
 * school by school. The list is the same for every report, so that it tells nothing of who reported one or who is excluded
 * already. Where there are too many, those who lead others stay.
 */
export function peopleFor(staff: Staff): Choice[] {
  const { organisation, person } = staff;
  const leads = new Set(organisation.people.flatMap(({ reportsTo, deputy }) => [reportsTo, deputy]));
  const last = (each: Person) => (leads.has(each.email) ? 0 : 1);
  const near = (each: Person) => (distance(staff, each) < ELSEWHERE ? 0 : 2);
  return organisation.people
    .filter((each) => each !== person && each.email.length <= LONGEST)
    .toSorted((a, b) => near(a) + last(a) - near(b) - last(b))
    .slice(0, MOST_PEOPLE)
    .toSorted((a, b) => distance(staff, a) - distance(staff, b) || last(a) - last(b))
    .map((each) => ({ title: labelOf(staff, each), value: each.email }));
}

/** From here on it is another school. */
const ELSEWHERE = 2;

/** How far somebody is from who looks: of the same school, of the whole board, or of which other school. */
function distance({ organisation, person }: Staff, other: Person): number {
  if (other.location === person.location) return 0;
  if (other.roles.some(({ reach }) => reach === 'board')) return 1;
  return ELSEWHERE + organisation.locations.findIndex(({ id }) => id === other.location);
}

/** Whether there are more people than a list can hold: then the form says what to do about somebody who is not on it. */
export const isCut = ({ organisation }: Staff): boolean => organisation.people.length - 1 > MOST_PEOPLE;

/** "J. Jansen, Docent wiskunde"; the function alone where the file gives no name, and with the school where that is another. */
export function labelOf(staff: Staff, person: Person): string {
  const who = person.name === undefined ? calledBy(person) : `${person.name}, ${person.function}`;
  const elsewhere = distance(staff, person) >= ELSEWHERE;
  return fittingTitle(elsewhere ? `${who} (${schoolName(staff.organisation, person.location)})` : who);
}
