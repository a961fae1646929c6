// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is tested
import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import { describe, expect, test } from 'vitest';
import { templateNames } from '../../../src/cards/fill.ts';
import { compile } from '../../../src/cards/template/compile.ts';
import { hostile } from '../hostile.ts';
import { samples } from '../screens.ts';

/** Our templates are Adaptive Card templates like any other: Microsoft's own engine makes the same of them. */
const both = (template: unknown, data: object) => ({
  ours: JSON.stringify(compile(template)(data)),
  theirs: JSON.stringify(new Template(template).expand({ $root: data })),
});

const templateOf = (card: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../cards/${card}.json`, import.meta.url), 'utf8'));

test.each(samples)('cards/samples/$file, letter for letter', ({ card, json }) => {
  const { ours, theirs } = both(templateOf(card), JSON.parse(json));
  expect(ours).toBe(theirs);
});

test.each(templateNames)('%s shows its own expressions where there is no data', (card) => {
  const { ours, theirs } = both(templateOf(card), {});
  expect(ours).toBe(theirs);
});

test.each(hostile)('%j stays letters', (text) => {
  const { ours, theirs } = both(
    { a: '${a}', b: ['x ${a} y', { $data: '${list}', c: '${$data}' }] },
    { a: text, list: [text] },
  );
  expect(ours).toBe(theirs);
  expect(JSON.parse(ours)).toEqual({ a: text, b: [`x ${text} y`, { c: text }] });
});

const data = {
  name: 'Noor',
  empty: '',
  zero: 0,
  two: 2,
  yes: true,
  no: false,
  nothing: null,
  list: ['a', 'b'],
  none: [],
  steps: [{ title: 'een' }, { title: 'twee', last: true }],
  one: [{ title: 'alleen' }],
  deep: { er: { name: 'onder', list: [1] } },
  lines: 'a\nb',
};

describe('an expression', () => {
  test.each([
    'name',
    'deep.er.name',
    'deep.er',
    'missing',
    'deep.missing.name',
    'name.length',
    'list.length',
    '$data',
    '$root.name',
    '$data.deep.er.name',
    "'letters'",
    "'a\\nb\\'c'",
    "name == 'Noor'",
    "missing == ''",
    "empty == ''",
    'missing == nothing',
    'two == 2',
    "name != 'Noor'",
    'two > 1',
    'two > 2',
    'two > 1.5',
    "name > 'Noot'",
    "name > 'A'",
    'missing > 1',
    'count(list) > 1',
    'count(missing) > 0',
    'count(missing) == 0',
    'count(name)',
    'count(deep)',
    'exists(name)',
    'exists(missing)',
    'exists(nothing)',
    'exists(empty)',
    '!exists(missing)',
    '!zero',
    '!empty',
    '!nothing',
    '!!no',
    'no || two',
    'yes && count(list) > 0',
    'yes || no && no',
    '(yes || no) && no',
    'no == no == yes',
    "contains(name, 'oo')",
    "contains(list, 'b')",
    "contains(missing, 'b')",
    "if(missing, 'x', name)",
    "if(zero, 'x', 'y')",
    'if(yes, missing, name)',
    "if(two > 1 && !no, concat('Artikel ', name), '')",
    "concat('a', name, two)",
    "concat('a', missing)",
    "if(yes, concat('a', nothing), '')",
    "concat('a', missing, yes)",
    "split(lines, '\\n')",
    "split(name, 'o')",
    'if ( yes ,name , two )',
  ])('%s means the same', (expression) => {
    const whole = { value: `\${${expression}}` };
    const asText = { value: `- \${${expression}} -` };
    const asCondition = { value: [{ $when: `\${${expression}}`, shown: true }] };
    for (const template of [whole, asText, asCondition]) {
      const { ours, theirs } = both(template, data);
      expect(ours).toBe(theirs);
    }
  });
});

describe('a template', () => {
  test.each<[string, unknown]>([
    ['repeats an object in a list', { list: [{ $data: '${steps}', t: '${title}' }, 'end'] }],
    ['repeats an object outside a list', { own: { $data: '${steps}', t: '${title}' } }],
    ['gives one object for one', { own: { $data: '${one}', t: '${title}' } }],
    [
      'drops what is repeated for nothing',
      { list: [{ $data: '${none}', t: '${title}' }], own: { $data: '${none}', t: 1 } },
    ],
    ['looks at each for its condition', { list: [{ $data: '${steps}', $when: '${exists(last)}', t: '${title}' }] }],
    ['drops an object of which nothing is left', { list: [{ $when: '${no}', t: 1 }], own: { $when: '${no}', t: 1 } }],
    ['takes an object as data', { own: { $data: '${deep.er}', n: '${name}', r: '${$root.name}' } }],
    ['repeats in what is repeated', { list: [{ $data: '${steps}', in: [{ $data: '${$root.list}', v: '${$data}' }] }] }],
    ['keeps the order of its names', { b: '${name}', a: 1, c: { z: '${two}', y: null } }],
    ['spreads a list that data give', { list: ['${list}', 'c', ['d', ['e']]] }],
    ['keeps numbers, booleans and objects what they are', { a: '${two}', b: '${yes}', c: '${deep}', d: '${nothing}' }],
    ['keeps what is fixed', { a: [1, null, [2, [3]], { b: [] }], c: false }],
    ['leaves a lone $ alone', { a: 'kost $5', b: '{geen}' }],
  ])('%s', (_, template) => {
    const { ours, theirs } = both(template, data);
    expect(ours).toBe(theirs);
  });
});
