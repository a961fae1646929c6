import type { Organisation } from '../schema.ts';
import type { Report } from './report.ts';

const said = {
  reportsTo: 'reports to themselves in the end; somebody must be the last',
  deputy: 'would stand in for themselves in the end; let the last deputy have none',
} as const;

/** Nobody may come back to themselves by reportsTo or by deputies: a case would go round for ever. Each circle is told once. */
export function checkCircles(organisation: Organisation, report: Report): void {
  for (const key of ['reportsTo', 'deputy'] as const) {
    const next = new Map(organisation.people.map((person) => [person.email, person[key]]));
    const told = new Set<string>();
    organisation.people.forEach(({ email }, i) => {
      const circle = told.has(email) ? undefined : circleFrom(email, next);
      if (circle === undefined) return;
      for (const each of circle) told.add(each);
      report(['people', i, key], `${email} ${said[key]}: ${[...circle, email].join(' → ')}`);
    });
  }
}

/** Everybody on the way from somebody back to the same one, or undefined when the way ends elsewhere. */
function circleFrom(start: string, next: ReadonlyMap<string, string | undefined>): readonly string[] | undefined {
  const way = new Set<string>();
  for (let each: string | undefined = start; each !== undefined && !way.has(each); each = next.get(each)) {
    way.add(each);
    if (next.get(each) === start) return [...way];
  }
  return undefined;
}
