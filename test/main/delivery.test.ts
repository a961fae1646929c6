import { expect, onTestFinished, test, vi } from 'vitest';
import { act } from '../../src/handover/desk.ts';
import { example } from '../bot/world.ts';
import { type Started, startMain } from '../fakes/started.ts';
import { freshFolder, KEY } from '../store/place.ts';
import { CANARY, mail, waiting, withDesk } from './waiting.ts';

/** The whole program over a store in which a case waits: what somebody sent before the server went down. */

/** Only against what never comes. */
const PATIENCE_MS = 60_000;
async function start(folder: string): Promise<Started> {
  const main = await startMain({ DATA_DIR: folder, DATA_KEY: KEY });
  onTestFinished(async () => void (await main.kill()));
  return main;
}

type Inbox = { readonly mails: readonly { readonly id: string; readonly updatedAt?: string }[] };

async function inbox({ url }: Started, name: string): Promise<Inbox['mails']> {
  const response = await fetch(`${url}/page/inbox?person=${mail(name)}`);
  const { mails } = (await response.json()) as Inbox;
  expect(JSON.stringify(mails)).not.toContain(CANARY);
  return mails;
}

/**
 * Puts the clock forward to what is due next, until this is so. What is being settled at that moment counts as due at the end of
 * its claim, and that step brings nothing.
 */
async function next<T>({ url }: Started, check: () => Promise<T>): Promise<T> {
  const body = JSON.stringify({ step: 'volgende', location: 'calvijn' });
  for (let left = 4; ; left -= 1) {
    await fetch(`${url}/page/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    try {
      return await check();
    } catch (cause) {
      if (left === 0) throw cause;
    }
  }
}

test('what waited is delivered; reminder and deputy come with the clock; killed and started again, nothing is lost', async () => {
  const folder = freshFolder();
  const ref = await waiting(folder);
  const first = await start(folder);
  const told = await vi.waitFor(async () => {
    const mails = await inbox(first, 'teamleider.onderbouw');
    expect(mails).toHaveLength(1);
    return mails;
  }, PATIENCE_MS);
  // A reminder is a message of its own, and the first one points to it.
  await next(first, async () => {
    const reminded = await inbox(first, 'teamleider.onderbouw');
    expect(reminded).toMatchObject([{ id: told[0]?.id, updatedAt: expect.any(String) }, {}]);
    expect(reminded[1]).not.toHaveProperty('updatedAt');
  });
  await next(first, async () => expect(await inbox(first, 'teamleider.bovenbouw')).toHaveLength(1));
  expect(await inbox(first, 'docent.wiskunde')).toHaveLength(1);
  await first.kill();
  expect(first.log()).toContain('The page shows the organisation example.');
  expect(first.log()).not.toContain(CANARY);
  expect(first.log()).not.toContain('@');

  await withDesk(folder, async (desk) => {
    const actor = { kind: 'person', organisation: example.id, email: mail('teamleider.bovenbouw') } as const;
    expect(await act(desk, ref, actor, { verb: 'decide', kind: 'akkoord' })).toMatchObject({ kind: 'done' });
  });
  const second = await start(folder);
  await vi.waitFor(async () => {
    for (const name of ['docent.wiskunde', 'teamleider.onderbouw', 'teamleider.bovenbouw'])
      expect(await inbox(second, name)).toHaveLength(1);
  }, PATIENCE_MS);
  expect(await second.stop()).toBe(0);
  await withDesk(folder, async ({ cases }) => {
    expect(await cases.rowsOf(ref)).toEqual([]);
    expect(await cases.verifyJournal()).toMatchObject({ cases: 1, faults: [] });
  });
});

test('a data folder with another key: it says so and does not start', async () => {
  const folder = freshFolder();
  await waiting(folder);
  const other = Buffer.alloc(32, 9).toString('base64');
  await expect(startMain({ DATA_DIR: folder, DATA_KEY: other })).rejects.toThrow(/DATA_KEY/);
});
