import { expect, test } from 'vitest';
import { watching } from '../../src/main/watching.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const due = (secondsAgo: number | undefined) => {
  const at = secondsAgo === undefined ? undefined : new Date(NOW.getTime() - secondsAgo * 1000);
  return watching({ nextDueAt: async () => at }, () => NOW);
};

test.each([
  ['nothing is due', undefined, 0, undefined],
  ['something is due later', -60, 0, undefined],
  ['it is due now', 0, 0, undefined],
  ['it is carried out just now', 300, 300, undefined],
  ['nobody carries it out', 301, 301, 'HANDOVER_LATE'],
])('%s', async (_name, secondsAgo, age, code) => {
  expect([await due(secondsAgo).oldestDue(), await due(secondsAgo).unready()]).toEqual([age, code]);
});

test('a database that does not answer is for the server to say', async () => {
  const away = watching({ nextDueAt: () => Promise.reject(new Error('down')) }, () => NOW);
  await expect(away.unready()).rejects.toThrow('down');
});
