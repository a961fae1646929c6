import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { DATABASE_FILE } from '../../src/store/store.ts';
import { email, MONDAY, ORGANISATION } from '../handover/world.ts';
import { foundIn } from './found-in.ts';
import { freshFolder, openIn } from './place.ts';
import { tamper } from './tamper.ts';

/** What the version before names were hidden wrote, with the key of these tests: two doubts, cards, a draft. */
const earlier = readFileSync(join(import.meta.dirname, 'earlier', 'before-names-were-hidden.sql'), 'utf8');
const people = ['docent', 'teamleider', 'ict'].map(email);

let folder: string;

beforeEach(() => {
  folder = freshFolder();
  const sqlite = new DatabaseSync(join(folder, DATABASE_FILE), { enableForeignKeyConstraints: false });
  sqlite.exec(`pragma journal_mode = wal; ${earlier}`);
  sqlite.close();
});

describe('what was kept before names were hidden', () => {
  test('is all there after the start, with nobody in clear text in any file', async () => {
    for (const each of people) expect(foundIn(folder, each)).toEqual([DATABASE_FILE]);
    const { store, warnings } = await openIn(folder);
    for (const each of [...people, 'a:19-conversation']) expect(foundIn(folder, each)).toEqual([]);
    const { cases, drafts } = store;
    expect(await cases.verifyJournal()).toEqual({ cases: 2, entries: 5, faults: [] });
    expect((await cases.listFor(ORGANISATION, email('docent'))).cases.map(({ ref }) => ref)).toEqual([
      'V-222222',
      'V-7K3F9Q',
    ]);
    expect((await cases.openFor(ORGANISATION, email('ict'))).cases.map(({ ref }) => ref)).toEqual(['V-7K3F9Q']);
    expect((await cases.journalOf('V-7K3F9Q')).at(-1)).toEqual({
      verb: 'pass-on',
      actor: email('teamleider'),
      at: MONDAY.toISOString(),
      data: { to: email('ict') },
    });
    expect((await cases.rowsOf('V-7K3F9Q')).map(({ person, stage }) => [person, stage])).toEqual([
      [email('docent'), 'tell'],
      [email('ict'), 'notify'],
      [email('teamleider'), 'tell'],
    ]);
    expect(await cases.messagesOf('V-7K3F9Q')).toMatchObject([
      { person: email('docent'), channel: 'teams', conversation: 'a:19-conversation', messageId: 'f:1' },
      { person: email('ict'), channel: 'page', conversation: 'page', messageId: '2' },
    ]);
    expect(await cases.claimDue(MONDAY, 1_000, 10)).toHaveLength(5);
    const docent = { organisation: ORGANISATION, email: email('docent') };
    expect(await drafts.take(docent, 'nonce')).toEqual({ vraag: 'Half getypt' });
    expect(warnings).toEqual([]);
  });

  test('is not done twice', async () => {
    await (await openIn(folder)).store.close();
    const { store } = await openIn(folder);
    expect(await store.cases.verifyJournal()).toMatchObject({ entries: 5, faults: [] });
    expect(await store.cases.journalOf('V-222222')).toHaveLength(2);
  });

  test.each([
    ['the case', `update cases set holder = 'x@y.nl' where ref = 'V-7K3F9Q'`],
    ['an entry', `update journal set actor = 'x@y.nl' where ref = 'V-7K3F9Q' and seq = 2`],
    ['an entry that is not JSON any more', `update journal set data = '' where ref = 'V-7K3F9Q' and seq = 2`],
  ])('and was changed outside the bot, stays found; the others are hidden: %s', async (_, statement) => {
    tamper(folder, statement);
    const { store, warnings } = await openIn(folder);
    expect((await store.cases.verifyJournal()).faults.map(({ ref }) => ref)).toEqual(['V-7K3F9Q']);
    expect((await store.cases.listFor(ORGANISATION, email('docent'))).cases.map(({ ref }) => ref)).toEqual([
      'V-222222',
    ]);
    expect(warnings).toEqual([expect.stringContaining('V-7K3F9Q')]);
  });
});
