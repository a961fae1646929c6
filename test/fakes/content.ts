import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inMemory } from './in-memory.ts';

/** A folder of files that is gone when the test is over: name → text. */
export function folderOf(files: Readonly<Record<string, string>>): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(inMemory, 'bij-twijfel-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** The smallest content folder that is right; tests change one thing in it. */
export const smallest = {
  'klein.yaml': `id: klein
meta:
  name: Klein protocol
  school: School Klein
  sector: vo
  preamble: Waarom.
  scope: Waarover.
  adoptedBy: null
  medezeggenschap: null
  date: 2022-03
  version: null
  cite: null
  link: null
  definitions:
    - { term: directie, meaning: de baas, article: A.1 }
  blanks: { school: de school }
roles:
  leidinggevende: { name: je leidinggevende, reach: team, article: A.1 }
  directie: { name: de directie, members: [leidinggevende] }
chapters:
  - id: A
    title: Afspraken
    articles:
      - id: A.1
        place: A.1
        title: Twijfel
        short: Vraag het.
        text: Vraag het aan je leidinggevende op {school}.
        audience: [medewerker]
        situation: beide
        force: contact
        contacts:
          - { case: twijfel, roles: [leidinggevende] }
        duties:
          - { what: maatregel, force: mag, by: [directie] }
        topics: [twijfel]
      - id: A.2
        place: A.2
        title: Maatregelen
        short: Het kan gevolgen hebben.
        text: Het kan gevolgen hebben.
        audience: [medewerker, leerling]
        situation: werk
        force: gevolg
        measures: [waarschuwing]
        topics: [twijfel]
`,
  'wet.yaml': `articles:
  - id: noodnummer
    title: Gevaar
    short: Bel 112.
    text: Bel 112.
    source: Rijksoverheid
    checked: "2026-11-21"
    phone: "112"
    cases: [gevaar]
    sectors: [po, vo, mbo]
`,
  'lexicon.yaml': 'synonyms: []\nabbreviations: {}\n',
  'topics/een.yaml': '- id: twijfel\n  name: twijfel\n  kind: doubt\n  asks: [Mag dit wel?]\n',
} as const;
