import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { FolderReader } from '../../src/content/folder.ts';
import { ContentError } from '../../src/content/parse.ts';

const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-'));
afterAll(() => rmSync(folder, { recursive: true }));

const schema = z.strictObject({ id: z.string() });

function faultsOf(reader: FolderReader) {
  try {
    reader.throwFaults();
  } catch (error) {
    if (error instanceof ContentError) return error.faults;
  }
  return [];
}

test('names the YAML files of a folder in order, and reads them', () => {
  writeFileSync(join(folder, 'b.yaml'), 'id: bee\n');
  writeFileSync(join(folder, 'a.yaml'), 'id: aa\n');
  writeFileSync(join(folder, 'README.md'), '# no content');
  mkdirSync(join(folder, 'sub'));
  const reader = new FolderReader(folder);
  expect(reader.names('.')).toEqual(['a.yaml', 'b.yaml']);
  expect(reader.names('sub')).toEqual([]);
  expect(reader.read('b.yaml', schema)).toMatchObject({
    file: join(folder, 'b.yaml'),
    located: { value: { id: 'bee' } },
  });
  expect(faultsOf(reader)).toEqual([]);
});

test('gathers the faults of all files, missing files and folders among them', () => {
  writeFileSync(join(folder, 'wrong.yaml'), '\nid: 5\n');
  const reader = new FolderReader(folder);
  expect(reader.read('wrong.yaml', schema)).toBeUndefined();
  expect(reader.read('nowhere.yaml', schema)).toBeUndefined();
  expect(reader.names('nowhere')).toEqual([]);
  expect(faultsOf(reader)).toEqual([
    { file: join(folder, 'wrong.yaml'), line: 2, message: expect.stringContaining('id: is read as something else') },
    { file: join(folder, 'nowhere.yaml'), line: 1, message: expect.stringContaining('cannot read this file: ENOENT') },
    { file: join(folder, 'nowhere'), line: 1, message: expect.stringContaining('cannot read this folder: ENOENT') },
  ]);
});
