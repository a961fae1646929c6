import { personByEmail } from '../../organisation/people.ts';
import type { Person } from '../../organisation/person.ts';
import { mentionsIn } from '../../report/people.ts';
import type { Report } from '../../report/report.ts';
import type { Staff } from '../cases/staff.ts';

/** Who of the organisation a report may be about by its text, besides who was chosen already: to be asked, never assumed. */
export function peopleIn({ organisation, person, protocol }: Staff, report: Report): Person[] {
  const text = [report.what, report.where].join('\n');
  return mentionsIn(text, { organisation, reporter: person, protocol })
    .filter(({ email }) => !report.about.includes(email))
    .flatMap(({ email }) => personByEmail(organisation, email) ?? []);
}
