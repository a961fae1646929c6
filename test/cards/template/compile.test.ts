// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is tested
import { describe, expect, test } from 'vitest';
import { compile, type Node } from '../../../src/cards/template/compile.ts';

describe('what no template of ours may use', () => {
  test.each([
    '${}',
    '${name',
    '${a b}',
    '${a +}',
    '${1 + 1}',
    '${a[0]}',
    '${unknown(name)}',
    '${constructor(name)}',
    '${count()}',
    '${count(a, b)}',
    '${if(a, b)}',
    '${(a}',
    '${a)}',
    "${'open}",
    '${$index}',
    'a ${b} `',
    'a ${b} \\n',
    { $when: 'yes', a: 1 },
    { $when: '${a} ${b}', a: 1 },
    { $when: true, a: 1 },
  ])('%j is refused when it is read', (template) => {
    expect(() => compile({ list: [template] })).toThrow(
      expect.objectContaining({ name: 'CardError', code: 'template-unreadable' }),
    );
  });
});

test('only what the data themselves hold is found', () => {
  const shown = compile(['${constructor.name}', '${toString}', '${__proto__.a}']);
  expect(shown({})).toEqual(['${constructor.name}', '${toString}', '${__proto__.a}']);
});

test('each object is finished once, its children before it', () => {
  const seen: unknown[] = [];
  const finish = (node: Node): Node => {
    seen.push(node.name);
    return { ...node, done: true };
  };
  const filled = compile({ name: 'outer', items: [{ name: 'fixed' }, { $data: '${list}', name: '${$data}' }] }, finish);
  expect(filled({ list: ['a', 'b'] })).toEqual({
    name: 'outer',
    items: [
      { name: 'fixed', done: true },
      { name: 'a', done: true },
      { name: 'b', done: true },
    ],
    done: true,
  });
  expect(seen).toEqual(['fixed', 'a', 'b', 'outer']);
});

test('filling leaves no trace in the next card, nor in the data', () => {
  const filled = compile({ fixed: { a: [1] }, given: '${given}', list: [{ b: '${c}' }] });
  const given = Object.freeze({ x: Object.freeze([1]) });
  const first = filled({ given, c: 'een' });
  expect(filled({ given, c: 'twee' })).toEqual({ fixed: { a: [1] }, given, list: [{ b: 'twee' }] });
  expect(first).toEqual({ fixed: { a: [1] }, given, list: [{ b: 'een' }] });
});

test('what all cards share cannot be changed', () => {
  const card = compile({ fixed: { a: [1] }, b: '${b}' })({ b: 1 });
  const { fixed } = card as { fixed: { a: number[] } };
  expect(() => fixed.a.push(2)).toThrow(TypeError);
  expect(() => Object.assign(fixed, { a: 2 })).toThrow(TypeError);
});
