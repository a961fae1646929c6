import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ContentError, type Fault } from '../../src/content/parse.ts';
import { loadLibrary } from '../../src/protocol/load.ts';
import { folderOf, smallest } from '../fakes/content.ts';

const made: { remove(): void }[] = [];
afterEach(() => {
  for (const each of made.splice(0)) each.remove();
});

type Files = Readonly<Record<string, string>>;

function load(files: Files) {
  const { folder, remove } = folderOf(files);
  made.push({ remove });
  return { folder, library: () => loadLibrary(folder) };
}

function faultsOf(files: Files): { folder: string; faults: readonly Fault[] } {
  const { folder, library } = load(files);
  try {
    library();
  } catch (error) {
    if (error instanceof ContentError) return { folder, faults: error.faults };
    throw error;
  }
  return { folder, faults: [] };
}

/** The smallest folder with one text in its protocol replaced; the line on which the replacement stands. */
function changed(from: string, to: string): { files: Files; line: number } {
  const text = smallest['klein.yaml'];
  if (!text.includes(from)) throw new Error(`not in the smallest protocol: ${from}`);
  const line = text.slice(0, text.indexOf(from)).split('\n').length;
  return { files: { ...smallest, 'klein.yaml': text.replace(from, () => to) }, line };
}

test('reads the smallest folder, and shows what a model leaves open as its file says', () => {
  const library = load(smallest).library();
  const protocol = library.protocols.get('klein');
  expect(protocol?.articles.map((article) => article.id)).toEqual(['A.1', 'A.2']);
  expect(protocol?.byId.get('A.1')?.text).toBe('Vraag het aan je leidinggevende op de school.');
  expect(protocol?.meta.date).toBe('2022-03');
  expect(library.law.map((article) => article.id)).toEqual(['noodnummer']);
  expect(library.topics.map((topic) => topic.id)).toEqual(['twijfel']);
});

describe('each cross check', () => {
  test.each([
    ['a wrong file name', 'id: klein', 'id: groot', 'id is "groot" but the file is called klein.yaml'],
    ['an unknown role in a contact', 'roles: [leidinggevende] }', 'roles: [rector] }', 'names the role "rector"'],
    ['an unknown role in a duty', 'by: [directie]', 'by: [politie]', 'names the role "politie"'],
    ['an unknown member of a role', 'members: [leidinggevende]', 'members: [conciërge]', 'member "conciërge" is not'],
    ['a role of an unknown article', 'reach: team, article: A.1', 'reach: team, article: B.7', 'refers to article B.7'],
    ['a definition of an unknown article', 'de baas, article: A.1', 'de baas, article: G.4', 'refers to article G.4'],
    [
      'an unknown topic',
      'topics: [twijfel]\n      - id',
      'topics: [nergens]\n      - id',
      'which no file in topics/ defines; choose another, or define it there',
    ],
    [
      'a topic misspelt',
      'topics: [twijfel]\n      - id',
      'topics: [twijvel]\n      - id',
      'defines; did you mean "twijfel"?',
    ],
    [
      'a role misspelt',
      'roles: [leidinggevende] }',
      'roles: [leidingevende] }',
      'not under roles; did you mean "leidinggevende"?',
    ],
    [
      'a text that is missing',
      '        text: Het kan gevolgen hebben.\n',
      '',
      'text: is missing; write it here, as text',
    ],
    ['a choice that is missing', '        force: gevolg\n', '', 'force: is missing; write one of mag, mag-mits'],
    [
      'a role that stands twice',
      '  directie: {',
      '  leidinggevende: {',
      '"leidinggevende" stands here a second time; it stands on line 18 too',
    ],
    ['a duplicated id', 'id: A.2', 'id: A.1', 'article A.1 stands twice, first on line 24; give'],
    ['a duplicated place', 'place: A.2', 'place: A.1', 'place "A.1" stands twice, first on line 25'],
    ['measures without gevolg', 'force: gevolg', 'force: moet', 'lists measures but its force is moet'],
    ['a place left open that nothing fills', 'op {school}.', 'op {schol}.', 'leaves {schol} open'],
    [
      'half a sentence',
      'meaning: de baas, article: A.1 }',
      'meaning: de baas, die beslist, article: A.1 }',
      'definitions.0.die beslist: there is no such name here; a text with a comma',
    ],
    ['a name that does not exist', 'place: A.1', 'plek: A.1', 'there is no such name here'],
    ['a force that does not exist', 'force: contact', 'force: misschien', 'force: Invalid option'],
    ['too long a short', 'short: Vraag het.', `short: ${'x'.repeat(161)}`, 'short: Too big'],
    ['no audience', 'audience: [medewerker]', 'audience: []', 'audience: Too small'],
    ['a date that is none', 'date: 2022-03', 'date: vorig jaar', 'date: a date is 2022, 2022-03 or 2022-03-21'],
  ])('%s', (_, from, to, message) => {
    const { files } = changed(from, to);
    const { folder, faults } = faultsOf(files);
    const told = faults.find((fault) => fault.message.includes(message));
    expect(faults.map((fault) => fault.message).join('\n')).toContain(message);
    expect(told?.file).toBe(join(folder, 'klein.yaml'));
    expect(told?.line).toBeGreaterThan(0);
  });

  test.each([
    ['roles: [leidinggevende] }', 'roles: [rector] }'],
    ['by: [directie]', 'by: [politie]'],
    ['de baas, article: A.1', 'de baas, article: G.4'],
    ['id: A.2', 'id: A.1'],
    ['force: contact', 'force: misschien'],
  ])('points at the line of “%s”', (from, to) => {
    const { files, line } = changed(from, to);
    expect(faultsOf(files).faults.map((fault) => fault.line)).toEqual([line]);
  });

  test('measures without gevolg are pointed at where the measures stand', () => {
    const { line } = changed('measures: [waarschuwing]', '');
    expect(faultsOf(changed('force: gevolg', 'force: moet').files).faults[0]?.line).toBe(line);
  });

  test('a chapter that stands twice', () => {
    const again = smallest['klein.yaml'].replace(/ {2}- id: A\n[\s\S]*/, (chapter) => chapter + chapter);
    const { faults } = faultsOf({ ...smallest, 'klein.yaml': again });
    expect(faults.map((fault) => fault.message)).toContainEqual(expect.stringContaining('chapter A stands twice'));
  });

  test('an incident beside which stands a topic that is not there', () => {
    const { folder, faults } = faultsOf({
      ...smallest,
      'topics/twee.yaml':
        '- id: ruzie\n  name: ruzie\n  kind: incident\n  beside:\n    - twijfel\n    - nergens\n  asks: [ruzie]\n',
    });
    const message = 'topic ruzie names "nergens", which is no topic';
    expect(faults).toEqual([{ file: join(folder, 'topics/twee.yaml'), line: 6, message }]);
  });

  test('a topic for others that is not there', () => {
    const { folder, faults } = faultsOf({
      ...smallest,
      'topics/twee.yaml': '- id: straf\n  name: straf\n  kind: rule\n  forOthers: [nergens]\n  asks: [straf]\n',
    });
    const message = 'topic straf names "nergens", which is no topic';
    expect(faults).toEqual([{ file: join(folder, 'topics/twee.yaml'), line: 4, message }]);
  });

  test.each([
    [
      'a text with a colon',
      'asks: [Mag dit wel?]',
      'asks:\n    - foto: online',
      5,
      /^0\.asks\.0: is read as something else .* quotation/,
    ],
    [
      'a number for a text',
      'asks: [Mag dit wel?]',
      'asks: [1984]',
      4,
      /^0\.asks\.0: is read as something else .* quotation/,
    ],
    ['a text for a list', 'asks: [Mag dit wel?]', 'asks: Mag dit wel?', 4, /^0\.asks: is no list/],
    ['nothing', 'asks: [Mag dit wel?]', 'asks:', 4, /^0\.asks: is empty; write it here, as a list/],
  ])('%s, in a topic', (_, from, to, line, message) => {
    const [fault, ...more] = faultsOf({
      ...smallest,
      'topics/een.yaml': smallest['topics/een.yaml'].replace(from, to),
    }).faults;
    expect(fault).toMatchObject({ line, message: expect.stringMatching(message) });
    expect(more).toEqual([]);
  });

  test('a topic in two files, and an article of the law that stands twice', () => {
    const { folder, faults } = faultsOf({
      ...smallest,
      'topics/twee.yaml': smallest['topics/een.yaml'],
      'wet.yaml': smallest['wet.yaml'] + smallest['wet.yaml'].replace('articles:\n', ''),
    });
    expect(faults).toEqual([
      {
        file: join(folder, 'topics/twee.yaml'),
        line: 1,
        message: `topic twijfel is also defined in ${join(folder, 'topics/een.yaml')}, line 1`,
      },
      {
        file: join(folder, 'wet.yaml'),
        line: 11,
        message: 'article noodnummer stands twice, first on line 2; give each its own',
      },
    ]);
  });
});

test('all faults of all files are named at once', () => {
  const { folder, faults } = faultsOf({
    'klein.yaml': changed('roles: [leidinggevende] }', 'roles: [rector] }').files['klein.yaml'] ?? '',
    'stuk.yaml': 'id: stuk\n  meta: {}\n',
    'topics/een.yaml': smallest['topics/een.yaml'].replace('doubt', 'twijfel'),
    'topics/twee.yaml': '- { id: ruzie, name: ruzie, kind: incident, beside: [twijfel], asks: [ruzie] }\n',
    'wet.yaml': smallest['wet.yaml'].replace('"2026-11-21"', 'gisteren'),
  });
  const found = faults.map(({ file, message }) => `${file.slice(folder.length + 1)} ${message}`).join('\n');
  expect(found).toContain('klein.yaml article A.1 names the role "rector"');
  // Which topics there are is not known while one of their files is faulty.
  expect(found).not.toMatch(/which no file in topics\/ defines|which is no topic/);
  expect(found).toContain('stuk.yaml not valid YAML');
  expect(found).toContain('topics/een.yaml 0.kind: Invalid option');
  expect(found).toContain('wet.yaml articles.0.checked: the day the source was checked');
  expect(found).toContain('lexicon.yaml cannot read this file');
});

test.each([
  ['that is not there', {}, 'cannot read this folder'],
  ['without a protocol', { 'wet.yaml': smallest['wet.yaml'] }, 'no protocol file (*.yaml) in this folder'],
])('a folder %s', (_, files, message) => {
  expect(
    faultsOf(files)
      .faults.map((fault) => fault.message)
      .join('\n'),
  ).toContain(message);
});
