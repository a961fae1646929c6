import { describe, expect, test } from 'vitest';
import { createClock } from '../../src/page/page.ts';

describe('the clock', () => {
  test('goes on by itself, and by what was added', () => {
    let real = 1000;
    const clock = createClock(() => new Date(real));
    const { now } = clock;
    clock.move(500);
    clock.move(0);
    real = 2000;
    expect(now()).toEqual(new Date(2500));
  });

  test('tells whoever waits, after it was moved', () => {
    const clock = createClock(() => new Date(0));
    const seen: number[] = [];
    clock.onMove(() => seen.push(clock.now().getTime()));
    clock.move(7);
    clock.move(3);
    expect(seen).toEqual([7, 10]);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('does not go by %d', (by) => {
    const clock = createClock(() => new Date(0));
    expect(() => clock.move(by)).toThrow(RangeError);
    expect(clock.now()).toEqual(new Date(0));
  });
});
