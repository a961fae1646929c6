import { expect, test } from 'vitest';
import type { Remark } from '../../src/conversation/remarks.ts';
import { withPostgres } from '../fakes/postgres/postgres.ts';
import { foundIn } from './found-in.ts';
import { freshFolder, onPostgres, onSqlite, openIn, type Place } from './place.ts';

/** What people made of answers, on either database. */

const remark: Remark = {
  organisation: 'de-voorbeeld',
  about: 'thumb',
  protocol: 'calvijn',
  kind: 'answer',
  topic: 'giraffes',
  article: 'B.5',
  good: false,
  question: 'mag een kanariepiet op de foto',
  line: '',
};

function contract(name: string, make: () => Promise<Place>): void {
  test(`${name}: keeps what was said, by the week`, async () => {
    const opened = await (await make()).open();
    const { remarks } = opened.store;
    // Late on the Sunday, and early on the Monday after it.
    opened.now = new Date('2026-11-22T23:59:59.000Z');
    await remarks.keep(remark);
    opened.now = new Date('2026-11-23T00:00:00.000Z');
    await remarks.keep({ ...remark, good: true });
    await remarks.keep({ ...remark, organisation: 'elders' });
    const kept = await remarks.all('de-voorbeeld');
    expect(kept.toSorted((a, b) => (a.week < b.week ? -1 : 1))).toEqual([
      { ...remark, week: '2026-11-16' },
      { ...remark, good: true, week: '2026-11-23' },
    ]);
    expect(await remarks.all('nergens')).toEqual([]);
  });

  test(`${name}: forgets the weeks that had begun by a moment, of one organisation`, async () => {
    const opened = await (await make()).open();
    const { remarks } = opened.store;
    for (const day of ['2026-11-10', '2026-11-18', '2026-11-25']) {
      opened.now = new Date(`${day}T12:00:00.000Z`);
      await remarks.keep(remark);
      await remarks.keep({ ...remark, organisation: 'elders' });
    }
    // What was said on a Monday may be the oldest of its week: it goes with it, so that nothing stays longer than it may.
    expect(await remarks.forget('de-voorbeeld', new Date('2026-11-15T23:00:00.000Z'))).toBe(1);
    expect(await remarks.forget('de-voorbeeld', new Date('2026-11-16T00:00:00.000Z'))).toBe(1);
    expect((await remarks.all('de-voorbeeld')).map(({ week }) => week)).toEqual(['2026-11-23']);
    expect(await remarks.all('elders')).toHaveLength(3);
  });

  test(`${name}: what was changed outside the bot is not believed`, async () => {
    const place = await make();
    const { store } = await place.open();
    await store.remarks.keep(remark);
    await place.tamper(`update remarks set organisation = 'elders'`);
    await expect(store.remarks.all('elders')).rejects.toMatchObject({ code: 'SEAL_BROKEN' });
  });
}

contract('on SQLite', async () => onSqlite());
await withPostgres('what people made of answers', (server) => {
  contract('on PostgreSQL', () => onPostgres(server));
});

test('no word of it stands in the file, but the week does', async () => {
  const folder = freshFolder();
  const { store } = await openIn(folder);
  await store.remarks.keep(remark);
  await store.close();
  for (const word of ['kanariepiet', 'calvijn', 'giraffes']) expect(foundIn(folder, word)).toEqual([]);
  expect(foundIn(folder, '2026-11-23')).not.toEqual([]);
});
