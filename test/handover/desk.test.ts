import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/handover/actor.ts';
import type { Command } from '../../src/handover/commands.ts';
import { act, BusyError, type Desk, read, send, settle } from '../../src/handover/desk.ts';
import type { CaseStore, Due } from '../../src/handover/ports.ts';
import { content } from '../store/contract.ts';
import { freshFolder, type Opened, openIn } from '../store/place.ts';
import { email, hoursLater, lineOf, MONDAY, person, recipient, reporting, request, rules } from './world.ts';

const docent = person('docent');
const teamleider = person('teamleider');

let it: Opened;
let desk: Desk;

beforeEach(async () => {
  it = await openIn(freshFolder());
  desk = deskOn(it.store.cases);
});

function deskOn(cases: CaseStore): Desk {
  return { cases, clock: () => it.now, rulesFor: () => rules };
}

async function sent(nonce = 'n'): Promise<string> {
  const result = await send(desk, request, content, nonce);
  if (result.kind !== 'sent') throw new Error('Nobody to ask');
  return result.case.ref;
}

async function claimed(now: Date): Promise<Due> {
  const [due] = await it.store.cases.claimDue(now, 60_000, 1);
  if (due === undefined) throw new Error('Nothing is due');
  return due;
}

describe('sending', () => {
  test('twice with one form is one case, and the second time as it is by then', async () => {
    const ref = await sent();
    await act(desk, ref, teamleider, { verb: 'decide', kind: 'akkoord' });
    expect(await send(desk, request, content, 'n')).toMatchObject({
      kind: 'sent',
      already: true,
      case: { ref, state: 'decided' },
    });
  });

  test('to nobody keeps nothing', async () => {
    expect(await send(desk, { ...request, recipients: [] }, content, 'n')).toEqual({ kind: 'nobody' });
    expect((await it.store.cases.verifyJournal()).cases).toBe(0);
  });

  test('a report that somebody beside the main line cannot get says so, once', async () => {
    const report = { ...reporting, beside: [[recipient('betrokkene')]], excluded: [email('betrokkene')] };
    expect(await send(desk, report, content, 'n')).toMatchObject({ kind: 'sent', already: false, besideNobody: true });
    expect(await send(desk, report, content, 'n')).toMatchObject({ kind: 'sent', already: true, besideNobody: false });
    expect(await send(desk, reporting, content, 'm')).toMatchObject({ kind: 'sent', besideNobody: false });
  });

  test('tries another reference when one is taken, and gives up rather than say that it was kept', async () => {
    let taken = 0;
    const create: CaseStore['create'] = async (...values) => {
      taken += 1;
      return taken < 4 ? 'ref-taken' : it.store.cases.create(...values);
    };
    expect(await send(deskOn({ ...it.store.cases, create }), request, content, 'n')).toMatchObject({ kind: 'sent' });
    const never = deskOn({ ...it.store.cases, create: async () => 'ref-taken' });
    await expect(send(never, request, content, 'm')).rejects.toThrow(BusyError);
  });

  test('that the store refuses is not sent', async () => {
    await it.store.close();
    await expect(send(desk, request, content, 'n')).rejects.toThrow();
  });
});

describe('acting', () => {
  test('commits before it answers', async () => {
    const ref = await sent();
    const acted = await act(desk, ref, teamleider, { verb: 'decide', kind: 'akkoord-mits', note: 'zonder namen' });
    expect(acted).toMatchObject({ kind: 'done', case: { state: 'decided' } });
    expect((await it.store.cases.load(ref))?.case).toEqual(acted.kind === 'done' ? acted.case : undefined);
    expect((await it.store.cases.content(ref))?.notes).toMatchObject([{ text: 'zonder namen' }]);
  });

  test('by two at once: one decision, and the other hears that it is over', async () => {
    const ref = await sent();
    await act(desk, ref, teamleider, { verb: 'pass-on', to: recipient('ict'), reason: 'x' });
    const [one, other] = await Promise.all([
      act(desk, ref, teamleider, { verb: 'decide', kind: 'akkoord' }),
      act(desk, ref, person('ict'), { verb: 'decide', kind: 'niet-plaatsen' }),
    ]);
    expect([one.kind, other.kind].toSorted()).toEqual(['done', 'refused']);
    expect([one, other].find(({ kind }) => kind === 'refused')).toMatchObject({ refusal: { why: 'not-open' } });
    expect((await it.store.cases.verifyJournal()).faults).toEqual([]);
  });

  test('a denied action and a case that does not exist answer the same, and leave no trace', async () => {
    const ref = await sent();
    const verbs: Command[] = [
      { verb: 'open' },
      { verb: 'receive' },
      { verb: 'decide', kind: 'akkoord' },
      { verb: 'pass-on', to: recipient('ict'), reason: 'x' },
      { verb: 'withdraw' },
      { verb: 'escalate', person: email('teamleider') },
    ];
    const strangers: Actor[] = [
      person('collega'),
      person('teamleider', 'een-andere'),
      { kind: 'person', organisation: request.organisation, email: email('beheer'), administrator: true },
    ];
    for (const actor of strangers) {
      for (const command of verbs) {
        const denied = await act(desk, ref, actor, command);
        expect(denied).toEqual({ kind: 'refused', refusal: { why: 'not-found' } });
        for (const none of ['V-222222', 'geen nummer', ''])
          expect(await act(desk, none, actor, command)).toEqual(denied);
      }
      expect(await read(desk, ref, actor)).toEqual(await read(desk, 'V-222222', actor));
    }
    expect(await it.store.cases.journalOf(ref)).toHaveLength(1);
    expect((await it.store.cases.load(ref))?.version).toBe(1);
  });

  test('gives up when the case keeps changing', async () => {
    const ref = await sent();
    const never = deskOn({ ...it.store.cases, change: async () => 'changed-meanwhile' });
    await expect(act(never, ref, teamleider, { verb: 'receive' })).rejects.toThrow(BusyError);
  });
});

describe('reading', () => {
  test('is kept in the journal before the text is given', async () => {
    const ref = await sent();
    expect(await read(desk, ref, teamleider)).toMatchObject({ kind: 'read', content });
    expect((await it.store.cases.journalOf(ref)).at(-1)).toMatchObject({ verb: 'open', actor: email('teamleider') });
    const silent = deskOn({ ...it.store.cases, change: () => Promise.reject(new Error('no disk')) });
    await expect(read(silent, ref, teamleider)).rejects.toThrow('no disk');
    expect(await read(desk, ref, docent)).toMatchObject({ kind: 'read', content });
  });
});

describe('settling what was due', () => {
  test('taken: the next stage is booked', async () => {
    const ref = await sent();
    const due = await claimed(MONDAY);
    const { person: to, stage } = due;
    expect(await settle(desk, due, { verb: 'delivered', person: to, stage }, MONDAY)).toBe('settled');
    expect(await it.store.cases.rowsOf(ref)).toMatchObject([{ stage: 'remind' }]);
  });

  test('refused for now: later', async () => {
    await sent();
    const due = await claimed(MONDAY);
    const failed = { verb: 'deliver-failed', person: due.person, stage: due.stage, permanent: false } as const;
    expect(await settle(desk, due, failed, hoursLater(1))).toBe('later');
    expect(await it.store.cases.nextDueAt()).toEqual(hoursLater(1));
  });

  test('decided meanwhile: the claim is lost and nobody is reminded', async () => {
    const ref = await sent();
    const due = await claimed(MONDAY);
    await act(desk, ref, teamleider, { verb: 'decide', kind: 'akkoord' });
    const delivered = { verb: 'delivered', person: due.person, stage: due.stage } as const;
    expect(await settle(desk, due, delivered, MONDAY)).toBe('claim-lost');
    expect((await it.store.cases.rowsOf(ref)).map(({ stage }) => stage)).toEqual(['tell', 'tell']);
  });

  test('read meanwhile: decided anew on the case as it is', async () => {
    const ref = await sent();
    const due = await claimed(MONDAY);
    let raced = false;
    const racing: CaseStore['settle'] = async (...values) => {
      if (!raced) await read(desk, ref, teamleider);
      raced = true;
      return it.store.cases.settle(...values);
    };
    const delivered = { verb: 'delivered', person: due.person, stage: due.stage } as const;
    expect(await settle(deskOn({ ...it.store.cases, settle: racing }), due, delivered, MONDAY)).toBe('settled');
    expect((await it.store.cases.journalOf(ref)).map(({ verb }) => verb)).toEqual(['send', 'open', 'delivered']);
    expect((await it.store.cases.verifyJournal()).faults).toEqual([]);
  });

  test('a day without an answer, through the store: reminder, deputy, next level, daily', async () => {
    const ref = await sent();
    const stages: string[] = [];
    const alone = { ...desk, rulesFor: () => ({ ...rules, line: lineOf({ teamleider: 'adjunct' }, {}) }) };
    while (stages.length < 8) {
      const at = await it.store.cases.nextDueAt();
      if (at === undefined) throw new Error('Nothing is due: silence');
      it.now = at;
      const due = await claimed(at);
      if (due.stage !== 'tell') stages.push(`${due.person.split('@')[0]} ${due.stage}`);
      const { person: to, stage } = due;
      const goesOn = stage === 'deputy' || stage === 'next-level';
      const command = goesOn
        ? ({ verb: 'escalate', person: to } as const)
        : ({ verb: 'delivered', person: to, stage } as const);
      expect(await settle(alone, due, command, at)).toBe('settled');
    }
    expect(stages).toEqual([
      'teamleider notify',
      'teamleider remind',
      'teamleider deputy',
      'adjunct notify',
      'adjunct remind',
      'adjunct daily',
      'adjunct daily',
      'adjunct daily',
    ]);
    expect((await it.store.cases.verifyJournal(ref)).faults).toEqual([]);
  });
});
