import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { LEASE_MS } from '../../src/delivery/loop.ts';
import { poking } from '../../src/delivery/poking.ts';
import { SENDING_MS } from '../../src/delivery/sending.ts';
import { send } from '../../src/handover/desk.ts';
import { person, request } from '../handover/world.ts';
import { passingBy, screenOf, world } from './world.ts';

/** Only against what never comes. */
const PATIENCE_MS = 60_000;

const MINUTE = 1 / 60;

test('from notice to daily reminder: nobody answers, and it is never silent', async () => {
  const { at, open, post, logged, desk } = await world();
  const ref = await open();
  await at(0);
  await at(3.9);
  expect(post.log).toEqual(['notify teamleider notify']);
  await at(4);
  expect(post.log.slice(1)).toEqual(['update teamleider moved', 'notify teamleider remind']);
  await at(8);
  expect(post.log.slice(3).sort()).toEqual(['notify adjunct notify', 'notify docent tell', 'update teamleider tell']);
  for (const hours of [12, 16, 20, 24, 28, 32, 36]) await at(hours);
  const notified = post.log.filter((line) => / notify$/.test(line));
  expect(notified.map((line) => line.split(' ')[1])).toEqual([
    'teamleider',
    'adjunct',
    'directeur',
    'conrector',
    'bestuur',
  ]);
  expect(logged).toEqual([]);
  await at(40);
  expect(post.log.slice(-2)).toEqual(['update bestuur moved', 'notify bestuur daily']);
  expect(logged).toMatchObject([{ ref, signal: 'nobody-answers' }]);
  await at(48);
  expect(post.log.slice(-2)).toEqual(['update bestuur moved', 'notify bestuur daily']);
  expect(logged).toHaveLength(2);
  expect(post.log.filter((line) => line.startsWith('notify docent'))).toHaveLength(1);
  expect(await desk.cases.verifyJournal()).toMatchObject({ faults: [] });
});

test('after a decision everybody sees how it stands on the card they have, and nothing more is due', async () => {
  const { at, open, post, act, desk } = await world();
  const ref = await open();
  await at(0);
  await act(ref, person('teamleider'), { verb: 'decide', kind: 'akkoord' });
  await at(0);
  expect(post.log.slice(1).sort()).toEqual(['notify docent tell', 'update teamleider tell']);
  expect(await desk.cases.nextDueAt()).toBeUndefined();
  await at(1000);
  expect(post.log).toHaveLength(3);
});

test('a refusal for good goes to the next at once, and the journal says so', async () => {
  const { at, open, post, journal } = await world();
  post.never('teamleider', { refused: 'permanent' });
  const ref = await open();
  await at(0);
  expect(post.log.sort()).toEqual(['notify adjunct notify', 'notify docent tell']);
  expect((await journal(ref)).slice(0, 3)).toEqual([
    'send teamleider',
    'deliver-failed teamleider',
    'escalate adjunct',
  ]);
});

test('many cases of people who cannot be reached leave others their turn', async () => {
  const { at, open, post } = await world();
  for (const name of ['teamleider', 'adjunct', 'directeur', 'conrector', 'bestuur', 'docent']) {
    post.never(name, { refused: 'permanent' });
  }
  for (let i = 0; i < 60; i += 1) await open(`n-${i}`);
  const turns = passingBy();
  await at(0);
  // At most sixteen are begun together.
  expect(turns()).toBeGreaterThanOrEqual(60 / 16);
});

test('nobody at all can be reached: the operator hears it, every day', async () => {
  const { at, open, post, logged } = await world();
  for (const name of ['teamleider', 'adjunct', 'directeur', 'conrector', 'bestuur', 'docent']) {
    post.never(name, { refused: 'permanent' });
  }
  const ref = await open();
  await at(0);
  expect(logged).toContainEqual(expect.objectContaining({ ref, signal: 'nobody-answers' }));
  const before = logged.length;
  await at(8);
  expect(logged.length).toBeGreaterThan(before);
});

test('a refusal for now is tried again, not before the platform said', async () => {
  const { at, open, post, desk } = await world();
  post.trouble('teamleider', { refused: 'temporary', retryAfterMs: 600_000 });
  await open();
  await at(0);
  expect(await desk.cases.nextDueAt()).toEqual(new Date('2026-11-23T09:10:07.500Z'));
  await at(9 * MINUTE);
  expect(post.log).toEqual([]);
  await at(11 * MINUTE);
  expect(post.log).toEqual(['notify teamleider notify']);
});

test('a platform that stays down until the deadline: the next has it', async () => {
  const { at, open, post } = await world();
  post.never('teamleider', { refused: 'temporary' });
  await open();
  for (let hours = 0; hours < 9; hours += 0.25) await at(hours);
  expect(post.log).toContain('notify adjunct notify');
});

test.each(['throws', 'hangs'] as const)('a messenger that %s for one leaves the others theirs', async (trouble) => {
  const { at, open, post, logged } = await world({ sendingMs: 50 });
  post.trouble('teamleider', trouble);
  const refs = await Promise.all(Array.from({ length: 40 }, (_, i) => open(`n-${i}`)));
  await at(0);
  expect(post.log).toHaveLength(refs.length - 1);
  expect(JSON.stringify(logged)).not.toMatch(/secret|geheim|voorbeeld\.nl/);
  expect(logged).toHaveLength(1);
  await at(MINUTE);
  expect(post.log).toHaveLength(refs.length);
});

test('cards that cannot be made: their item fails, the good ones beside it arrive', async () => {
  const poison = new Set<string>();
  const { at, open, post, logged } = await world({
    screenFor: (kase, stage) => {
      if (poison.has(kase.ref)) throw new RangeError(`een geheim over ${kase.ref}`);
      return screenOf(stage);
    },
  });
  for (let i = 0; i < 60; i += 1) {
    const ref = await open(`n-${i}`);
    if (i < 50) poison.add(ref);
  }
  await at(0);
  expect(post.log).toHaveLength(10);
  expect(logged).toHaveLength(50);
  expect(logged[0]).toMatchObject({ kind: 'RangeError', stage: 'notify' });
  expect(JSON.stringify(logged)).not.toContain('geheim');
  poison.clear();
  await at(1);
  expect(post.log).toHaveLength(60);
});

test('two loops on one store: each card once', async () => {
  const { at, open, post, another } = await world();
  for (let i = 0; i < 50; i += 1) await open(`n-${i}`);
  const other = another();
  await Promise.all([at(0), other.drain(), other.drain()]);
  expect(post.log).toHaveLength(50);
});

test('who dies between claiming and settling has postponed it by the lease', async () => {
  const { at, open, post, desk, now } = await world();
  const ref = await open();
  expect(await desk.cases.claimDue(now(), LEASE_MS, 10)).toMatchObject([{ ref }]);
  await at(MINUTE);
  expect(post.log).toEqual([]);
  await at(3 * MINUTE);
  expect(post.log).toEqual(['notify teamleider notify']);
});

test('who dies after sending: the card that was remembered is changed, not sent again', async () => {
  const { at, open, post, desk, another } = await world();
  await open();
  // Everything but the end: the platform took it, the process is gone.
  const dying = { ...desk, cases: { ...desk.cases, settle: async () => Promise.reject(new Error('killed')) } };
  await another({ desk: dying }).drain();
  expect(post.log).toEqual(['notify teamleider notify']);
  await at(3 * MINUTE);
  expect(post.log).toEqual(['notify teamleider notify', 'update teamleider notify']);
});

test('a card that is gone is sent anew', async () => {
  const { at, open, post } = await world();
  await open();
  await at(0);
  post.gone.add('m1');
  await at(4);
  expect(post.log).toEqual(['notify teamleider notify', 'notify teamleider remind']);
});

test('the lease is longer than all that one item may take', () => {
  expect(LEASE_MS).toBeGreaterThan(3 * SENDING_MS);
});

test('a loop that runs: wakes up by a poke, finishes what it claimed when it stops', async () => {
  const { post, desk, another, act } = await world();
  let finish: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const loop = another({
    messenger: {
      ...post.messenger,
      notify: async (to, screen) => {
        await slow;
        return post.messenger.notify(to, screen);
      },
    },
  });
  onTestFinished(() => loop.stop());
  loop.start();
  await wait(20);
  // The loop sleeps by now; nothing but the poke after creating wakes it.
  const poked = { ...desk, cases: poking(desk.cases, loop.poke) };
  const sent = await send(poked, request, { fields: {}, notes: [] }, 'n-1');
  if (sent.kind !== 'sent') throw new Error('nobody');
  const { ref } = sent.case;
  await vi.waitFor(
    async () => expect((await desk.cases.rowsOf(ref))[0]?.dueAt).not.toBe('2026-11-23T09:00:00.000Z'),
    PATIENCE_MS,
  );
  let stopped = false;
  const stopping = loop.stop().then(() => {
    stopped = true;
  });
  await wait(20);
  expect(stopped).toBe(false);
  finish();
  await stopping;
  expect(post.log).toEqual(['notify teamleider notify']);
  expect(await desk.cases.rowsOf(ref)).toMatchObject([{ stage: 'remind' }]);
  await act(ref, person('teamleider'), { verb: 'decide', kind: 'akkoord' });
  await wait(20);
  expect(post.log).toHaveLength(1);
});

test('a store that fails for a moment does not end the loop', async () => {
  const { open, post, desk, another, logged } = await world();
  let failures = 2;
  const cases = {
    ...desk.cases,
    claimDue: async (...given: Parameters<typeof desk.cases.claimDue>) => {
      if (failures-- > 0) throw Object.assign(new Error('een geheim'), { code: 'STORE_BUSY' });
      return desk.cases.claimDue(...given);
    },
  };
  await open();
  const loop = another({ desk: { ...desk, cases } });
  onTestFinished(() => loop.stop());
  loop.start();
  await vi.waitFor(() => expect(post.log).toHaveLength(1), PATIENCE_MS);
  expect(logged).toMatchObject([{ kind: 'STORE_BUSY' }, { kind: 'STORE_BUSY' }]);
});
