import { expect, test } from 'vitest';
import { atOnce } from '../../src/store/at-once.ts';

/** A disk that is done when it is told to be. */
function disk() {
  const kept: (readonly string[])[] = [];
  const waits: PromiseWithResolvers<void>[] = [];
  const keep = atOnce(async (all: readonly string[]) => {
    kept.push(all);
    const wait = Promise.withResolvers<void>();
    waits.push(wait);
    await wait.promise;
    if (all.includes('bad')) throw new Error('bad');
    return all.map((each) => each.toUpperCase());
  });
  const done = async () => {
    for (let turns = 0; waits.length === 0 && turns < 100; turns += 1) await null;
    waits.shift()?.resolve();
  };
  return { keep, kept, done };
}

test('what comes alone is kept at once; what comes meanwhile goes together behind it, in its order', async () => {
  const { keep, kept, done } = disk();
  const first = keep('a');
  await null;
  await null;
  const others = Promise.all([keep('b'), keep('c')]);
  await done();
  expect(await first).toBe('A');
  await done();
  expect(await others).toEqual(['B', 'C']);
  expect(kept).toEqual([['a'], ['b', 'c']]);
});

test('nothing is answered before the disk is', async () => {
  const { keep, done } = disk();
  let answered = false;
  const one = keep('a').then(() => {
    answered = true;
  });
  for (let turns = 0; turns < 100; turns += 1) await null;
  expect(answered).toBe(false);
  await done();
  await one;
});

test('one that cannot be kept fails alone, and what comes later is kept', async () => {
  const { keep, kept, done } = disk();
  const all = Promise.allSettled([keep('a'), keep('bad'), keep('c')]);
  for (let left = 4; left > 0; left -= 1) await done();
  expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(kept).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
  const later = keep('d');
  await done();
  expect(await later).toBe('D');
});

test('there is a most, so that the first does not wait for hundreds', async () => {
  const { keep, kept, done } = disk();
  const all = Promise.all(Array.from({ length: 70 }, (_, i) => keep(`${i}`)));
  for (let left = 3; left > 0; left -= 1) await done();
  await all;
  expect(kept.map(({ length }) => length)).toEqual([32, 32, 6]);
});
