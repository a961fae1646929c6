import { expect, test } from 'vitest';
import { createWarming } from '../../src/main/warming.ts';
import { loadLibrary } from '../../src/protocol/load.ts';

const protocols = new Set(loadLibrary('protocols').protocols.values());

test('not ready until each protocol was prepared, and others get their turn in between', async () => {
  const prepared: string[] = [];
  const seen: number[] = [];
  const warming = createWarming(protocols, ({ id }) => {
    prepared.push(id);
    setImmediate(() => seen.push(prepared.length));
  });
  expect(warming.unready()).toBe('WARMING_UP');
  const run = warming.run();
  expect(prepared).toEqual([]);
  await run;
  expect(prepared).toEqual([...protocols].map(({ id }) => id));
  expect(seen).toEqual(prepared.slice(1).map((_, i) => i + 1));
  expect(warming.unready()).toBeUndefined();
});

test('one that cannot be prepared keeps none of the others from it', async () => {
  let prepared = 0;
  const warming = createWarming(protocols, () => {
    if (++prepared === 2) throw new Error('a fault');
  });
  await warming.run();
  expect(prepared).toBe(protocols.size);
  expect(warming.unready()).toBeUndefined();
});

test('with nothing to prepare it is ready at once', () =>
  expect(createWarming(new Set(), () => {}).unready()).toBeUndefined());
