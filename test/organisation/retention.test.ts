import { expect, test } from 'vitest';
import { keptLongEnough } from '../../src/organisation/retention.ts';
import { faultsIn, load, small } from './small.ts';

const kept = (retention: string, now: string, what: 'twijfel' | 'melding' | 'vragen' = 'melding') => {
  const [organisation] = load({ 'klein.yaml': `${small}retention: ${retention}\n` }).all;
  if (organisation === undefined) throw new Error('no organisation');
  return keptLongEnough(organisation, what, new Date(now))?.toISOString();
};

test.each([
  // Amsterdam is an hour ahead in winter, two in summer: the day begins there.
  ['{ melding: 24 maanden }', '2026-11-21T15:00:00Z', '2024-11-20T23:00:00.000Z'],
  ['{ melding: 24 maanden }', '2026-11-21T23:30:00Z', '2024-11-21T23:00:00.000Z'],
  ['{ melding: 1 maand }', '2026-08-01T12:00:00Z', '2026-06-30T22:00:00.000Z'],
  ['{ melding: 6 maanden }', '2026-08-31T12:00:00Z', '2026-02-27T23:00:00.000Z'],
  ['{ melding: 1 jaar }', '2028-02-29T12:00:00Z', '2027-02-27T23:00:00.000Z'],
  ['{ melding: 30 dagen }', '2026-11-21T15:00:00Z', '2026-10-21T22:00:00.000Z'],
])('%s at %s: what ended before %s', (retention, now, before) => {
  expect(kept(retention, now)).toBe(before);
});

test('without a term nothing is ever old enough, and each kind has its own', () => {
  expect(kept('{}', '2026-11-21T15:00:00Z')).toBeUndefined();
  expect(kept('{ twijfel: 1 dag }', '2026-11-21T15:00:00Z')).toBeUndefined();
  expect(kept('{ twijfel: 1 dag }', '2026-11-21T15:00:00Z', 'twijfel')).toBe('2026-11-19T23:00:00.000Z');
  const [organisation] = load({ 'klein.yaml': small }).all;
  expect(organisation?.retention).toEqual({});
});

test('questions that had no answer have a term of their own, and no default', () => {
  expect(kept('{ twijfel: 1 dag }', '2026-11-21T15:00:00Z', 'vragen')).toBeUndefined();
  expect(kept('{ vragen: 1 dag }', '2026-11-21T15:00:00Z', 'vragen')).toBe('2026-11-19T23:00:00.000Z');
});

test.each(['0 dagen', '24', '-1 jaar', '1.5 jaar', '2 weken', '12 uur'])('%s is no term', (term) => {
  expect(faultsIn({ 'klein.yaml': `${small}retention: { melding: ${term} }\n` })).toEqual([
    expect.stringMatching(/^klein\.yaml:\d+: retention\.melding: must be a number with dagen, maanden or jaar/),
  ]);
});
