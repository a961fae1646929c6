import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { within } from '../../src/slack/within.ts';
import { show, startSlack } from '../fakes/slack/channel.ts';

/** Slack gives up after three seconds, and asks an event again: a form is told something in two, all else is taken in one. */

describe('waiting', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('so long, and no longer', async () => {
    const ended: unknown[] = [];
    void within(new Promise(() => undefined), 2000).then((outcome) => ended.push(outcome));
    await vi.advanceTimersByTimeAsync(1999);
    expect(ended).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toEqual(['late']);
  });

  test('not at all for what is done; nothing is left running', async () => {
    expect(await within(Promise.resolve('klaar'), 2000)).toBe('klaar');
    await expect(within(Promise.reject(new Error('x')), 2000)).rejects.toThrow('x');
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('what takes longer than Slack waits is acknowledged, goes on, and is answered after all', async () => {
  const at = await startSlack({ within: async () => 'late' });
  const slow = Promise.withResolvers<void>();
  at.bot(async () => {
    await slow.promise;
    return [show('toch nog')];
  });
  const who = at.person('docent@school.example');
  expect(await who.says('hallo')).toEqual({ status: 200, body: undefined });
  expect(await who.command('/protocol', 'mag dit?')).toEqual({ status: 200, body: undefined });
  expect(who.messages()).toEqual([]);
  slow.resolve();
  await at.settled();
  expect(who.messages()).toHaveLength(2);
  await at.close();
});
