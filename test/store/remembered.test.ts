import { expect, test } from 'vitest';
import { createMemory } from '../../src/store/remembered.ts';

const HOURS = 60 * 60 * 1000;

function memoryAt(start: number) {
  let time = start;
  const memory = createMemory(() => time);
  return { memory, pass: (ms: number) => (time += ms) };
}

test('remembers a conversation, and each by itself', async () => {
  const { memory } = memoryAt(0);
  expect(await memory.recall('a')).toEqual({});
  await memory.remember('a', { protocol: 'gsv' });
  await memory.remember('b', { protocol: 'msvr' });
  expect(await memory.recall('a')).toEqual({ protocol: 'gsv' });
  expect(await memory.recall('b')).toEqual({ protocol: 'msvr' });
  await memory.remember('a', { question: 'Mag dit?' });
  expect(await memory.recall('a')).toEqual({ question: 'Mag dit?' });
});

test('forgets eight hours after the last message', async () => {
  const { memory, pass } = memoryAt(1_000_000);
  await memory.remember('a', { protocol: 'gsv' });
  pass(8 * HOURS);
  expect(await memory.recall('a')).toEqual({ protocol: 'gsv' });
  await memory.remember('a', { protocol: 'gsv' });
  pass(8 * HOURS);
  expect(await memory.recall('a')).toEqual({ protocol: 'gsv' });
  pass(1);
  expect(await memory.recall('a')).toEqual({});
});

test('forgets the conversation that was silent longest when there are too many', async () => {
  const { memory } = memoryAt(0);
  for (let i = 0; i < 5_000; i++) await memory.remember(`c${i}`, { question: String(i) });
  await memory.remember('c0', { question: 'again' });
  await memory.remember('new', { question: 'new' });
  expect(await memory.recall('c0')).toEqual({ question: 'again' });
  expect(await memory.recall('c1')).toEqual({});
  expect(await memory.recall('c2')).toEqual({ question: '2' });
  expect(await memory.recall('new')).toEqual({ question: 'new' });
});
