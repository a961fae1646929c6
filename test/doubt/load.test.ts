import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ContentError } from '../../src/content/parse.ts';
import { loadWalks } from '../../src/doubt/load.ts';
import { protocols, walks } from './walks.ts';

/** A walk in which nothing is wrong. */
const sound = `id: calvijn
shortcuts: { ontsporing: [fel] }
questions:
  - id: waar
    ask: Wat wil je doen?
    why: [R.2]
    options:
      - { id: werk, say: Voor mijn werk }
      - { id: prive, say: Privé }
      - { id: fel, say: Het loopt uit de hand }
  - id: geheim
    when: { waar: [werk, prive] }
    ask: Is het vertrouwelijk?
    why: [D.1]
    options:
      - { id: nee, say: Nee }
      - { id: ja, say: Ja }
endings:
  - id: fel
    kind: ontsporing
    when: { waar: fel }
    say: Stop met reageren.
    articles: [C.2]
    contact: { roles: [leidinggevende], article: C.2 }
  - id: vraag
    kind: overleggen
    when: { waar: werk, geheim: ja }
    say: Vraag het eerst.
    articles: [C.3]
    contact: { roles: [leidinggevende], article: C.3 }
  - id: niet
    kind: niet-plaatsen
    when: { waar: prive, geheim: ja }
    say: Plaats dit niet.
    articles: [D.1]
  - id: mag
    kind: plaatsen
    say: Dit mag.
    articles: [U.5]
conditions:
  - id: mening
    when: { waar: prive }
    text: Zet erbij dat het je eigen mening is.
    article: D.2
`;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The faults of a walk: what stands on the line it names, and the message. */
function faultsOf(text: string, file = 'calvijn.yaml'): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'walks-'));
  folders.push(folder);
  mkdirSync(join(folder, 'walks'));
  writeFileSync(join(folder, 'walks', file), text);
  try {
    loadWalks(folder, protocols);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    expect(error.message).toContain(join('walks', file));
    return error.faults.map((fault) => `${text.split('\n')[fault.line - 1]?.trim()} | ${fault.message}`);
  }
}

const changed = (from: string, to: string) => {
  expect(sound).toContain(from);
  return faultsOf(sound.replace(from, to));
};

test('reads the five real walks', () => {
  expect([...walks.keys()].toSorted()).toEqual(['aeres', 'calvijn', 'gsv', 'model', 'msvr']);
});

test('finds nothing in a sound walk', () => expect(faultsOf(sound)).toEqual([]));

test('its print changes with every word', () => {
  const prints = [...walks.values()].map((walk) => walk.print);
  expect(new Set(prints).size).toBe(prints.length);
});

describe('names what does not exist, by its line', () => {
  test.each([
    ['an article behind a question', 'why: [R.2]', 'why: [R.9]', 'why: [R.9] | protocol calvijn has no article R.9'],
    [
      'an article of an ending',
      'articles: [U.5]',
      'articles: [U.99]',
      'articles: [U.99] | protocol calvijn has no article U.99',
    ],
    [
      'an article of a condition',
      'article: D.2',
      'article: D.22',
      'article: D.22 | protocol calvijn has no article D.22',
    ],
    [
      'a role',
      'roles: [leidinggevende], article: C.3',
      'roles: [baas], article: C.3',
      'contact: { roles: [baas], article: C.3 } | protocol calvijn has no role "baas"',
    ],
    [
      'a question',
      '{ waar: prive, geheim: ja }',
      '{ waar: prive, geheimm: ja }',
      'when: { waar: prive, geheimm: ja } | "geheimm" is no question',
    ],
    [
      'an option',
      '{ waar: werk, geheim: ja }',
      '{ waar: werk, geheim: jaa }',
      'when: { waar: werk, geheim: jaa } | question "geheim" has no option "jaa"',
    ],
    [
      'a place to fill',
      'say: Dit mag.',
      'say: "Dit mag bij {schol}."',
      'say: "Dit mag bij {schol}." | {schol} is not filled',
    ],
  ])('%s', (_, from, to, fault) => {
    expect(changed(from, to)).toEqual([expect.stringContaining(fault)]);
  });

  test('a protocol', () => {
    expect(faultsOf(sound.replace('id: calvijn', 'id: elders'), 'elders.yaml')).toEqual([
      expect.stringContaining('id: elders | there is no protocol "elders"'),
    ]);
  });

  test('a file with another name', () => {
    expect(faultsOf(sound, 'model.yaml')[0]).toContain(
      'id: calvijn | id is "calvijn" but the file is called model.yaml',
    );
  });
});

describe('refuses what an article does not say', () => {
  test.each([
    [
      'a role it does not send staff to',
      'roles: [leidinggevende], article: C.3',
      'roles: [directie], article: C.3',
      'contact: { roles: [directie], article: C.3 } | article C.3 does not send staff to "directie"',
    ],
    [
      'a role that acts rather than is asked',
      'articles: [C.3]\n    contact: { roles: [leidinggevende], article: C.3 }',
      'articles: [B.5]\n    contact: { roles: [directie], article: B.5 }',
      'contact: { roles: [directie], article: B.5 } | article B.5 does not send staff to "directie"',
    ],
    [
      'a rule for pupils as a condition for staff',
      'article: D.2',
      'article: A.5',
      'article: A.5 | article A.5 is not about staff',
    ],
    [
      'a contact by an article that is not cited',
      'articles: [C.3]',
      'articles: [U.5]',
      'contact: { roles: [leidinggevende], article: C.3 } | article C.3 names the contact but is not among',
    ],
    [
      'silence that the protocol does not have',
      'say: Plaats dit niet.',
      'say: Plaats dit niet.\n    silent: twijfel',
      'silent: twijfel | the protocol says nothing about naming nobody',
    ],
    [
      'to consult nobody',
      '    contact: { roles: [leidinggevende], article: C.3 }\n',
      '',
      '- id: vraag | ending "vraag" is overleggen, which must name a contact',
    ],
  ])('%s', (_, from, to, fault) => {
    expect(changed(from, to)).toEqual([expect.stringContaining(fault)]);
  });
});

describe('walks every way', () => {
  test.each([
    [
      'a way without an end',
      '    kind: plaatsen\n',
      '    kind: plaatsen\n    when: { waar: prive }\n',
      'no ending fits after werk → nee',
    ],
    [
      'a question that looks ahead, as in a circle',
      '    ask: Wat wil',
      '    when: { geheim: ja }\n    ask: Wat wil',
      'when: { geheim: ja } | "geheim" is no question that comes before this',
    ],
    [
      'a question that looks at itself',
      'when: { waar: [werk, prive] }',
      'when: { geheim: nee }',
      'when: { geheim: nee } | "geheim" is no question that comes before this',
    ],
    [
      'an ending nobody reaches',
      'when: { waar: prive, geheim: ja }',
      'when: { waar: fel, geheim: ja }',
      '- id: niet | no way leads to "niet" of endings',
    ],
    [
      'a condition that never counts',
      'when: { waar: prive }\n    text',
      'when: { waar: fel }\n    text',
      '- id: mening | no way leads to "mening" of conditions',
    ],
    [
      'a question without effect where it is asked',
      'when: { waar: prive, geheim: ja }',
      'when: { waar: prive }',
      'no way leads to',
    ],
    [
      'a shortcut that cannot be walked',
      'ontsporing: [fel]',
      'ontsporing: [fel, ja]',
      'shortcuts: { ontsporing: [fel, ja] } | these choices cannot be made',
    ],
    [
      'no way in for a discussion that derails',
      'shortcuts: { ontsporing: [fel] }\n',
      '',
      'there is no shortcut "ontsporing"',
    ],
    [
      'an ending before anything was asked',
      '    when: { waar: prive, geheim: ja }\n',
      '',
      '- id: niet | ending "niet" has no when',
    ],
    ['an id twice', '- id: geheim', '- id: waar', 'stands twice'],
  ])('%s', (_, from, to, fault) => {
    expect(changed(from, to)).toContainEqual(expect.stringContaining(fault));
  });

  test('a question that changes nothing on one way is a fault, although it matters on another', () => {
    const idle = sound
      .replace('when: { waar: [werk, prive] }', 'when: { waar: [werk, prive, vriend] }')
      .replace('      - { id: fel, say', '      - { id: vriend, say: Vrienden worden }\n      - { id: fel, say');
    expect(faultsOf(idle)).toContainEqual(
      '- id: geheim | question "geheim" changes nothing after vriend; do not ask it there',
    );
  });

  test('alike options by their line', () => {
    const alike = sound.replace(
      '      - { id: ja, say: Ja }',
      '      - { id: ja, say: Ja }\n      - { id: nou, say: Nou }',
    );
    expect(faultsOf(alike)).toEqual([
      expect.stringContaining('- { id: nou, say: Nou } | options "nee" and "nou" always lead to the same'),
    ]);
  });

  test('too many ways', () => {
    const many = Array.from(
      { length: 12 },
      (_, i) => `  - id: q${i}
    ask: Vraag?
    why: [R.2]
    options:
${['a', 'b', 'c'].map((id) => `      - { id: ${id}, say: ${id} }`).join('\n')}
`,
    ).join('');
    expect(faultsOf(sound.replace('endings:', `${many}endings:`))).toEqual([expect.stringContaining('too many ways')]);
  });
});

test('tells several faults at once', () => {
  expect(faultsOf(sound.replace('why: [R.2]', 'why: [R.9]').replace('why: [D.1]', 'why: [D.9]'))).toHaveLength(2);
});
