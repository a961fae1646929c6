import { FolderReader } from '../content/folder.ts';
import type { Agreed } from './agreed.ts';
import { checkCircles } from './checks/circles.ts';
import { checkFilled } from './checks/filled.ts';
import { checkOnce, checkPlatforms } from './checks/once.ts';
import { checkReferences } from './checks/references.ts';
import type { OrganisationFile, Report } from './checks/report.ts';
import { type Organisation, organisationFile } from './schema.ts';

/** Who is served: every organisation, and which one a platform's own id belongs to. */
export type Organisations = {
  /** By name, the made-up board last: the first is the one that the page shows. */
  readonly all: readonly Organisation[];
  byId(id: string): Organisation | undefined;
  byTenant(tenant: string): Organisation | undefined;
  byWorkspace(workspace: string): Organisation | undefined;
};

/** Comes with the bot. */
const MADE_UP = 'example.yaml';

/**
 * Reads and checks the organisations folder.
 * @param agreed what the protocols and the law say that an organisation has to fill in
 * @throws ContentError with every fault by file and line
 */
export function loadOrganisations(folder: string, agreed: Agreed): Organisations {
  const reader = new FolderReader(folder);
  const names = reader.names('.').toSorted((one, other) => Number(one === MADE_UP) - Number(other === MADE_UP));
  const files = names.map((name) => reader.read(name, organisationFile)).filter((file) => file !== undefined);
  for (const file of files) checkOrganisation(file, agreed, reader);
  reader.fault(...checkPlatforms(files));
  if (names.length === 0)
    reader.fault({ file: folder, line: 1, message: 'no organisation (*.yaml) in this folder; see example.yaml' });
  reader.throwFaults();
  return indexed(files.map(({ located }) => located.value));
}

/** What follows from names is only checked once every name is right: before that its faults would mislead. */
function checkOrganisation({ file, located }: OrganisationFile, agreed: Agreed, reader: FolderReader): void {
  const organisation = located.value;
  let faults = 0;
  const report: Report = (path, message) => {
    faults += 1;
    reader.fault({ file, line: located.lineOf(path), message });
  };
  checkOnce({ file, located }, report);
  checkReferences(organisation, agreed, report);
  if (faults > 0) return;
  checkCircles(organisation, report);
  checkFilled(organisation, agreed, report);
}

function indexed(all: readonly Organisation[]): Organisations {
  const find = (test: (organisation: Organisation) => boolean) => all.find(test);
  return {
    all,
    byId: (id) => find((organisation) => organisation.id === id),
    byTenant: (tenant) => find(({ platforms }) => platforms.teams.tenants.includes(tenant.toLowerCase())),
    byWorkspace: (workspace) => find(({ platforms }) => platforms.slack.workspaces.includes(workspace)),
  };
}
