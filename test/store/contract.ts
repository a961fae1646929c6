import { beforeEach, describe, expect, test } from 'vitest';
import type { Case, Content } from '../../src/handover/case.ts';
import type { Change } from '../../src/handover/outcome.ts';
import type { Due, Listed } from '../../src/handover/ports.ts';
import {
  email,
  hoursLater,
  MONDAY,
  ORGANISATION,
  opened as opening,
  recipient,
  reported,
  reporting,
} from '../handover/world.ts';
import type { Opened } from './place.ts';

/** What every store must do, whatever database is under it. */

export const content: Content = {
  fields: { question: 'Mag deze foto op de site?', draft: 'Wat een dag!', link: 'https://voorbeeld.nl/1' },
  notes: [],
};

const REF = 'V-7K3F9Q';

export function storeContract(name: string, make: () => Promise<Opened>): void {
  describe(name, () => {
    let it: Opened;
    beforeEach(async () => {
      it = await make();
    });
    const cases = () => it.store.cases;
    const create = (ref = REF, nonce = `nonce of ${ref}`, changes: Parameters<typeof opening>[0] = {}) =>
      cases().create(opening(changes, ref), content, nonce);
    const loaded = async (ref = REF): Promise<Case> => {
      const stored = await cases().load(ref);
      if (stored === undefined) throw new Error(`${ref} is not there`);
      return stored.case;
    };
    const change = async (more: Partial<Change> = {}): Promise<Change> => ({
      case: await loaded(),
      journal: [{ verb: 'open', actor: email('teamleider'), at: MONDAY.toISOString(), data: {} }],
      rows: [],
      ...more,
    });
    const claimOne = async (now = MONDAY, leaseMs = 60_000): Promise<Due> => {
      const [due] = await cases().claimDue(now, leaseMs, 1);
      if (due === undefined) throw new Error('Nothing is due');
      return due;
    };

    describe('keeping a case', () => {
      test('keeps the case, its text, its journal and its row', async () => {
        expect(await create()).toEqual({ ref: REF, already: false });
        expect(await cases().load(REF)).toEqual({ case: opening().case, version: 1 });
        expect(await cases().content(REF)).toEqual(content);
        expect(await cases().journalOf(REF)).toEqual(opening().journal);
        expect(await cases().rowsOf(REF)).toEqual([
          { person: email('teamleider'), stage: 'notify', dueAt: MONDAY.toISOString() },
        ]);
      });

      test('the same form twice is one case, under the first reference', async () => {
        await create('V-222222', 'one form');
        expect(await create('V-333333', 'one form')).toEqual({ ref: 'V-222222', already: true });
        expect(await cases().load('V-333333')).toBeUndefined();
        expect(await cases().journalOf('V-222222')).toHaveLength(1);
      });

      test('the same form ten times at once is one case', async () => {
        const refs = Array.from('23456789AB', (letter) => `V-22222${letter}`);
        const results = await Promise.all(refs.map((ref) => create(ref, 'one form')));
        expect(new Set(results.map((each) => (each === 'ref-taken' ? each : each.ref))).size).toBe(1);
        expect(results.filter((each) => each !== 'ref-taken' && !each.already)).toHaveLength(1);
        expect((await cases().verifyJournal()).cases).toBe(1);
      });

      test('the same nonce of somebody else, or elsewhere, is another case', async () => {
        await create('V-222222', 'n');
        expect(await create('V-333333', 'n', { asker: email('collega') })).toMatchObject({ already: false });
        expect(await create('V-444444', 'n', { organisation: 'een-andere' })).toMatchObject({ already: false });
      });

      test('a reference that is taken is said, and nothing is written', async () => {
        await create(REF, 'first');
        expect(await create(REF, 'second')).toBe('ref-taken');
        expect(await cases().verifyJournal()).toEqual({ cases: 1, entries: 1, faults: [] });
      });

      test('text in the journal is refused, with all of it', async () => {
        const { journal, ...rest } = opening();
        const wordy = { ...rest, journal: [...journal, { verb: 'x', actor: 'y', at: 'z', data: { note: 'een zin' } }] };
        await expect(cases().create(wordy, content, 'n')).rejects.toMatchObject({ code: 'JOURNAL_TEXT' });
        expect(await cases().verifyJournal()).toEqual({ cases: 0, entries: 0, faults: [] });
      });

      test('of many at once the one that cannot be kept fails alone', async () => {
        const refs = Array.from(
          '23456789ABCDEFGHJKLMNPQRSTUVWXYZ23456789',
          (letter, i) => `V-2222${i < 32 ? 2 : 3}${letter}`,
        );
        const faulty = refs[7] ?? '';
        const send = (ref: string) => {
          const { journal, ...rest } = opening({}, ref);
          const added = ref === faulty ? [{ verb: 'x', actor: 'y', at: 'z', data: { note: 'een zin' } }] : [];
          return cases().create({ ...rest, journal: [...journal, ...added] }, content, ref);
        };
        const results = await Promise.allSettled(refs.map(send));
        expect(results.flatMap(({ status }, i) => (status === 'rejected' ? refs[i] : []))).toEqual([faulty]);
        expect(await cases().verifyJournal()).toEqual({ cases: 39, entries: 39, faults: [] });
        expect(await cases().load(faulty)).toBeUndefined();
      });
    });

    test('what is not there is not there', async () => {
      expect(await cases().load(REF)).toBeUndefined();
      expect(await cases().content(REF)).toBeUndefined();
      expect(await cases().journalOf(REF)).toEqual([]);
      expect(await cases().claimDue(MONDAY, 1_000, 5)).toEqual([]);
      expect(await cases().nextDueAt()).toBeUndefined();
    });

    describe('changing a case', () => {
      beforeEach(() => create());

      test('changes case, journal, rows and notes together', async () => {
        const after: Case = { ...(await loaded()), state: 'withdrawn' };
        const note = { verb: 'x', by: email('docent'), at: MONDAY.toISOString(), text: 'Toch niet' };
        const rows = [
          { end: email('teamleider') },
          { set: { person: email('docent'), stage: 'tell', dueAt: MONDAY.toISOString() } },
        ] as const;
        expect(await cases().change(REF, 1, await change({ case: after, note, rows }))).toBe('ok');
        expect(await cases().load(REF)).toEqual({ case: after, version: 2 });
        expect(await cases().content(REF)).toEqual({ ...content, notes: [note] });
        expect((await cases().journalOf(REF)).map(({ verb }) => verb)).toEqual(['send', 'open']);
        expect(await cases().rowsOf(REF)).toMatchObject([{ person: email('docent'), stage: 'tell' }]);
        expect(await cases().verifyJournal(REF)).toEqual({ cases: 1, entries: 2, faults: [] });
      });

      test('of an older version does nothing', async () => {
        await cases().change(REF, 1, await change());
        const rows = [{ end: email('teamleider') }];
        expect(await cases().change(REF, 1, await change({ rows }))).toBe('changed-meanwhile');
        expect(await cases().journalOf(REF)).toHaveLength(2);
        expect(await cases().rowsOf(REF)).toHaveLength(1);
      });

      test('of two at once one wins', async () => {
        const each = await change();
        const results = await Promise.all([1, 2, 3, 4].map(() => cases().change(REF, 1, each)));
        expect(results.toSorted()).toEqual(['changed-meanwhile', 'changed-meanwhile', 'changed-meanwhile', 'ok']);
        expect((await cases().load(REF))?.version).toBe(2);
      });

      test('of a case that is gone does nothing', async () => {
        expect(await cases().change('V-222222', 1, await change())).toBe('changed-meanwhile');
      });
    });

    describe('lists', () => {
      test('show who asked their own, newest first, and who has them the open ones, oldest first', async () => {
        await cases().create(opening({}, 'V-222222', MONDAY), content, '1');
        await cases().create(opening({}, 'V-333333', hoursLater(1)), content, '2');
        await cases().create(opening({ organisation: 'een-andere' }, 'V-444444'), content, '3');
        await cases().create(opening({ asker: email('collega') }, 'V-555555', hoursLater(2)), content, '4');
        const refs = async (list: Promise<Listed>) => (await list).cases.map(({ ref }) => ref);
        expect(await refs(cases().listFor(ORGANISATION, email('docent')))).toEqual(['V-333333', 'V-222222']);
        expect(await refs(cases().listFor(ORGANISATION, email('docent'), 1))).toEqual(['V-333333']);
        expect(await refs(cases().openFor(ORGANISATION, email('teamleider')))).toEqual([
          'V-222222',
          'V-333333',
          'V-555555',
        ]);
        const first = await loaded('V-222222');
        const decided: Change = { case: { ...first, state: 'decided' }, journal: [], rows: [] };
        expect(await cases().change('V-222222', 1, decided)).toBe('ok');
        expect(await refs(cases().openFor(ORGANISATION, email('teamleider')))).toEqual(['V-333333', 'V-555555']);
      });
    });

    describe('who has it beside the main line', () => {
      const MELDING = 'M-7K3F9Q';
      const refs = async (name: string) =>
        (await cases().openFor(ORGANISATION, email(name))).cases.map(({ ref }) => ref).toSorted();
      const become = async (after: Case) => {
        const stored = await cases().load(MELDING);
        const rows = after.state === 'open' ? [] : [{ end: email('teamleider') }, { end: email('fg') }];
        return cases().change(MELDING, stored?.version ?? 0, { case: after, journal: [], rows });
      };

      beforeEach(async () => {
        await create(MELDING, 'n', { ...reporting, beside: [['fg', 'privacy'].map(recipient)] });
        await create('M-222222', 'm', { ...reporting, recipients: [recipient('fg')] });
      });

      test('finds it among the open ones, as does who has the main line', async () => {
        expect(await cases().load(MELDING)).toEqual({
          case: reported({ beside: [['fg', 'privacy'].map(recipient)] }).case,
          version: 1,
        });
        expect(await refs('teamleider')).toEqual([MELDING]);
        expect(await refs('fg')).toEqual(['M-222222', MELDING]);
        expect(await refs('privacy')).toEqual([]);
        expect(await cases().openFor('een-andere', email('fg'))).toEqual({ cases: [], unreadable: 0 });
      });

      test('no longer does when it goes to the next, or is closed', async () => {
        const kase = await loaded(MELDING);
        const [track] = kase.beside ?? [];
        if (track === undefined) throw new Error('Nobody has it beside');
        await become({ ...kase, excluded: [email('fg')], beside: [{ ...track, at: 1 }] });
        expect([await refs('fg'), await refs('privacy')]).toEqual([['M-222222'], [MELDING]]);
        await become({ ...kase, beside: [{ ...track, at: 1 }], state: 'closed' });
        expect([await refs('teamleider'), await refs('privacy')]).toEqual([[], []]);
        expect(await cases().verifyJournal()).toMatchObject({ cases: 2, faults: [] });
      });

      test('is gone with the case', async () => {
        await cases().erase(MELDING);
        expect(await refs('fg')).toEqual(['M-222222']);
        expect(await cases().verifyJournal()).toMatchObject({ cases: 1, faults: [] });
      });

      test('without anything due for them is found', async () => {
        await cases().change(MELDING, 1, { case: await loaded(MELDING), journal: [], rows: [{ end: email('fg') }] });
        expect((await cases().verifyJournal()).faults).toEqual([
          { ref: MELDING, fault: 'it is open and nothing is due for who has it' },
        ]);
      });
    });

    describe('what is due', () => {
      beforeEach(() => create());

      test('is claimed once, earliest first, and not before its time', async () => {
        await cases().create(opening({}, 'V-222222', hoursLater(-1)), content, 'earlier');
        expect(await cases().claimDue(hoursLater(-2), 1_000, 5)).toEqual([]);
        expect(await cases().nextDueAt()).toEqual(hoursLater(-1));
        const due = await cases().claimDue(MONDAY, 1_000, 5);
        expect(due.map(({ ref }) => ref)).toEqual(['V-222222', REF]);
        expect(due[1]).toMatchObject({ person: email('teamleider'), stage: 'notify', attempts: 1 });
        expect(due[1]?.dueAt).toBe(MONDAY.toISOString());
        expect(await cases().claimDue(MONDAY, 1_000, 5)).toEqual([]);
      });

      test('claimed by many at once is claimed once each, up to the limit', async () => {
        for (const letter of '23456789') await create(`V-22222${letter}`);
        const all = await Promise.all([1, 2, 3, 4, 5].map(() => cases().claimDue(MONDAY, 60_000, 2)));
        const keys = all.flat().map(({ ref }) => ref);
        expect(all.map((each) => each.length).toSorted()).toEqual([1, 2, 2, 2, 2]);
        expect(new Set(keys).size).toBe(9);
      });

      test('comes back when its claimer died: claiming has booked the next attempt', async () => {
        await claimOne(MONDAY, 60_000);
        expect(await cases().nextDueAt()).toEqual(new Date(MONDAY.getTime() + 60_000));
        expect(await cases().claimDue(new Date(MONDAY.getTime() + 59_999), 1, 5)).toEqual([]);
        expect(await claimOne(new Date(MONDAY.getTime() + 60_000))).toMatchObject({ attempts: 2 });
      });

      test('settled, its change is committed and the row moves on', async () => {
        const due = await claimOne();
        const next = { person: email('teamleider'), stage: 'remind', dueAt: hoursLater(4).toISOString() } as const;
        const settled = { change: await change({ rows: [{ set: next }] }), expectedVersion: 1 };
        expect(await cases().settle(due, settled)).toBe('ok');
        expect(await cases().rowsOf(REF)).toEqual([next]);
        expect(await claimOne(hoursLater(4))).toMatchObject({ stage: 'remind', attempts: 1 });
      });

      test('settled by who lost the claim, nothing happens', async () => {
        const late = await claimOne(MONDAY, 1_000);
        const holder = await claimOne(hoursLater(1));
        const settled = { change: await change({ rows: [{ end: email('teamleider') }] }), expectedVersion: 1 };
        expect(await cases().settle(late, settled)).toBe('claim-lost');
        expect(await cases().settle(late, { retryAt: MONDAY })).toBe('claim-lost');
        expect(await cases().journalOf(REF)).toHaveLength(1);
        expect(await cases().settle(holder, settled)).toBe('ok');
        expect(await cases().settle(holder, settled)).toBe('claim-lost');
      });

      test('set anew by somebody else, the claim is lost', async () => {
        const due = await claimOne();
        const fresh = { person: email('teamleider'), stage: 'tell', dueAt: hoursLater(1).toISOString() } as const;
        await cases().change(REF, 1, await change({ rows: [{ set: fresh }] }));
        const settled = { change: await change({ rows: [{ end: email('teamleider') }] }), expectedVersion: 2 };
        expect(await cases().settle(due, settled)).toBe('claim-lost');
        expect(await cases().rowsOf(REF)).toEqual([fresh]);
      });

      test('settled on an older version, the claim still holds and nothing is written', async () => {
        const due = await claimOne();
        await cases().change(REF, 1, await change());
        const settled = { change: await change({ rows: [{ end: email('teamleider') }] }), expectedVersion: 1 };
        expect(await cases().settle(due, settled)).toBe('changed-meanwhile');
        expect(await cases().settle(due, { ...settled, expectedVersion: 2 })).toBe('ok');
        expect(await cases().rowsOf(REF)).toEqual([]);
      });

      test('put off, it keeps count of its attempts', async () => {
        const due = await claimOne();
        expect(await cases().settle(due, { retryAt: hoursLater(1) })).toBe('ok');
        expect(await cases().claimDue(hoursLater(0.9), 1, 1)).toEqual([]);
        expect(await claimOne(hoursLater(1))).toMatchObject({ attempts: 2 });
      });
    });

    describe('cards that were sent', () => {
      const card = { person: email('docent'), channel: 'teams', conversation: 'c1', messageId: 'm1' } as const;

      test('are remembered, the newest in place of an older one', async () => {
        await create();
        await cases().rememberMessage(REF, card);
        it.now = hoursLater(1);
        await cases().rememberMessage(REF, { ...card, conversation: 'c2' });
        it.now = hoursLater(2);
        await cases().rememberMessage(REF, { ...card, messageId: 'm2' });
        it.now = hoursLater(3);
        await cases().rememberMessage(REF, { ...card, channel: 'mail' });
        expect(await cases().messagesOf(REF)).toEqual([
          { ...card, conversation: 'c2', sentAt: hoursLater(1).toISOString() },
          { ...card, messageId: 'm2', sentAt: hoursLater(2).toISOString() },
          { ...card, channel: 'mail', sentAt: hoursLater(3).toISOString() },
        ]);
      });

      test('are told what was theirs before, and nobody else’s', async () => {
        await create();
        expect(await cases().rememberMessage(REF, card)).toEqual([]);
        const other = { ...card, person: email('adjunct'), conversation: 'c3' };
        expect(await cases().rememberMessage(REF, other)).toEqual([]);
        const first = { ...card, sentAt: it.now.toISOString() };
        expect(await cases().rememberMessage(REF, { ...card, conversation: 'c2' })).toEqual([first]);
      });

      test.each(['c1', 'c2'])(
        'two at once, the second in %s: one of them is told of the other',
        async (conversation) => {
          await create();
          const two = [card, { ...card, conversation, messageId: 'm2' }];
          const before = await Promise.all(two.map((each) => cases().rememberMessage(REF, each)));
          expect(before.map((cards) => cards.length).toSorted()).toEqual([0, 1]);
        },
      );
    });

    test('an erased case leaves nothing', async () => {
      await create();
      await create('V-222222');
      await cases().rememberMessage(REF, {
        person: email('docent'),
        channel: 'page',
        conversation: 'c',
        messageId: 'm',
      });
      await cases().erase(REF);
      expect(await cases().load(REF)).toBeUndefined();
      expect(await cases().content(REF)).toBeUndefined();
      expect(await cases().messagesOf(REF)).toEqual([]);
      expect(await cases().verifyJournal()).toEqual({ cases: 1, entries: 1, faults: [] });
      expect(await cases().claimDue(MONDAY, 1, 5)).toHaveLength(1);
    });

    test('erased only while it is as it was seen', async () => {
      await create();
      expect(await cases().erase(REF, 7)).toBe('changed-meanwhile');
      expect(await cases().load(REF)).toBeDefined();
      expect(await cases().erase(REF, 1)).toBe('ok');
      expect(await cases().load(REF)).toBeUndefined();
      expect(await cases().erase(REF, 1)).toBe('changed-meanwhile');
    });

    test('what ended is found by when something last happened to it, page by page, and by organisation', async () => {
      for (const [at, ref] of ['V-222222', 'V-333333', 'V-444444', 'V-555555'].entries()) {
        await create(ref);
        if (at === 3) continue;
        const entry = { verb: 'withdraw', actor: email('docent'), at: hoursLater(at).toISOString(), data: {} };
        const ended = { ...(await loaded(ref)), state: 'withdrawn' as const };
        await cases().change(ref, 1, { case: ended, journal: [entry], rows: [] });
      }
      const ended = (moment: Date, after = '', limit = 100) => cases().endedBefore(ORGANISATION, moment, after, limit);
      expect(await ended(hoursLater(0))).toEqual([]);
      expect(await ended(hoursLater(1))).toEqual(['V-222222']);
      expect(await ended(hoursLater(9))).toEqual(['V-222222', 'V-333333', 'V-444444']);
      expect(await ended(hoursLater(9), '', 2)).toEqual(['V-222222', 'V-333333']);
      expect(await ended(hoursLater(9), 'V-333333', 2)).toEqual(['V-444444']);
      expect(await cases().endedBefore('een-andere', hoursLater(9), '')).toEqual([]);
      const looked = { verb: 'open', actor: email('docent'), at: hoursLater(20).toISOString(), data: {} };
      const kept = await cases().load('V-222222');
      if (kept === undefined) throw new Error('gone');
      await cases().change('V-222222', kept.version, { case: kept.case, journal: [looked], rows: [] });
      expect(await ended(hoursLater(1))).toEqual(['V-222222']);
    });

    describe('people', () => {
      const docent = { organisation: ORGANISATION, email: email('docent') };
      const binding = { channel: 'teams', platformId: 'aad-1', reference: '{"conversation":"1"}' } as const;

      test('are found by the platform’s id, and reached by the newest reference', async () => {
        const { people } = it.store;
        expect(await people.personOf(ORGANISATION, 'teams', 'aad-1')).toBeUndefined();
        await people.bind(docent, binding);
        it.now = hoursLater(1);
        await people.bind(docent, { ...binding, channel: 'slack', platformId: 'U1' });
        it.now = hoursLater(2);
        await people.bind(docent, { ...binding, reference: '{"conversation":"2"}' });
        expect(await people.personOf(ORGANISATION, 'teams', 'aad-1')).toBe(email('docent'));
        expect((await people.bindingsOf(docent)).map(({ channel, reference }) => [channel, reference])).toEqual([
          ['teams', '{"conversation":"2"}'],
          ['slack', '{"conversation":"1"}'],
        ]);
      });

      test('of another organisation are others', async () => {
        await it.store.people.bind(docent, binding);
        expect(await it.store.people.personOf('een-andere', 'teams', 'aad-1')).toBeUndefined();
        expect(await it.store.people.bindingsOf({ ...docent, organisation: 'een-andere' })).toEqual([]);
      });

      test('an address that was given to somebody else leaves the former account unbound', async () => {
        await it.store.people.bind(docent, binding);
        await it.store.people.bind(docent, { ...binding, platformId: 'aad-2' });
        expect(await it.store.people.personOf(ORGANISATION, 'teams', 'aad-1')).toBeUndefined();
        expect(await it.store.people.personOf(ORGANISATION, 'teams', 'aad-2')).toBe(email('docent'));
      });

      test('who removed the bot is untied there, and there only', async () => {
        const { people } = it.store;
        await people.bind(docent, binding);
        await people.bind(docent, { ...binding, channel: 'slack', platformId: 'aad-1' });
        await people.bind({ ...docent, organisation: 'een-andere' }, binding);
        await people.unbind(ORGANISATION, 'teams', 'aad-1');
        await people.unbind(ORGANISATION, 'teams', 'nobody');
        expect(await people.personOf(ORGANISATION, 'teams', 'aad-1')).toBeUndefined();
        expect((await people.bindingsOf(docent)).map(({ channel }) => channel)).toEqual(['slack']);
        expect(await people.personOf('een-andere', 'teams', 'aad-1')).toBe(email('docent'));
      });

      test('who left is untied, in this organisation only', async () => {
        const { people } = it.store;
        const left = { organisation: ORGANISATION, email: email('weg') };
        const elsewhere = { ...left, organisation: 'een-andere' };
        await people.bind(docent, binding);
        await people.bind(left, { ...binding, platformId: 'aad-2' });
        await people.bind(elsewhere, { ...binding, platformId: 'aad-3' });
        expect(await people.keepOnly(ORGANISATION, [email('docent'), email('nieuw')])).toBe(1);
        expect(await people.bindingsOf(left)).toEqual([]);
        expect(await people.bindingsOf(docent)).toHaveLength(1);
        expect(await people.bindingsOf(elsewhere)).toHaveLength(1);
        expect(await people.keepOnly(ORGANISATION, [])).toBe(1);
      });

      test('an account whose address changed belongs to the new address', async () => {
        await it.store.people.bind(docent, binding);
        await it.store.people.bind({ ...docent, email: email('nieuw') }, binding);
        expect(await it.store.people.bindingsOf(docent)).toEqual([]);
        expect(await it.store.people.personOf(ORGANISATION, 'teams', 'aad-1')).toBe(email('nieuw'));
      });
    });

    describe('drafts', () => {
      const docent = { organisation: ORGANISATION, email: email('docent') };

      test('are kept for this person, replaced, and taken once', async () => {
        const { drafts } = it.store;
        await drafts.keep(docent, 'k', { question: 'oud' }, 60_000);
        await drafts.keep(docent, 'k', { question: 'nieuw' }, 60_000);
        expect(await drafts.read({ ...docent, email: email('collega') }, 'k')).toBeUndefined();
        expect(await drafts.read(docent, 'k')).toEqual({ question: 'nieuw' });
        expect(await drafts.take(docent, 'k')).toEqual({ question: 'nieuw' });
        expect(await drafts.take(docent, 'k')).toBeUndefined();
      });

      test('taken by many at once are given once', async () => {
        await it.store.drafts.keep(docent, 'k', { question: 'x' }, 60_000);
        const taken = await Promise.all([1, 2, 3].map(() => it.store.drafts.take(docent, 'k')));
        expect(taken.filter((each) => each !== undefined)).toHaveLength(1);
      });

      test('are gone after their time', async () => {
        await it.store.drafts.keep(docent, 'k', { question: 'x' }, 60_000);
        it.now = new Date(it.now.getTime() + 60_000);
        expect(await it.store.drafts.read(docent, 'k')).toBeUndefined();
        expect(await it.store.drafts.take(docent, 'k')).toBeUndefined();
      });
    });
  });
}
