import { expect, test } from 'vitest';
import { daily } from '../../src/delivery/daily.ts';

test('at once when it starts, and a stop waits for what is under way', async () => {
  const begun = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  let done = 0;
  const work = daily(async () => {
    begun.resolve();
    await end.promise;
    done += 1;
  });
  expect(done).toBe(0);
  work.start();
  await begun.promise;
  const stopping = work.stop();
  expect(done).toBe(0);
  end.resolve();
  await stopping;
  expect(done).toBe(1);
});

test('a stop before a start is none', async () => {
  await daily(() => Promise.reject(new Error('never'))).stop();
});
