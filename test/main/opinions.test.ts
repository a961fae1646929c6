import { expect, onTestFinished, test, vi } from 'vitest';
import type { Feedback } from '../../src/bot.ts';
import { keepingOpinions, opinionKeepers } from '../../src/main/opinions.ts';
import { example } from '../bot/world.ts';

const entry: Feedback = {
  organisation: 'example',
  about: 'thumb',
  protocol: 'calvijn',
  kind: 'answer',
  topic: '',
  article: 'B.5',
  good: false,
  question: 'mag een kanariepiet dit',
  line: '',
};

test('what cannot be kept is told without its words: to whoever would be thanked, or else to the operator', async () => {
  const logged: unknown[] = [];
  const log = { warn: (...given: unknown[]) => void logged.push(given), error: () => undefined };
  const keep = async () => Promise.reject(Object.assign(new Error(entry.question), { code: 'STORE_FULL' }));
  const opinions = keepingOpinions({ keep }, log);
  await expect(opinions.keep(entry)).rejects.toMatchObject({ code: 'STORE_FULL' });
  expect(logged).toEqual([]);
  await opinions.keep({ ...entry, about: 'unanswered' });
  await opinions.stop();
  expect(logged).toHaveLength(1);
  expect(JSON.stringify(logged)).toContain('STORE_FULL');
  expect(JSON.stringify(logged)).not.toContain('kanariepiet');
});

test('questions without an answer are written together, within a second or when the program stops', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const written: string[][] = [];
  const keep = async (...all: readonly Feedback[]) => void written.push(all.map(({ question }) => question));
  const opinions = keepingOpinions({ keep }, { warn: () => undefined, error: () => undefined });
  const unanswered = (question: string): Feedback => ({ ...entry, about: 'unanswered', question });
  await opinions.keep(unanswered('een'));
  await opinions.keep(unanswered('twee'));
  await opinions.keep({ ...entry, question: 'duim' });
  expect(written).toEqual([['duim']]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(written).toEqual([['duim'], ['een', 'twee']]);
  await opinions.keep(unanswered('drie'));
  await opinions.stop();
  await opinions.stop();
  expect(written).toEqual([['duim'], ['een', 'twee'], ['drie']]);
});

test('each organisation forgets by its own term, and everything when it keeps them no more', () => {
  const { owner, ...ownerless } = example;
  expect(owner).toBeDefined();
  const all = [
    example,
    { ...example, id: 'kort', retention: { vragen: { amount: 1, unit: 'days' } } },
    { ...example, id: 'zonder-termijn', retention: {} },
    { ...ownerless, id: 'zonder-beheerder' },
  ];
  const organisations = { all, byId: () => undefined } as unknown as Parameters<typeof opinionKeepers>[0];
  const now = new Date('2026-11-21T15:00:00Z');
  expect(opinionKeepers(organisations).map(({ id, until }) => [id, until(now)?.toISOString()])).toEqual([
    ['example', '2025-11-20T23:00:00.000Z'],
    ['kort', '2026-11-19T23:00:00.000Z'],
    ['zonder-termijn', now.toISOString()],
    ['zonder-beheerder', now.toISOString()],
  ]);
});
