import { basename } from 'node:path';
import { FolderReader, type ReadFile } from '../content/folder.ts';
import { type Organisation, organisationFile } from './schema.ts';

/** Who is served: every organisation, and which one a platform's own id belongs to. */
export type Organisations = {
  readonly all: readonly Organisation[];
  byId(id: string): Organisation | undefined;
  byTenant(tenant: string): Organisation | undefined;
  byWorkspace(workspace: string): Organisation | undefined;
};

/**
 * Reads and checks the organisations folder.
 * @param protocols the ids of the protocols that exist
 * @throws ContentError with every fault by file and line
 */
export function loadOrganisations(folder: string, protocols: ReadonlySet<string>): Organisations {
  const reader = new FolderReader(folder);
  const names = reader.names('.');
  const files = names.map((name) => reader.read(name, organisationFile)).filter((file) => file !== undefined);
  for (const file of files) checkOrganisation(file, protocols, reader);
  checkIds(files, reader);
  if (names.length === 0) {
    reader.fault({
      file: folder,
      line: 1,
      message: 'no organisation (*.yaml) in this folder; see example.yaml',
    });
  }
  reader.throwFaults();
  return indexed(files.map(({ located }) => located.value));
}

function checkOrganisation(
  { file, located }: ReadFile<Organisation>,
  protocols: ReadonlySet<string>,
  reader: FolderReader,
): void {
  const organisation = located.value;
  const name = basename(file, '.yaml');
  if (organisation.id !== name) {
    reader.fault({
      file,
      line: located.lineOf(['id']),
      message: `id is "${organisation.id}" but the file is called ${name}.yaml; make them equal`,
    });
  }
  const seen = new Set<string>();
  organisation.locations.forEach((location, i) => {
    if (seen.has(location.id)) {
      const line = located.lineOf(['locations', i, 'id']);
      reader.fault({ file, line, message: `location ${location.id} stands twice; give each its own id` });
    }
    seen.add(location.id);
    if (protocols.has(location.protocol)) return;
    const message = `location ${location.id} has protocol "${location.protocol}"; there is ${[...protocols].join(', ')}`;
    reader.fault({ file, line: located.lineOf(['locations', i, 'protocol']), message });
  });
}

/** A tenant or workspace belongs to one organisation: with two, somebody would get another board's schools. */
function checkIds(files: readonly ReadFile<Organisation>[], reader: FolderReader): void {
  const seen = new Map<string, string>();
  for (const { file, located } of files) {
    const { teams, slack } = located.value;
    const ids = [
      ...teams.tenants.map((id, i) => ({ id, at: ['teams', 'tenants', i], what: 'tenant' })),
      ...slack.workspaces.map((id, i) => ({ id, at: ['slack', 'workspaces', i], what: 'workspace' })),
    ];
    for (const { id, at, what } of ids) {
      const earlier = seen.get(id);
      if (earlier !== undefined) {
        reader.fault({ file, line: located.lineOf(at), message: `${what} ${id} is also named in ${earlier}` });
      }
      seen.set(id, file);
    }
  }
}

function indexed(all: readonly Organisation[]): Organisations {
  const find = (test: (organisation: Organisation) => boolean) => all.find(test);
  return {
    all,
    byId: (id) => find((organisation) => organisation.id === id),
    byTenant: (tenant) => find((organisation) => organisation.teams.tenants.includes(tenant)),
    byWorkspace: (workspace) => find((organisation) => organisation.slack.workspaces.includes(workspace)),
  };
}
