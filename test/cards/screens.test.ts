import { describe, expect, test } from 'vitest';
import { checkCard, maxCardBytes } from '../../src/cards/elements.ts';
import { templateNames } from '../../src/cards/fill.ts';
import { samples, screenOf, screens } from './screens.ts';

const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
};

describe.each(samples)('cards/samples/$file', ({ file }) => {
  const name = file.replace(/\.json$/, '');

  test('fills a card of the subset that every client takes', () => {
    const { card, summary } = screenOf(name);
    expect(() => checkCard(card)).not.toThrow();
    expect(card.speak).toBe(summary);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(maxCardBytes);
  });

  test('leaves nothing unfilled', () => {
    const { card, summary } = screenOf(name);
    for (const text of [...strings(card), summary]) {
      expect(text).not.toContain('${');
      expect(text).not.toMatch(/undefined|\[object|\bnull\b|NaN/);
      expect(text.trim()).not.toBe('');
    }
  });

  test('says in plain words what it shows', () => {
    const { summary } = screenOf(name);
    expect(summary.length).toBeGreaterThan(10);
    expect(summary).not.toMatch(/[\n\\]|\s\s/);
    expect(summary.length).toBeLessThanOrEqual(600);
  });
});

type Node = Readonly<Record<string, unknown>>;

const actionsIn = (value: unknown): Node[] => {
  if (typeof value !== 'object' || value === null) return [];
  const here = 'verb' in value && 'type' in value ? [value as Node] : [];
  return [...here, ...Object.values(value).flatMap(actionsIn)];
};

test.each(samples)('cards/samples/$file can be left by every button that sends no form', ({ file }) => {
  const { card } = screenOf(file.replace(/\.json$/, ''));
  const leaving = actionsIn(card.body).filter(({ data }) => !Object.hasOwn(data ?? {}, 'nonce'));
  const mustFill = card.body.some(({ isRequired }) => isRequired === true);
  // A button behind which a field must be filled in first would hold people in the form.
  for (const { title, associatedInputs } of mustFill ? leaving : [])
    expect([title, associatedInputs]).toEqual([title, 'none']);
});

test.each(templateNames)('%s shows no heading above nothing', (name) => {
  const { body } = screenOf(`${name}.minimal`).card;
  const headings = body.filter((element) => element.style === 'heading');
  expect(headings.length).toBeLessThan(2);
  expect(body.at(-1)?.separator).toBeUndefined();
});

describe('the folder', () => {
  test('has a typed function for each template and a template for each function', () => {
    expect(Object.keys(screens).toSorted()).toEqual([...templateNames].toSorted());
  });

  test.each(templateNames)('shows %s typical, minimal and at its longest', (name) => {
    const variants = samples.filter(({ card }) => card === name).map(({ variant }) => variant);
    expect(variants).toEqual(expect.arrayContaining(['typical', 'minimal', 'longest']));
  });

  test('has no sample without a template', () => {
    expect(samples.map(({ card }) => card).filter((card) => !templateNames.includes(card))).toEqual([]);
  });

  test.each(templateNames)('gives the same fields to %s in every sample', (name) => {
    const fields = samples
      .filter(({ card }) => card === name)
      .map(({ json }) => Object.keys(JSON.parse(json)).toSorted());
    for (const each of fields) expect(each).toEqual(fields[0]);
  });
});
