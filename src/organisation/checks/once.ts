import { basename } from 'node:path';
import type { Fault } from '../../content/parse.ts';
import type { OrganisationFile, Report } from './report.ts';

/** What is looked up by name stands once, and an organisation is called what its file is called. */
export function checkOnce({ file, located }: OrganisationFile, report: Report): void {
  const { value: organisation, lineOf } = located;
  const name = basename(file, '.yaml');
  if (organisation.id !== name)
    report(['id'], `id is "${organisation.id}" but the file is called ${name}.yaml; make them equal`);
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  for (const { name, at, first } of repeated(ids(organisation.locations)))
    report(
      ['locations', at, 'id'],
      `location ${name} stands twice, first on line ${lineOf(['locations', first, 'id'])}; give each its own id`,
    );
  for (const { name, at, first } of repeated(ids(organisation.teams)))
    report(
      ['teams', at, 'id'],
      `team ${name} stands twice, first on line ${lineOf(['teams', first, 'id'])}; give each its own id`,
    );
  for (const { name, at, first } of repeated(organisation.people.map(({ email }) => email)))
    report(
      ['people', at, 'email'],
      `${name} stands twice, first on line ${lineOf(['people', first, 'email'])}; a person has one place in this file`,
    );
}

type Repeated = { readonly name: string; readonly at: number; readonly first: number };

function repeated(names: readonly string[]): readonly Repeated[] {
  return names.flatMap((name, at) => {
    const first = names.indexOf(name);
    return first < at ? [{ name, at, first }] : [];
  });
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
