import { expect, test } from 'vitest';
import { type Keeper, type Retaining, removeOld } from '../../src/delivery/retention.ts';
import type { Messenger } from '../../src/handover/ports.ts';
import { person } from '../handover/world.ts';
import { foundIn } from '../store/found-in.ts';
import { email, passingBy, screenOf, system, type World, world } from './world.ts';

const DAY = 24;
const YEAR_MS = 365 * DAY * 3_600_000;

const keeper = (years: Partial<Record<'doubt' | 'report', number>> = { doubt: 1 }): Keeper => ({
  id: 'de-voorbeeld',
  emails: [email('docent'), email('teamleider')],
  longEnough: (kind, now) => {
    const term = years[kind];
    return term === undefined ? undefined : new Date(now.getTime() - term * YEAR_MS);
  },
});

type Made = World & {
  readonly ref: string;
  remove(keepers?: readonly Keeper[], messenger?: Messenger): Promise<void>;
  exists(): Promise<boolean>;
};

/** A doubt that was decided within the hour, both of whose people have its card. */
async function decided(): Promise<Made> {
  const it = await world();
  const ref = await it.open();
  await it.at(0);
  await it.act(ref, person('teamleider'), { verb: 'decide', kind: 'akkoord' });
  await it.at(1);
  it.post.log.length = 0;
  const log = (fields: Readonly<Record<string, unknown>>, message: string) =>
    void it.logged.push({ ...fields, message });
  const retaining: Omit<Retaining, 'keepers' | 'messenger'> = {
    cases: it.desk.cases,
    people: { keepOnly: async () => 0 },
    removed: screenOf('removed'),
    clock: it.now,
    log: { info: log, warn: log, error: log },
  };
  return {
    ...it,
    ref,
    remove: (keepers = [keeper()], messenger = it.post.messenger) => removeOld({ ...retaining, keepers, messenger }),
    exists: async () => (await it.desk.cases.load(ref)) !== undefined,
  };
}

test('kept until the term is over, and then gone: its cards say so first, its text is in no file any more', async () => {
  const it = await decided();
  await it.at(365 * DAY - 1);
  await it.remove();
  expect([await it.exists(), it.post.log]).toEqual([true, []]);
  await it.at(365 * DAY + 2);
  await it.remove();
  expect(await it.exists()).toBe(false);
  expect(it.post.log).toEqual(['update teamleider removed', 'update docent removed']);
  expect(await it.desk.cases.verifyJournal()).toEqual({ cases: 0, entries: 0, faults: [] });
  expect(foundIn(it.folder, it.ref)).toEqual([]);
  expect(it.logged).toEqual([{ ref: it.ref, message: 'A case was removed: it was kept long enough.' }]);
});

test('the control: without a term, or with one for the other kind only, nothing goes', async () => {
  const it = await decided();
  await it.at(20 * 365 * DAY);
  await it.remove([keeper({})]);
  await it.remove([keeper({ report: 1 })]);
  await it.remove([{ ...keeper(), id: 'een-andere' }]);
  expect(await it.exists()).toBe(true);
});

test('who only looks at it does not keep it', async () => {
  const it = await decided();
  await it.at(365 * DAY);
  await it.act(it.ref, person('teamleider'), { verb: 'open' });
  await it.at(365 * DAY + 2);
  await it.remove();
  expect(await it.exists()).toBe(false);
});

test('what the bestuur holds stays until it is released', async () => {
  const it = await decided();
  await it.act(it.ref, system, { verb: 'hold', by: email('bestuur') });
  await it.at(5 * 365 * DAY);
  await it.remove();
  expect(await it.exists()).toBe(true);
  await it.act(it.ref, system, { verb: 'release-hold', by: email('bestuur') });
  await it.at(5 * 365 * DAY + DAY);
  await it.remove();
  expect(await it.exists()).toBe(false);
});

test('held while its cards are being changed: it stays', async () => {
  const it = await decided();
  await it.at(366 * DAY);
  await it.remove([keeper()], {
    ...it.post.messenger,
    update: async (to, card, screen) => {
      await it.act(it.ref, system, { verb: 'hold', by: email('bestuur') });
      return it.post.messenger.update(to, card, screen);
    },
  });
  expect(await it.exists()).toBe(true);
});

test('a platform that is away keeps it a week; then it goes all the same', async () => {
  const it = await decided();
  it.post.never('docent', { refused: 'temporary' });
  await it.at(366 * DAY);
  await it.remove();
  expect(await it.exists()).toBe(true);
  await it.at(373 * DAY);
  await it.remove();
  expect(await it.exists()).toBe(false);
});

test('a card that is gone for good keeps nothing', async () => {
  const it = await decided();
  it.post.never('docent', { refused: 'permanent' });
  await it.at(366 * DAY);
  await it.remove();
  expect(await it.exists()).toBe(false);
});

test('a messenger that throws keeps that one and none of the others, and its message stays out of the log', async () => {
  const it = await decided();
  const other = await it.open('n-2');
  await it.act(other, person('docent'), { verb: 'withdraw' });
  it.post.never('docent', 'throws');
  await it.at(366 * DAY);
  await it.remove();
  expect(await it.exists()).toBe(true);
  expect(JSON.stringify(it.logged)).not.toContain('secret');
});

test('who is excluded is sent nothing, not even that', async () => {
  const it = await decided();
  const stored = await it.desk.cases.load(it.ref);
  if (stored === undefined) throw new Error('gone');
  const excluded = { ...stored.case, excluded: [email('teamleider')] };
  await it.desk.cases.change(it.ref, stored.version, { case: excluded, journal: [], rows: [] });
  await it.at(366 * DAY);
  await it.remove();
  expect([await it.exists(), it.post.log]).toEqual([false, ['update docent removed']]);
});

test('a store that fails is said by its kind, and nothing is rejected', async () => {
  const it = await decided();
  const cases = { ...it.desk.cases, endedBefore: () => Promise.reject(new Error('secret')) };
  const log = (fields: Readonly<Record<string, unknown>>, message: string) =>
    void it.logged.push({ ...fields, message });
  await removeOld({
    ...{ cases, people: { keepOnly: async () => 0 }, messenger: it.post.messenger, removed: screenOf('removed') },
    ...{ clock: it.now, keepers: [keeper()], log: { info: log, warn: log, error: log } },
  });
  expect(it.logged).toMatchObject([{ kind: 'Error' }]);
});

test('removing many cases leaves others their turn', async () => {
  const it = await decided();
  const refs = Array.from({ length: 30 }, (_, i) => `V-${i}`);
  const cases = {
    ...it.desk.cases,
    endedBefore: async (_: string, __: Date, after?: string) => (after === '' ? refs : []),
    load: async () => undefined,
  };
  const turns = passingBy();
  await removeOld({
    ...{ cases, people: { keepOnly: async () => 0 }, messenger: it.post.messenger, removed: screenOf('removed') },
    ...{
      clock: it.now,
      keepers: [keeper()],
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    },
  });
  expect(turns()).toBeGreaterThanOrEqual(refs.length);
});
