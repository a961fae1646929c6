import type { Values } from '../../conversation/event.ts';
import type { Report } from '../../report/report.ts';
import type { Staff } from '../cases/staff.ts';
import { firstOf, type Plan, planOf } from './plan.ts';

/**
 * Who gets a report may depend on whom it is about, and that is asked in the very step that says who gets it. What was said
 * is kept with the draft, so that a report never goes to somebody the reporter was not told of.
 */

/** The answer that it is about none of them; no e-mail. */
export const NONE = 'geen';

/** What follows from each answer: `any` when all answers but "none of them" come to the same. */
export type Outcomes = { readonly none: Plan; readonly any: Plan | undefined };

/** More people than this are not tried one by one: then the outcome is shown after the answer. */
const MOST_TRIED = 8;

/** @param people who is asked about, by e-mail; not empty */
export function outcomesOf(staff: Staff, report: Report, people: readonly string[]): Outcomes {
  const about = (emails: readonly string[]) => planOf(staff, withAbout(report, emails));
  const all = about(people);
  const tried = people.length > MOST_TRIED ? [] : people.map((each) => about([each]));
  const same = tried.length === people.length && tried.every((plan) => firstOf(plan) === firstOf(all));
  return { none: planOf(staff, report), any: same ? all : undefined };
}

export function withAbout(report: Report, emails: readonly string[]): Report {
  return { ...report, about: [...new Set([...report.about, ...emails])] };
}

const key = (emails: readonly string[]): string => (emails.length === 0 ? NONE : emails.toSorted().join(','));

/** What the card says, for the draft. */
export function promised({ none, any }: Outcomes): Values {
  return { belofte: firstOf(none) ?? '', ...(any === undefined ? {} : { belofteAnders: firstOf(any) ?? '' }) };
}

/** The same once the answer is known. */
export const promisedFor = (plan: Plan, chosen: readonly string[]): Values => ({
  belofteVoor: key(chosen),
  belofteWie: firstOf(plan) ?? '',
});

/** Whether the reporter was told that it goes where it would go now, with this answer. */
export function keepsPromise(draft: Values, plan: Plan, chosen: readonly string[]): boolean {
  const { belofte, belofteAnders, belofteVoor, belofteWie } = draft;
  const said = belofteVoor === key(chosen) ? belofteWie : chosen.length === 0 ? belofte : belofteAnders;
  return said !== undefined && said === (firstOf(plan) ?? '');
}
