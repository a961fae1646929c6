import { expect, test } from 'vitest';
import { createWarming } from '../../src/main/warming.ts';
import { library } from '../protocol/library.ts';

const protocols = new Set(library.protocols.values());

test('not ready until each protocol was prepared, one after the other', async () => {
  const prepared: string[] = [];
  let busy = 0;
  const warming = createWarming(protocols, async ({ id }) => {
    expect(++busy).toBe(1);
    await Promise.resolve();
    busy--;
    prepared.push(id);
    expect(warming.unready()).toBe('WARMING_UP');
  });
  expect(warming.unready()).toBe('WARMING_UP');
  await warming.run();
  expect(prepared).toEqual([...protocols].map(({ id }) => id));
  expect(warming.unready()).toBeUndefined();
});

test('one that cannot be prepared keeps none of the others from it', async () => {
  let prepared = 0;
  const warming = createWarming(protocols, async () => {
    if (++prepared === 2) throw new Error('a fault');
  });
  await warming.run();
  expect(prepared).toBe(protocols.size);
  expect(warming.unready()).toBeUndefined();
});

test('with nothing to prepare it is ready at once', () =>
  expect(createWarming(new Set(), async () => {}).unready()).toBeUndefined());
