import { expect, test } from 'vitest';
import { keepersOf } from '../../src/main/keepers.ts';
import { load, small } from '../organisation/small.ts';

const NOW = new Date('2026-11-21T15:00:00.000Z');

test('each organisation with its own people, and its own term for doubts and for reports', () => {
  const [keeper] = keepersOf(load({ 'klein.yaml': `${small}retention: { twijfel: 1 jaar, melding: 2 jaar }\n` }));
  expect(keeper?.id).toBe('klein');
  expect(keeper?.emails).toContain('bestuur@klein.example');
  expect(keeper?.longEnough('doubt', NOW)).toEqual(new Date('2025-11-20T23:00:00.000Z'));
  expect(keeper?.longEnough('report', NOW)).toEqual(new Date('2024-11-20T23:00:00.000Z'));
});

test('without a term nothing is old enough', () => {
  const [keeper] = keepersOf(load({ 'klein.yaml': small }));
  expect([keeper?.longEnough('doubt', NOW), keeper?.longEnough('report', NOW)]).toEqual([undefined, undefined]);
});
