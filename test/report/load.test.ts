import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ContentError } from '../../src/content/parse.ts';
import { loadReports } from '../../src/report/load.ts';
import { reportKinds } from '../../src/report/report.ts';
import { library, reports } from './world.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The files that come with the project, in a folder of their own, with some of them replaced or (undefined) gone. */
function load(files: Readonly<Record<string, string | undefined>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'));
  folders.push(folder);
  mkdirSync(join(folder, 'reports'));
  cpSync('protocols/reports', join(folder, 'reports'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    if (text === undefined) rmSync(join(folder, 'reports', name));
    else writeFileSync(join(folder, 'reports', name), text);
  }
  return loadReports(folder, library);
}

/** Each fault as `calvijn.yaml:12: message`. */
function faults(files: Readonly<Record<string, string | undefined>>): string[] {
  try {
    load(files);
    return [];
  } catch (cause) {
    if (!(cause instanceof ContentError)) throw cause;
    return cause.faults.map(({ file, line, message }) => `${file.replace(/^.*\//, '')}:${line}: ${message}`);
  }
}

const own = (name: string) => readFileSync(join('protocols/reports', name), 'utf8');
/** A file with one thing changed; the thing must be there. */
const changed = (name: string, from: string, to: string) => {
  const text = own(name);
  if (!text.includes(from)) throw new Error(`${name} has no "${from}"`);
  return { [name]: text.replace(from, to) };
};

describe('the files that come with the project', () => {
  test('are sound, one for each protocol', () => {
    expect([...reports.byProtocol.keys()].toSorted()).toEqual(['aeres', 'calvijn', 'gsv', 'model', 'msvr']);
    expect(faults({})).toEqual([]);
  });

  test('name for each kind articles that exist, and tell the kinds that a protocol does not speak of', () => {
    const silent = [...reports.byProtocol.values()].map(({ id, kinds }) => [
      id,
      reportKinds.filter((kind) => kinds[kind] === undefined && kind !== 'anders').join(' '),
    ]);
    expect(Object.fromEntries(silent)).toEqual({
      aeres: 'seksueel haat gehackt',
      calvijn: 'seksueel haat gehackt',
      gsv: '',
      model: '',
      msvr: 'pesten stalken haat gehackt',
    });
  });

  test('may be missing for a protocol of a school’s own', () => {
    expect(load({ 'msvr.yaml': undefined }).byProtocol.has('msvr')).toBe(false);
  });
});

describe('a fault', () => {
  test('in what a file is called and whose it is', () => {
    expect(faults(changed('msvr.yaml', 'id: msvr', 'id: gsv'))).toContain(
      'msvr.yaml:2: id is "gsv" but the file is called msvr.yaml; make them equal',
    );
    expect(faults({ 'nieuw.yaml': 'id: nieuw' })).toEqual([
      'nieuw.yaml:1: there is no protocol "nieuw"; there is aeres, calvijn, gsv, model, msvr',
    ]);
  });

  test.each<[what: string, file: string, from: string, to: string, message: string]>([
    [
      'an article that does not exist',
      'msvr.yaml',
      'vertrouwelijk: ["3"]',
      'vertrouwelijk: ["33"]',
      'protocol msvr has no article 33',
    ],
    ['an article of a note', 'msvr.yaml', 'article: "10"', 'article: "11"', 'protocol msvr has no article 11'],
    [
      'a role that does not exist',
      'gsv.yaml',
      'roles: [directeur]',
      'roles: [rector]',
      'protocol gsv has no role "rector"',
    ],
    [
      'a contact that the article does not name',
      'gsv.yaml',
      'roles: [directeur]',
      'roles: [directie]',
      'article A.10 does not name "directie" as a contact',
    ],
    [
      'a measure that the article does not list',
      'calvijn.yaml',
      'text: berisping',
      'text: salariskorting',
      'article E.2 does not list the measure "salariskorting"',
    ],
    [
      'who decides, by another article',
      'calvijn.yaml',
      'by: { roles: [directie], article: B.5 }',
      'by: { roles: [directie], article: E.2 }',
      'article E.2 does not say that they decide on measures',
    ],
    [
      'a first talk that the article does not ask',
      'calvijn.yaml',
      '- { text: berisping, article: E.2 }',
      '- { text: gesprek, article: E.2, what: eerst-gesprek }',
      'article E.2 does not list the measure "gesprek"',
    ],
    [
      'a must that is a may',
      'model.yaml',
      'must: false',
      'must: true',
      'article S.7 says "mag" for aangifte; make must false',
    ],
    [
      'a duty of another article',
      'model.yaml',
      'what: aangifte',
      'what: ouders-informeren',
      'article S.7 has no duty "ouders-informeren"',
    ],
    [
      'a duty by somebody else',
      'aeres.yaml',
      'by: [locatiedirecteur]',
      'by: [directeur]',
      'article 1.5.2 names locatiedirecteur for aangifte',
    ],
    [
      'a duty under the name of another school',
      'gsv.yaml',
      'id: gsv-ouders',
      'id: aeres-ouders',
      '"aeres-ouders" must begin with gsv-, so that no two protocols share a duty',
    ],
    [
      'a duty twice',
      'gsv.yaml',
      'id: gsv-politie',
      'id: gsv-ouders',
      'duty "gsv-ouders" stands twice; give each its own id',
    ],
    [
      'an article of the law',
      'wet.yaml',
      'law: offlimits',
      'law: onlimits',
      'wet.yaml has no article "onlimits"; there is ',
    ],
    [
      'the name of a duty of the law',
      'wet.yaml',
      'id: wet-112',
      'id: alarm',
      '"alarm" is a duty of the law; begin it with wet-',
    ],
    ['a kind that does not exist', 'kinds.yaml', 'kind: haat', 'kind: woede', 'kinds.2.kind: '],
    ['a condition that does not exist', 'wet.yaml', '{ law: gevaar }', '{ recht: gevaar }', 'duties.0.when'],
  ])('in %s', (_, file, from, to, message) => {
    const before = own(file).slice(0, own(file).indexOf(from));
    const found = faults(changed(file, from, to));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${file}:${before.split('\n').length}: ${message}`);
  });

  test('in each of the files is told at once', () => {
    const files = {
      ...changed('msvr.yaml', '["3"]', '["33"]'),
      ...changed('wet.yaml', 'law: offlimits', 'law: onlimits'),
    };
    expect(faults(files).map((fault) => fault.replace(/:.*/, ''))).toEqual(['msvr.yaml', 'wet.yaml']);
  });

  test('is a folder that is not there', () => {
    expect(() => loadReports('test/report', library)).toThrow(/cannot read this folder/);
  });
});
