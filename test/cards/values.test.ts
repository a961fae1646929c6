import { expect, test } from 'vitest';
import { checkCard } from '../../src/cards/elements.ts';
import { withValues } from '../../src/cards/values.ts';
import { hostile } from './hostile.ts';
import { screenOf } from './screens.ts';

const form = screenOf('report-form.uitgebreid');
const shownIn = (values: Record<string, string>, field: string) =>
  withValues(form, values).card.body.find(({ id }) => id === field)?.value;

test.each(hostile)('%j stays as it was typed', (typed) => {
  const { card, summary } = withValues(form, { wat: typed });
  expect(() => checkCard(card)).not.toThrow();
  expect(card.body.find(({ id }) => id === 'wat')?.value).toBe(typed);
  expect(summary).toBe(form.summary);
});

test.each([
  ['a choice', { soort: 'pesten' }, 'soort', 'pesten'],
  ['a choice there is not', { soort: 'onzin' }, 'soort', undefined],
  [
    'several, of which one is not there',
    { over: 'teamleider.onderbouw1@voorbeeld.example,niemand@elders.example,teamleider.onderbouw3@voorbeeld.example' },
    'over',
    'teamleider.onderbouw1@voorbeeld.example,teamleider.onderbouw3@voorbeeld.example',
  ],
  ['a toggle', { anoniem: 'true' }, 'anoniem', 'true'],
  ['a toggle with something else', { anoniem: 'ja' }, 'anoniem', 'false'],
  ['a toggle that nobody touched', {}, 'anoniem', 'false'],
  ['nothing', { wat: '' }, 'wat', undefined],
] as const)('fills %s', (_, values, field, shown) => {
  expect(shownIn(values, field)).toBe(shown);
});

test('leaves the form it was given, and its other elements, as they are', () => {
  const before = JSON.stringify(form);
  const { card } = withValues(form, { wat: 'zebra', constructor: 'x', toString: 'x' });
  expect(JSON.stringify(form)).toBe(before);
  expect(card.body).toHaveLength(form.card.body.length);
});
