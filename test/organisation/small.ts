import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { ContentError } from '../../src/content/parse.ts';
import type { Agreed } from '../../src/organisation/agreed.ts';
import { loadOrganisations, type Organisations } from '../../src/organisation/load.ts';
import { personByEmail } from '../../src/organisation/people.ts';
import type { Person } from '../../src/organisation/person.ts';
import { type Organisation, organisationFile } from '../../src/organisation/schema.ts';

/** A board with two schools, small enough to read: one with two teams and a directie that is a set, one without teams. */
export const small = `id: klein
name: Stichting Klein
platforms:
  teams: { tenants: [00000000-0000-4000-8000-0000000000a1] }
  slack: { workspaces: [T1] }
locations:
  - { id: noord, name: School Noord, protocol: groot }
  - id: zuid
    name: School Zuid
    protocol: kort
    hours: { days: [ma, di], from: "10:00", to: "12:00" }
teams:
  - { id: onder, name: Onderbouw, location: noord }
  - { id: boven, name: Bovenbouw, location: noord }
people:
  - email: Bestuur@Klein.example
    function: Bestuurder
    location: noord
    roles: [{ role: bestuur, reach: board }]
  - email: directeur@klein.example
    function: Directeur
    location: noord
    reportsTo: bestuur@klein.example
    phone: "020-1"
    roles: [{ role: directeur, reach: location }]
  - email: leider.onder@klein.example
    function: Teamleider onderbouw
    location: noord
    team: onder
    reportsTo: directeur@klein.example
    deputy: leider.boven@klein.example
    roles: [{ role: leidinggevende, reach: team }, { role: teamleider, reach: team }]
  - email: leider.boven@klein.example
    name: Noor
    function: Teamleider bovenbouw
    location: noord
    team: boven
    reportsTo: directeur@klein.example
    deputy: directeur@klein.example
    absent: [{ from: 2026-12-01, to: 2026-12-04 }]
    roles: [{ role: leidinggevende, reach: team }, { role: teamleider, reach: team }]
  - email: docent@klein.example
    function: Docent
    location: noord
    team: onder
    reportsTo: leider.onder@klein.example
  - email: leraar@klein.example
    function: Leraar
    location: zuid
    reportsTo: hoofd@klein.example
  - email: hoofd@klein.example
    function: Schoolhoofd
    location: zuid
    reportsTo: bestuur@klein.example
    roles: [{ role: directeur, reach: location }, { role: directeur, reach: team, of: boven }]
hours: { days: [ma, di, wo, do, vr], from: "08:00", to: "17:00" }
holidays:
  - { from: 2026-12-19, to: 2027-01-03, name: kerstvakantie }
  - { from: 2026-11-24, to: 2026-11-24, name: studiedag, locations: [noord] }
crisis: directeur@klein.example
defaults:
  misstand: bestuur
phones:
  directeur: "020-2"
  politie: 0900-8844
`;

/** What its two protocols and the law agreed. */
export const agreed: Agreed = {
  protocols: [
    {
      id: 'groot',
      roles: [
        { role: 'leidinggevende', members: [] },
        { role: 'teamleider', members: [] },
        { role: 'directeur', members: [] },
        { role: 'directie', members: ['directeur', 'teamleider'] },
        { role: 'iedereen', members: ['directie', 'iedereen'] },
      ],
      contacts: [
        { case: 'twijfel', roles: ['leidinggevende'], article: 'A.1' },
        { case: 'ontsporing', roles: ['directie'], article: 'A.2' },
        { case: 'misstand', roles: ['directie'], article: 'A.3' },
      ],
    },
    {
      id: 'kort',
      roles: [{ role: 'directeur', members: [] }],
      contacts: [{ case: 'twijfel', roles: ['directeur'], article: '1' }],
    },
    { id: 'ander', roles: [{ role: 'conciërge', members: [] }], contacts: [] },
  ],
  cases: ['twijfel', 'ontsporing', 'misstand'],
  lawRoles: ['politie', 'privacy'],
};

/** Writes files into a folder of their own and reads them; the folder is gone afterwards. */
export function load(files: Readonly<Record<string, string>>, known: Agreed = agreed): Organisations {
  const folder = join(mkdtempSync(join(tmpdir(), 'organisations-')), 'made');
  try {
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return loadOrganisations(folder, known);
  } finally {
    rmSync(join(folder, '..'), { recursive: true });
  }
}

/** What is wrong with the files, each fault as `klein.yaml:12: message`, without the folder. */
export function faultsIn(files: Readonly<Record<string, string>>, known: Agreed = agreed): string[] {
  try {
    load(files, known);
    return [];
  } catch (cause) {
    if (!(cause instanceof ContentError)) throw cause;
    return cause.faults.map(({ file, line, message }) => `${file.replace(/^.*\//, '')}:${line}: ${message}`);
  }
}

/** The small organisation, with other parts where given. */
export function organisationWith(parts: Partial<z.input<typeof organisationFile>> = {}): Organisation {
  const [organisation] = load({ 'klein.yaml': small }).all;
  return organisationFile.parse({ ...organisation, deadlines: {}, ...parts });
}

/** Somebody of an organisation, by what stands before the @. */
export function who(organisation: Organisation, name: string): Person {
  const found = organisation.people.find(({ email }) => email.startsWith(`${name}@`));
  if (found === undefined || personByEmail(organisation, found.email) !== found) throw new Error(`no person ${name}`);
  return found;
}

/** People as what stands before the @, in their order. */
export const named = (people: readonly (Person | undefined)[]) =>
  people.map((person) => person?.email.replace(/@.*/, '') ?? 'nobody').join(' ');
