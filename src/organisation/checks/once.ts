import { basename } from 'node:path';
import type { Fault } from '../../content/parse.ts';
import type { Organisation } from '../schema.ts';
import type { OrganisationFile, Report } from './report.ts';

/** What is looked up by name stands once, and an organisation is called what its file is called. */
export function checkOnce(organisation: Organisation, file: string, report: Report): void {
  const name = basename(file, '.yaml');
  if (organisation.id !== name)
    report(['id'], `id is "${organisation.id}" but the file is called ${name}.yaml; make them equal`);
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  for (const i of repeated(ids(organisation.locations)))
    report(['locations', i, 'id'], `location ${organisation.locations[i]?.id} stands twice; give each its own id`);
  for (const i of repeated(ids(organisation.teams)))
    report(['teams', i, 'id'], `team ${organisation.teams[i]?.id} stands twice; give each its own id`);
  for (const i of repeated(organisation.people.map(({ email }) => email)))
    report(
      ['people', i, 'email'],
      `${organisation.people[i]?.email} stands twice; a person has one place in this file`,
    );
}

function repeated(names: readonly string[]): number[] {
  return names.flatMap((name, i) => (names.indexOf(name) < i ? [i] : []));
}

/** A tenant or workspace belongs to one organisation: with two, somebody would get another board's schools. */
export function checkPlatforms(files: readonly OrganisationFile[]): Fault[] {
  const seen = new Map<string, string>();
  const all = files.flatMap(({ file, located }) => {
    const { teams, slack } = located.value.platforms;
    return [
      ...teams.tenants.map((id, i) => ({ file, located, id, at: ['teams', 'tenants', i], what: 'tenant' })),
      ...slack.workspaces.map((id, i) => ({ file, located, id, at: ['slack', 'workspaces', i], what: 'workspace' })),
    ];
  });
  return all.flatMap(({ file, located, id, at, what }) => {
    const earlier = seen.get(id);
    seen.set(id, file);
    if (earlier === undefined) return [];
    return [{ file, line: located.lineOf(['platforms', ...at]), message: `${what} ${id} is also named in ${earlier}` }];
  });
}
