import { beforeEach, describe, expect, test } from 'vitest';
import { email, hoursLater, MONDAY, ORGANISATION, opened as opening, recipient, reporting } from '../handover/world.ts';
import { content } from './contract.ts';
import type { Opened, Place } from './place.ts';

const REF = 'V-7K3F9Q';
const OTHER = 'V-222222';

/** Every way to change a journal, and what is found. */
const changes: readonly (readonly [what: string, statements: readonly string[], fault: RegExp])[] = [
  ['an actor', [`update journal set actor = 'x@y.nl' where ref = '${REF}' and seq = 2`], /entry 2 .* changed/],
  ['a verb', [`update journal set verb = 'decide' where ref = '${REF}' and seq = 1`], /entry 1 .* changed/],
  ['a moment', [`update journal set at = '2026-01-01' where ref = '${REF}' and seq = 4`], /entry 4 .* changed/],
  ['data', [`update journal set data = '{}' where ref = '${REF}' and seq = 1`], /entry 1 .* changed/],
  ['a MAC', [`update journal set mac = 'x' where ref = '${REF}' and seq = 3`], /entry 3 .* changed/],
  ['the first entry removed', [`delete from journal where ref = '${REF}' and seq = 1`], /entry 1 .* removed/],
  ['one removed in the middle', [`delete from journal where ref = '${REF}' and seq = 2`], /entry 2 .* removed/],
  [
    'one removed in the middle and the rest renumbered',
    [
      `delete from journal where ref = '${REF}' and seq = 2`,
      `update journal set seq = seq - 1 where ref = '${REF}' and seq > 2`,
    ],
    /entry 2 .* changed/,
  ],
  ['the last entry removed', [`delete from journal where ref = '${REF}' and seq = 4`], /last of 4 .* removed/],
  [
    'the last entry removed and the case made to fit',
    [
      `delete from journal where ref = '${REF}' and seq = 4`,
      `update cases set journal_length = 3, version = 3,
       journal_last = (select mac from journal where ref = '${REF}' and seq = 3) where ref = '${REF}'`,
    ],
    /case itself was changed/,
  ],
  [
    'two entries swapped',
    [
      `update journal set seq = 99 where ref = '${REF}' and seq = 2`,
      `update journal set seq = 2 where ref = '${REF}' and seq = 3`,
      `update journal set seq = 3 where ref = '${REF}' and seq = 99`,
    ],
    /entry 2 .* changed/,
  ],
  [
    'an entry added at the end',
    [`insert into journal select ref, 5, verb, actor, at, data, mac from journal where ref = '${REF}' and seq = 4`],
    /entry 5 .* changed, moved or added/,
  ],
  [
    'an entry of another case',
    [
      `update journal set (actor, mac) = (select actor, mac from journal where ref = '${OTHER}' and seq = 2)
      where ref = '${REF}' and seq = 2`,
    ],
    /entry 2 .* changed/,
  ],
  ['the state', [`update cases set state = 'closed', holder = null where ref = '${REF}'`], /case itself/],
  ['who has it', [`update cases set holder = 'x@y.nl' where ref = '${REF}'`], /case itself/],
  ['who asked', [`update cases set asker = 'x@y.nl' where ref = '${REF}'`], /case itself/],
  ['the length', [`update cases set journal_length = 9 where ref = '${REF}'`], /case itself/],
  ['the version', [`update cases set version = 9 where ref = '${REF}'`], /case itself/],
  [
    'the text, taken from another case',
    [`update cases set content = (select content from cases where ref = '${OTHER}') where ref = '${REF}'`],
    /case itself/,
  ],
  [
    'the key, taken from another case',
    [`update cases set wrapped_key = (select wrapped_key from cases where ref = '${OTHER}') where ref = '${REF}'`],
    /cannot be decrypted/,
  ],
  ['the case removed', [`delete from cases where ref = '${REF}'`], /case was removed/],
  ['its journal removed', [`delete from journal where ref = '${REF}'`], /last of 4 .* removed/],
  ['what was due removed', [`delete from hand_over where ref = '${REF}'`], /open and nothing is due/],
  [
    'what was due turned into a message',
    [`update hand_over set stage = 'tell' where ref = '${REF}'`],
    /nothing is due/,
  ],
];

/** What every store must notice of a journal, whatever database is under it. */
export function journalContract(name: string, make: () => Promise<Place>): void {
  describe(name, () => {
    let place: Place;
    let it: Opened;

    beforeEach(async () => {
      place = await make();
      it = await place.open();
      for (const ref of [REF, OTHER]) {
        const { case: kase, ...rest } = opening({}, ref);
        await it.store.cases.create({ case: kase, ...rest }, content, ref);
        for (const [i, actor] of ['teamleider', 'adjunct', 'directeur'].entries()) {
          const journal = [{ verb: 'open', actor: email(actor), at: MONDAY.toISOString(), data: { i } }];
          await it.store.cases.change(ref, i + 1, { case: kase, journal, rows: [] });
        }
      }
    });

    test('that nobody touched is in order', async () => {
      expect(await it.store.cases.verifyJournal()).toEqual({ cases: 2, entries: 8, faults: [] });
      expect(await it.store.cases.verifyJournal(REF)).toEqual({ cases: 1, entries: 4, faults: [] });
    });

    test.each(changes)('%s: found, and the other case is not accused', async (_, statements, fault) => {
      await place.tamper(...statements);
      const { faults } = await it.store.cases.verifyJournal();
      expect(faults).toEqual([{ ref: REF, fault: expect.stringMatching(fault) }]);
      expect((await it.store.cases.verifyJournal(REF)).faults).toEqual(faults);
      expect((await it.store.cases.verifyJournal(OTHER)).faults).toEqual([]);
    });

    test('an entry of an earlier life of the same case, with a MAC of its own, does not fit', async () => {
      const entry = (column: string) => place.peek(`select ${column} from journal where ref = '${REF}' and seq = 2`);
      const [actor, at, data, mac] = await Promise.all(['actor', 'at', 'data', 'mac'].map(entry));
      await it.store.cases.erase(REF);
      const later = opening({}, REF, hoursLater(1));
      await it.store.cases.create(later, content, 'second life');
      const journal = [{ verb: 'open', actor: email('ict'), at: MONDAY.toISOString(), data: {} }];
      await it.store.cases.change(REF, 1, { case: later.case, journal, rows: [] });
      expect((await it.store.cases.verifyJournal(REF)).faults).toEqual([]);
      await place.tamper(
        `update journal set actor = '${actor}', at = '${at}', data = '${data}', mac = '${mac}' where ref = '${REF}' and seq = 2`,
      );
      expect((await it.store.cases.verifyJournal(REF)).faults).toEqual([
        { ref: REF, fault: expect.stringMatching(/entry 2 .* changed/) },
      ]);
    });

    test.each([
      ['removed', 'delete from beside'],
      ['changed', `update beside set holder = 'x@y.nl'`],
    ])('who has it beside, %s, is found', async (_, statement) => {
      const report = opening({ ...reporting, beside: [[recipient('fg')]] }, 'M-7K3F9Q');
      await it.store.cases.create(report, content, 'n');
      expect((await it.store.cases.verifyJournal()).faults).toEqual([]);
      await place.tamper(statement);
      expect((await it.store.cases.verifyJournal()).faults.map(({ ref }) => ref)).toContain('M-7K3F9Q');
      const broken = (await it.store.cases.openFor(ORGANISATION, email('fg'))).cases.map(({ ref }) => ref);
      expect(broken).toEqual([]);
    });

    test('who has it beside a case that was removed is found', async () => {
      await it.store.cases.create(opening({ ...reporting, beside: [[recipient('fg')]] }, 'M-7K3F9Q'), content, 'n');
      await place.tamper(`update beside set ref = 'M-222222'`);
      expect((await it.store.cases.verifyJournal()).faults.map(({ ref }) => ref)).toContain('M-222222');
    });

    test('who was put beside another case is not shown it', async () => {
      for (const [ref, name] of [
        ['M-222222', 'fg'],
        ['M-333333', 'privacy'],
      ] as const) {
        await it.store.cases.create(opening({ ...reporting, beside: [[recipient(name)]] }, ref), content, ref);
      }
      await place.tamper(
        `update beside set holder = (select holder from beside where ref = 'M-222222') where ref = 'M-333333'`,
      );
      const fg = await it.store.cases.openFor(ORGANISATION, email('fg'));
      expect(fg.cases.map(({ ref }) => ref)).toEqual(['M-222222']);
      expect((await it.store.cases.verifyJournal()).faults.map(({ ref }) => ref)).toEqual(['M-333333']);
    });

    test('something due whose name was changed is left out, the rest is done', async () => {
      await place.tamper(`update hand_over set person = 'x@y.nl' where ref = '${REF}'`);
      const due = await it.store.cases.claimDue(hoursLater(100), 1_000, 10);
      expect(due.map(({ ref }) => ref)).toEqual([OTHER]);
      expect(it.warnings).toEqual([expect.stringContaining(REF)]);
      expect((await it.store.cases.verifyJournal()).faults.map(({ ref }) => ref)).toEqual([REF]);
    });

    test('put back to an earlier state as a whole, entry and all, is found by its head', async () => {
      const earlier = (column: string) => place.peek(`select ${column} from cases where ref = '${REF}'`);
      const [value, head] = await Promise.all(['value', 'journal_head'].map(earlier));
      const stored = await it.store.cases.load(REF);
      if (stored === undefined) throw new Error('gone');
      const decided = { case: { ...stored.case, state: 'decided' as const }, journal: [], rows: [] };
      await it.store.cases.change(REF, stored.version, decided);
      await place.tamper(`update cases set value = '${value}', journal_head = '${head}' where ref = '${REF}'`);
      expect((await it.store.cases.verifyJournal()).faults).toHaveLength(1);
    });

    test('a case that was changed is not used, does not get a fresh head, and does not hide the others', async () => {
      await place.tamper(`update cases set holder = 'x@y.nl', state = 'open' where ref = '${REF}'`);
      const { cases } = it.store;
      const kase = opening({}, REF).case;
      await expect(cases.load(REF)).rejects.toMatchObject({ code: 'CASE_DAMAGED' });
      await expect(cases.content(REF)).rejects.toMatchObject({ code: 'CASE_DAMAGED' });
      await expect(cases.change(REF, 4, { case: kase, journal: [], rows: [] })).rejects.toMatchObject({
        code: 'CASE_DAMAGED',
      });
      expect((await cases.verifyJournal()).faults).toHaveLength(1);
      expect((await cases.listFor(kase.organisation, kase.asker)).cases.map(({ ref }) => ref)).toEqual([OTHER]);
      expect(it.warnings).toEqual([expect.stringContaining(REF)]);
    });

    test('more cases than fit in one page are all looked at', async () => {
      for (let i = 0; i < 205; i += 1) {
        const ref = `V-${String(i).padStart(6, 'A').replaceAll('0', 'B').replaceAll('1', 'C')}`;
        await it.store.cases.create(opening({}, ref), content, ref);
      }
      await place.tamper(`delete from journal where ref in (select max(ref) from cases)`);
      const { cases, faults } = await it.store.cases.verifyJournal();
      expect([cases, faults.length]).toEqual([207, 1]);
    });
  });
}
