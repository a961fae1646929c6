import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { act } from '../../src/handover/desk.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { folderOf } from '../fakes/content.ts';
import { remarkOf } from '../fakes/remark.ts';
import { startMain } from '../fakes/started.ts';
import { foundIn } from '../store/found-in.ts';
import { freshFolder, KEY } from '../store/place.ts';
import { mail, waiting, withDesk } from './waiting.ts';

const LONG_AGO = () => new Date('2020-01-06T09:00:00.000Z');

/** A doubt that was withdrawn long ago, of which nothing is due any more. */
async function ended(folder: string): Promise<string> {
  const ref = await waiting(folder, LONG_AGO);
  const asker = { kind: 'person', organisation: 'example', email: mail('docent.wiskunde') } as const;
  await withDesk(
    folder,
    async (desk) => {
      await act(desk, ref, asker, { verb: 'withdraw' });
      const stored = await desk.cases.load(ref);
      if (stored === undefined) throw new Error('gone');
      const rows = (await desk.cases.rowsOf(ref)).map(({ person }) => ({ end: person }));
      await desk.cases.change(ref, stored.version, { case: stored.case, journal: [], rows });
    },
    LONG_AGO,
  );
  return ref;
}

const withStore = async <T>(
  folder: string,
  use: (store: Store) => Promise<T>,
  clock = () => new Date(),
): Promise<T> => {
  const store = await openStore({ folder, dataKey: KEY, production: true, clock, warn: () => undefined });
  return use(store).finally(() => store.close());
};

/** A question that had no answer. */
const asked = (folder: string, question: string, clock?: () => Date) =>
  withStore(folder, ({ remarks }) => remarks.keep(remarkOf('example', { question })), clock);

const remarksIn = (folder: string) => withStore(folder, ({ remarks }) => remarks.all('example'));

test('the whole program removes what its organisation kept long enough, and keeps what is new', async () => {
  const folder = freshFolder();
  const old = await ended(folder);
  const fresh = await waiting(folder);
  await asked(folder, 'hoe was het lang geleden', LONG_AGO);
  await asked(folder, 'hoe is het nu');
  const example = readFileSync('organisations/example.yaml', 'utf8');
  const made = folderOf({ 'example.yaml': example.replace('retention: {', 'retention: { twijfel: 12 maanden,') });
  onTestFinished(made.remove);
  const main = await startMain({ DATA_DIR: folder, DATA_KEY: KEY, ORGANISATIONS: made.folder });
  onTestFinished(async () => void (await main.kill()));
  await vi.waitFor(() => expect(main.log()).toContain('it was kept long enough'), 60_000);
  // It ends what it began.
  expect(await main.stop()).toBe(0);
  expect(foundIn(folder, old)).toEqual([]);
  expect((await remarksIn(folder)).map(({ question }) => question)).toEqual(['hoe is het nu']);
  await withDesk(folder, async ({ cases }) => {
    expect([await cases.load(old), (await cases.load(fresh))?.case.ref]).toEqual([undefined, fresh]);
    expect(await cases.verifyJournal()).toMatchObject({ cases: 1, faults: [] });
  });
});
