import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { parseContent } from '../../src/content/parse.ts';
import { readQuickly } from '../../src/content/read.ts';

const schema = z.array(z.strictObject({ id: z.string(), count: z.number() }));

describe('a content file', () => {
  test('is read, and can tell where things stand', () => {
    const parsed = parseContent('a.yaml', '# first\n- id: one\n  count: 1\n- { id: two, count: 2 }\n', schema);
    if ('faults' in parsed) throw new Error('faults');
    expect(parsed.value).toEqual([
      { id: 'one', count: 1 },
      { id: 'two', count: 2 },
    ]);
    expect(parsed.lineOf([1, 'count'])).toBe(4);
    expect(parsed.lineOf([1, 'missing'])).toBe(4);
  });

  test('names every fault by its line', () => {
    const parsed = parseContent('a.yaml', '- id: one\n  count: x\n- id: two\n  count: 2\n  more: 3\n', schema);
    expect(parsed).toMatchObject({
      faults: [
        { file: 'a.yaml', line: 2 },
        { file: 'a.yaml', line: 5 },
      ],
    });
  });

  test('tells of the first thing that is no YAML only, and of every name that stands twice', () => {
    const faults = (text: string) => {
      const parsed = parseContent('a.yaml', text, schema);
      return 'faults' in parsed ? parsed.faults.map(({ line, message }) => [line, message.slice(0, 16)]) : [];
    };
    expect(parseDocument('- id: [\n- count: }\n- id: ]\n').errors.length).toBeGreaterThan(1);
    expect(faults('- id: [\n- count: }\n- id: ]\n')).toEqual([[2, 'not valid YAML: ']]);
    expect(faults('- id: one\n  id: two\n- id: one\n  id: two\n')).toEqual([
      [2, '"id" stands here'],
      [4, '"id" stands here'],
    ]);
  });

  test.each([
    ['an open quote', '- id: "one\n'],
    ['the same key twice', '- id: one\n  id: two\n  count: 1\n'],
    ['a tab for indentation', '- id: one\n\tcount: 1\n'],
  ])('that is not YAML says so: %s', (_, text) => {
    const parsed = parseContent('a.yaml', text, schema);
    expect('faults' in parsed && parsed.faults.length > 0).toBe(true);
  });

  test('may use what only the careful reader takes', () => {
    const parsed = parseContent('a.yaml', '- &a { id: one, count: 1 }\n- *a\n', schema);
    expect('value' in parsed && parsed.value.length).toBe(2);
  });
});

describe('the quick reader reads as the careful one does', () => {
  const folders = ['protocols', 'protocols/topics', 'organisations'];
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));

  test.each(files.filter((file) => file.endsWith('.yaml')))('%s', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(readQuickly(text)?.value).toEqual(parse(text));
  });

  test.each([
    'a: 2022-03-21\nb: 2022\nc: 1.0\nd: 0x1F\ne: 0o17\nf: 017\ng: 1_000\nh: 12e3\ni: .5\nj: +1',
    'a: yes\nb: no\nc: on\nd: null\ne: ~\nf:\ng: true\nh: True\ni: NULL\nj: "null"',
    'a: >-\n  one\n  two\n\n  three\nb: |\n  x\n   y\nc: >\n  z\n',
    "a: \"één \\u00e9 \\n\"\nb: 'it''s'\nc: it's # comment\nd: \"#no\"",
    '- { a: 1, b: [c, d e, "f"] }\n- [ ]\n- { }',
    'a: 0900-1113111\nb: 112\nc: 08:30\nd: 1:2\n"8": x\n8.1: y',
    'a:\n- b\n- c:\n    d',
  ])('%j', (text) => expect(readQuickly(text)?.value).toEqual(parse(text)));

  test('whatever was written', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const text = stringify(value);
        const quick = readQuickly(text);
        if (quick !== undefined) expect(quick.value).toEqual(parse(text));
      }),
    );
  });
});
