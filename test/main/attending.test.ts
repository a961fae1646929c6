import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { attending } from '../../src/main/attending.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;

function made(answers: readonly (readonly string[] | Error)[]) {
  const told: unknown[] = [];
  let said = 0;
  const here = async () => {
    const answer = answers[said++] ?? [];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const gone = vi.fn(async () => undefined);
  const log = { warn: () => undefined, error: (fields: unknown) => void told.push(fields) };
  return { told, said: () => said, gone, attended: attending({ here, gone }, log) };
}

test('says that it runs, and again each minute until it stops', async () => {
  const { attended, said, gone } = made([]);
  await attended.start();
  expect([said(), attended.unready()]).toEqual([1, undefined]);
  await vi.advanceTimersByTimeAsync(3 * MINUTE);
  expect([said(), gone.mock.calls.length]).toEqual([4, 0]);
  await attended.stop();
  await vi.advanceTimersByTimeAsync(3 * MINUTE);
  expect([said(), gone.mock.calls.length]).toEqual([4, 1]);
});

test('is not ready while there are cases under a key that it does not have, and tells that once', async () => {
  const { attended, told } = made([[], ['0815abcd'], ['0815abcd'], []]);
  await attended.start();
  expect(attended.unready()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(attended.unready()).toBe('DATA_KEY_UNKNOWN');
  expect(told).toEqual([{ lacking: '0815abcd' }]);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(attended.unready()).toBeUndefined();
});

test('a database that is away does not end it; one that is away at the start does', async () => {
  const { attended, said } = made([[], new Error('away'), ['0815abcd']]);
  await attended.start();
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect([said(), attended.unready()]).toEqual([3, 'DATA_KEY_UNKNOWN']);
  await expect(made([new Error('away')]).attended.start()).rejects.toThrow('away');
});
