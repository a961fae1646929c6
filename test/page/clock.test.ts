import { describe, expect, test } from 'vitest';
import { createClock } from '../../src/page/page.ts';

describe('the clock', () => {
  test('goes on by itself, and by what was added', async () => {
    let real = 1000;
    const clock = createClock(() => new Date(real));
    const { now } = clock;
    await clock.move(500);
    await clock.move(0);
    real = 2000;
    expect(now()).toEqual(new Date(2500));
  });

  test('tells whoever waits, after it was moved, and waits for them', async () => {
    const clock = createClock(() => new Date(0));
    const seen: number[] = [];
    clock.onMove(() => {
      throw new Error('one that fails keeps nobody from hearing it');
    });
    clock.onMove(async () => {
      await Promise.resolve();
      seen.push(clock.now().getTime());
    });
    await clock.move(7);
    await clock.move(3);
    expect(seen).toEqual([7, 10]);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('does not go by %d', async (by) => {
    const clock = createClock(() => new Date(0));
    await expect(clock.move(by)).rejects.toThrow(RangeError);
    expect(clock.now()).toEqual(new Date(0));
  });
});
