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
import { show } from '../turn.ts';
import { formOf, readAgain, reportFor } from './forms.ts';
import { reportVerbs } from './verbs.ts';

/** Who must not know of a report from now on. */

/** What a list to choose from holds, and what one of its values holds. */
const MOST_PEOPLE = 100;
const LONGEST = 75;

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
      note: 'Dit gaat meteen in, en je kunt het niet terugdraaien.',
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
 * Whom one can choose: everybody but oneself, those of the own school and who lead others first. The list is the same for
 * every report, so that it tells nothing of who reported one or who is excluded already.
 */
export function peopleFor({ organisation, person }: Staff): Choice[] {
  const leads = new Set(organisation.people.flatMap(({ reportsTo, deputy }) => [reportsTo, deputy]));
  const near = (each: Person) => each.location === person.location || each.roles.some(({ reach }) => reach === 'board');
  const weight = (each: Person) => (near(each) ? 0 : 2) + (leads.has(each.email) ? 0 : 1);
  return organisation.people
    .filter((each) => each !== person && each.email.length <= LONGEST)
    .toSorted((a, b) => weight(a) - weight(b))
    .slice(0, MOST_PEOPLE)
    .map((each) => ({ title: labelOf(each), value: each.email }));
}

/** "J. Jansen, Docent wiskunde"; the function alone where the file gives no name. */
export const labelOf = (person: Person): string =>
  (person.name === undefined ? calledBy(person) : `${person.name}, ${person.function}`).slice(0, LONGEST);
