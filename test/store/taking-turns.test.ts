import { expect, onTestFinished, test } from 'vitest';
import { createTurns } from '../../src/store/taking-turns.ts';
import { freshFolder, openIn } from './place.ts';

/** Counts how often the thread came by since. */
function passingBy(): () => number {
  let times = 0;
  let next = setImmediate(function again() {
    times += 1;
    next = setImmediate(again);
  });
  onTestFinished(() => clearImmediate(next));
  return () => times;
}

/** A method that answers in the same breath and takes so long by its own clock. */
function slow(ms: number) {
  let time = 0;
  const work = async (): Promise<number> => {
    time += ms;
    return time;
  };
  return { now: () => time, work };
}

async function often(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < times; i += 1) await work();
}

test('who asks again and again lets others have their turn', async () => {
  const { now, work } = slow(7);
  const methods = createTurns(now)({ work });
  const turns = passingBy();
  await often(90, methods.work);
  expect(turns()).toBeGreaterThanOrEqual(20);
});

test('two of one store share their time', async () => {
  const { now, work } = slow(7);
  const turn = createTurns(now);
  const [one, other] = [turn({ work }), turn({ work })];
  const turns = passingBy();
  await often(45, async () => [await one.work(), await other.work()]);
  expect(turns()).toBeGreaterThanOrEqual(20);
});

test('what is quick waits for nobody', async () => {
  const { now, work } = slow(0.1);
  const methods = createTurns(now)({ work });
  const turns = passingBy();
  await often(90, methods.work);
  expect(turns()).toBe(0);
});

test('without it nobody else has a turn', async () => {
  const { work } = slow(7);
  const turns = passingBy();
  await often(90, work);
  expect(turns()).toBe(0);
});

test('what fails takes its turn too, and fails as it did', async () => {
  const { now, work } = slow(30);
  const methods = createTurns(now)({
    work: async () => {
      await work();
      throw new Error('full');
    },
  });
  const turns = passingBy();
  await often(10, () => expect(methods.work()).rejects.toThrow('full'));
  expect(turns()).toBeGreaterThanOrEqual(4);
});

test('the store takes turns with whatever else there is to do', async () => {
  const { store } = await openIn(freshFolder());
  const turns = passingBy();
  await often(20_000, store.cases.nextDueAt);
  expect(turns()).toBeGreaterThan(0);
});
