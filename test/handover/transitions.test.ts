import { describe, expect, test } from 'vitest';
import type { DecisionKind } from '../../src/handover/case.ts';
import type { Command } from '../../src/handover/commands.ts';
import { Simulated } from './simulate.ts';
import { email, hoursLater, MONDAY, opened, parts, person, recipient, rules } from './world.ts';

const docent = person('docent');
const teamleider = person('teamleider');
const later = hoursLater(2);
const at = (hours: number) => hoursLater(hours).toISOString();

function fresh(): Simulated {
  return new Simulated(opened(), rules);
}

/** Every row as `person stage time`, without the domain. */
function rowsOf(it: Simulated): string[] {
  return [...it.rows.values()].map((row) => `${row.person.split('@')[0]} ${row.stage} ${row.dueAt}`).sort();
}

function decided(it: Simulated, kind: DecisionKind, note?: string) {
  return it.do({ verb: 'decide', kind, ...(note === undefined ? {} : { note }) }, teamleider, later);
}

describe('a new case', () => {
  test('is with the first, who is told at once, and its journal has begun', () => {
    const it = fresh();
    expect(it.holder).toBe(email('teamleider'));
    expect(rowsOf(it)).toEqual([`teamleider notify ${at(0)}`]);
    expect(it.journal).toEqual([
      { verb: 'send', actor: email('docent'), at: at(0), data: { to: email('teamleider'), subject: 'twijfel' } },
    ]);
  });
});

describe('a receipt', () => {
  test('gives a deadline anew and shows the asker', () => {
    const it = fresh();
    expect(it.do({ verb: 'receive' }, teamleider, later).kind).toBe('changed');
    expect(it.case).toMatchObject({ state: 'open', receivedAt: at(2), since: at(2) });
    expect(rowsOf(it)).toEqual([`docent tell ${at(2)}`, `teamleider remind ${at(6)}`]);
  });

  test('counts once: it cannot keep a case waiting', () => {
    const it = fresh();
    it.do({ verb: 'receive' }, teamleider, later);
    expect(it.do({ verb: 'receive' }, teamleider, hoursLater(5))).toEqual({ kind: 'unchanged' });
    expect(it.case.since).toBe(at(2));
  });
});

describe('a decision', () => {
  test.each(['akkoord', 'niet-plaatsen'] as const)('%s ends it and tells everybody who has a card', (kind) => {
    const it = fresh();
    decided(it, kind);
    expect(it.case).toMatchObject({ state: 'decided', decision: { kind, by: email('teamleider'), at: at(2) } });
    expect(rowsOf(it)).toEqual([`docent tell ${at(2)}`, `teamleider tell ${at(2)}`]);
    expect(it.journal.at(-1)).toEqual({ verb: 'decide', actor: email('teamleider'), at: at(2), data: { kind } });
  });

  test('akkoord, mits … needs its conditions, which are a note and not in the journal', () => {
    const it = fresh();
    expect(decided(it, 'akkoord-mits', '  ')).toEqual({ kind: 'refused', refusal: { why: 'note-missing' } });
    expect(decided(it, 'antwoord', '  ')).toEqual({ kind: 'refused', refusal: { why: 'note-missing' } });
    const outcome = decided(it, 'akkoord-mits', ' zonder namen ');
    expect(outcome).toMatchObject({
      change: { note: { verb: 'decide', by: email('teamleider'), at: at(2), text: 'zonder namen' } },
    });
    expect(JSON.stringify([it.journal, it.case])).not.toContain('zonder namen');
  });

  test('bel me even leaves it open, and the decision can follow', () => {
    const it = fresh();
    decided(it, 'bel-me');
    expect(it.case).toMatchObject({ state: 'open', decision: { kind: 'bel-me' } });
    expect(rowsOf(it)).toEqual([`docent tell ${at(2)}`, `teamleider remind ${at(6)}`]);
    decided(it, 'akkoord');
    expect(it.case).toMatchObject({ state: 'decided', decision: { kind: 'akkoord' } });
  });

  test('bel me even that comes in twice changes nothing; somebody else may ask for a call as well', () => {
    const it = fresh();
    decided(it, 'bel-me');
    const again = () => it.do({ verb: 'decide', kind: 'bel-me', note: 'nog eens' }, teamleider, hoursLater(3));
    expect(again()).toEqual({ kind: 'unchanged' });
    expect(it.case.since).toBe(at(2));
    it.do({ verb: 'escalate', person: email('teamleider') }, { kind: 'system' }, hoursLater(10));
    const other = it.do({ verb: 'decide', kind: 'bel-me' }, person('adjunct'), hoursLater(11));
    expect(other.kind).toBe('changed');
    expect(it.journal.filter(({ verb }) => verb === 'decide')).toHaveLength(2);
  });

  test('a late answer of who had it before counts, the first only', () => {
    const it = fresh();
    it.do({ verb: 'escalate', person: email('teamleider') }, { kind: 'system' }, hoursLater(8));
    expect(it.holder).toBe(email('adjunct'));
    decided(it, 'niet-plaatsen');
    expect(rowsOf(it).map((row) => row.split(' ').slice(0, 2).join(' '))).toEqual([
      'adjunct tell',
      'docent tell',
      'teamleider tell',
    ]);
    const second = it.do({ verb: 'decide', kind: 'akkoord' }, person('adjunct'), hoursLater(9));
    expect(second).toEqual({ kind: 'refused', refusal: { why: 'not-open' } });
    expect(it.case.decision?.kind).toBe('niet-plaatsen');
  });
});

describe('passing on', () => {
  const passedOn = (to: string, reason = 'Dit is van haar') =>
    ({ verb: 'pass-on', to: recipient(to), reason }) satisfies Command;

  test('gives it to the other with a clock of their own', () => {
    const it = fresh();
    it.do({ verb: 'receive' }, teamleider, hoursLater(1));
    const outcome = it.do(passedOn('ict'), teamleider, later);
    expect(it.holder).toBe(email('ict'));
    expect(it.case).toMatchObject({ since: at(2), recipients: [{}, { via: 'passed-on' }] });
    expect(it.case.receivedAt).toBeUndefined();
    expect(rowsOf(it)).toEqual([`docent tell ${at(2)}`, `ict notify ${at(2)}`, `teamleider tell ${at(2)}`]);
    expect(outcome).toMatchObject({ change: { note: { verb: 'pass-on', text: 'Dit is van haar' } } });
    expect(JSON.stringify([it.journal, it.case])).not.toContain('van haar');
  });

  test('can come back to who had it', () => {
    const it = fresh();
    it.do(passedOn('ict'), teamleider, later);
    it.do(passedOn('teamleider'), person('ict'), hoursLater(3));
    expect(it.holder).toBe(email('teamleider'));
    expect(it.rows.get(email('teamleider'))?.stage).toBe('notify');
  });

  test.each(['docent', 'betrokkene', 'teamleider'])('is refused towards %s', (to) => {
    const it = new Simulated(opened({ excluded: [email('betrokkene')] }), rules);
    expect(it.do(passedOn(to), teamleider, later)).toEqual({ kind: 'refused', refusal: { why: 'not-this-person' } });
  });

  test('needs a reason', () => {
    expect(fresh().do(passedOn('ict', ' '), teamleider, later)).toMatchObject({ refusal: { why: 'note-missing' } });
  });
});

describe('somebody who was excluded after having had it', () => {
  test('is not told how it ends', () => {
    const it = new Simulated(opened(), rules);
    it.do({ verb: 'pass-on', to: recipient('ict'), reason: 'x' }, teamleider, later);
    it.rows.clear();
    it.case = { ...it.case, excluded: [email('teamleider')] };
    it.do({ verb: 'decide', kind: 'akkoord' }, person('ict'), later);
    expect(rowsOf(it)).toEqual([`docent tell ${at(2)}`, `ict tell ${at(2)}`]);
  });
});

describe('withdrawing', () => {
  test('ends it for everybody', () => {
    const it = fresh();
    it.do({ verb: 'withdraw' }, docent, later);
    expect(it.case.state).toBe('withdrawn');
    expect(rowsOf(it)).toEqual([`docent tell ${at(2)}`, `teamleider tell ${at(2)}`]);
  });
});

describe('a case that is over', () => {
  const late: Command[] = [
    { verb: 'receive' },
    { verb: 'decide', kind: 'akkoord' },
    { verb: 'pass-on', to: recipient('ict'), reason: 'x' },
  ];

  test.each(late)('refuses $verb', (command) => {
    const it = fresh();
    it.do({ verb: 'withdraw' }, docent, later);
    expect(it.do(command, teamleider, later)).toEqual({ kind: 'refused', refusal: { why: 'not-open' } });
  });

  test('tells its last state to everybody, and then nothing is due', () => {
    const it = fresh();
    decided(it, 'akkoord');
    expect([it.work()?.stage, it.work()?.stage, it.work()]).toEqual(['tell', 'tell', undefined]);
  });
});

describe('reading', () => {
  test('by a recipient is kept in the journal, by the asker is not', () => {
    const it = fresh();
    it.do({ verb: 'open' }, teamleider, later);
    expect(it.journal.at(-1)).toMatchObject({ verb: 'open', actor: email('teamleider') });
    expect(it.do({ verb: 'open' }, docent, later)).toEqual({ kind: 'unchanged' });
  });
});

describe('the delivery', () => {
  test('of the notice starts the deadline', () => {
    const it = fresh();
    it.do({ verb: 'delivered', person: email('teamleider'), stage: 'notify' }, { kind: 'system' }, later);
    expect(it.case.since).toBe(at(2));
    expect(rowsOf(it)).toEqual([`teamleider remind ${at(6)}`]);
  });

  test('refused for good: the next at once, and the refusing one is left alone', () => {
    const it = fresh();
    it.work('refused');
    expect(it.holder).toBe(email('adjunct'));
    expect(rowsOf(it)).toEqual([`adjunct notify ${at(0)}`, `docent tell ${at(0)}`]);
    expect(it.journal.slice(1).map(({ verb }) => verb)).toEqual(['deliver-failed', 'escalate']);
  });

  test('refused for now: tried again until the deadline is over, then the next', () => {
    const it = fresh();
    const failed: Command = { verb: 'deliver-failed', person: email('teamleider'), stage: 'notify', permanent: false };
    expect(it.do(failed, { kind: 'system' }, hoursLater(7.9))).toEqual({ kind: 'unchanged' });
    it.do(failed, { kind: 'system' }, hoursLater(8));
    expect(it.holder).toBe(email('adjunct'));
  });

  test('to an asker who cannot be reached ends, in the journal', () => {
    const it = fresh();
    decided(it, 'akkoord');
    const failed: Command = { verb: 'deliver-failed', person: email('docent'), stage: 'tell', permanent: true };
    it.do(failed, { kind: 'system' }, later);
    expect(rowsOf(it)).toEqual([`teamleider tell ${at(2)}`]);
    expect(it.journal.at(-1)).toMatchObject({ verb: 'deliver-failed', data: { person: email('docent') } });
  });

  test('of something that is no longer due ends its row', () => {
    const it = fresh();
    decided(it, 'akkoord');
    it.do({ verb: 'delivered', person: email('teamleider'), stage: 'remind' }, { kind: 'system' }, later);
    expect(rowsOf(it)).toEqual([`docent tell ${at(2)}`]);
    it.do({ verb: 'escalate', person: email('docent') }, { kind: 'system' }, later);
    expect(rowsOf(it)).toEqual([]);
    expect(it.case.state).toBe('decided');
  });
});

test('everybody in the table of parts is somebody else', () => {
  expect(new Set(Object.values(parts).map((actor) => JSON.stringify(actor))).size).toBe(8);
  expect(MONDAY.toISOString()).toBe(at(0));
});
