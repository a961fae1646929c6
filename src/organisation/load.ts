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
  const files = reader
    .names('.')
    .map((name) => reader.read(name, organisationFile))
    .filter((file) => file !== undefined);
  for (const file of files) checkOrganisation(file, protocols, reader);
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
  organisation.locations.forEach((location, i) => {
    if (protocols.has(location.protocol)) return;
    const message = `location ${location.id} has protocol "${location.protocol}"; there is ${[...protocols].join(', ')}`;
    reader.fault({ file, line: located.lineOf(['locations', i, 'protocol']), message });
  });
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
