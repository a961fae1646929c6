import { describe, expect, test } from 'vitest';
import { holderOf } from '../../src/handover/case.ts';
import type { Command } from '../../src/handover/commands.ts';
import { relationOf } from '../../src/handover/may.ts';
import { openCase } from '../../src/handover/opening.ts';
import type { Line, Rules } from '../../src/handover/rules.ts';
import { Simulated } from './simulate.ts';
import {
  email,
  hoursLater,
  lineOf,
  MONDAY,
  ORGANISATION,
  person,
  recipient,
  reported,
  reporting,
  rules,
} from './world.ts';

const later = hoursLater(2);

/** Who gets it, and beside them. `fg` is replaced by `jurist`, who stands under the bestuur. */
const privacyLine = lineOf(
  { teamleider: 'adjunct', fg: 'jurist' },
  { teamleider: 'directeur', directeur: 'bestuur', fg: 'bestuur' },
);

function fresh(main: string[], beside: string[][], by: Partial<Rules> = {}, now = MONDAY, urgent = false): Simulated {
  const all = { ...rules, line: privacyLine, ...by };
  const lines = { recipients: main.map(recipient), beside: beside.map((each) => each.map(recipient)), urgent };
  return new Simulated(reported(lines, now, all), all);
}

const rows = (it: Simulated) => it.waiting(MONDAY);
const besideOf = (it: Simulated) => (it.case.beside ?? []).map((track) => holderOf(track)?.role);

/** What is done when nobody ever answers, without telling the others. */
function silence(it: Simulated, times: number): string[] {
  const done: string[] = [];
  while (done.length < times) {
    const row = it.work();
    if (row === undefined) throw new Error('Nothing is due: silence');
    const hours = (Date.parse(row.dueAt) - MONDAY.getTime()) / 3_600_000;
    if (row.stage !== 'tell') done.push(`${hours} ${row.person.split('@')[0]} ${row.stage}`);
  }
  return done;
}

describe('opening', () => {
  test('tells both lines, and the journal has both', () => {
    const it = fresh(['teamleider'], [['fg']]);
    expect(rows(it)).toEqual(['fg notify 0', 'teamleider notify 0']);
    expect(it.journal.map(({ verb, data }) => [verb, data.to])).toEqual([
      ['send', email('teamleider')],
      ['beside', email('fg')],
    ]);
  });

  test('leaves out the reporter and who is excluded, and climbs when that leaves nobody', () => {
    const it = new Simulated(
      reported({ beside: [[recipient('docent'), recipient('fg')]], excluded: [email('fg')] }, MONDAY, {
        ...rules,
        line: privacyLine,
      }),
      rules,
    );
    expect(besideOf(it)).toEqual(['bestuur']);
  });

  test('says so when nobody can get a line, and opens the rest', () => {
    const beside = [[recipient('betrokkene')], [recipient('fg')]];
    const opening = openCase({ ...reporting, beside, excluded: [email('betrokkene')] }, 'M-222222', MONDAY, rules);
    expect(opening?.besideNobody).toBe(true);
    expect(opening?.case.beside?.map((track) => holderOf(track)?.role)).toEqual(['fg']);
    expect(reported({ beside }).besideNobody).toBe(false);
    expect(reported().case).not.toHaveProperty('beside');
  });

  test('with one person for both tells them once', () => {
    expect(reported({ beside: [[recipient('teamleider'), recipient('fg')]] }).rows).toHaveLength(1);
  });
});

describe('when nobody answers', () => {
  test('each line goes its own way to its end', () => {
    const all = silence(fresh(['bestuur'], [['fg']]), 13);
    expect(all).toEqual([
      '0 bestuur notify',
      '0 fg notify',
      '4 bestuur remind',
      '4 fg remind',
      '8 bestuur daily',
      '8 fg deputy',
      '8 jurist notify',
      '12 jurist remind',
      '16 bestuur daily',
      '16 jurist next-level',
      '24 bestuur daily',
      '32 bestuur daily',
      '40 bestuur daily',
    ]);
  });

  test('a line with nobody left goes on every day, while the other is in good hands', () => {
    const it = fresh(['teamleider'], [['jurist']]);
    it.do({ verb: 'start' }, person('teamleider'), MONDAY);
    expect(silence(it, 4)).toEqual(['0 jurist notify', '4 jurist remind', '8 jurist daily', '16 jurist daily']);
  });

  test('one person in both loses both at once, and each goes to its own next', () => {
    const line = lineOf({}, { teamleider: 'directeur' });
    const it = fresh(['teamleider'], [['teamleider', 'fg']], { line });
    expect(silence(it, 3)).toEqual(['0 teamleider notify', '4 teamleider remind', '8 teamleider next-level']);
    expect([it.holder, ...besideOf(it)]).toEqual([email('directeur'), 'fg']);
    expect(rows(it)).toEqual(['directeur notify 8', 'docent tell 8', 'fg notify 8', 'teamleider tell 8']);
  });
});

describe('somebody who gets it beside', () => {
  const has = (it: Simulated, name: string) =>
    relationOf(it.case, { kind: 'person', organisation: ORGANISATION, email: email(name) });

  test('confirms receipt and is done; the reporter’s card does not change for it', () => {
    const it = fresh(['teamleider'], [['fg']]);
    it.do({ verb: 'receive' }, person('fg'), later);
    expect(it.case.receivedAt).toBeUndefined();
    expect(it.case.beside?.[0]).toMatchObject({ receivedAt: later.toISOString() });
    expect(rows(it)).toEqual(['teamleider notify 0']);
    expect(it.do({ verb: 'receive' }, person('fg'), later)).toEqual({ kind: 'unchanged' });
    expect(has(it, 'fg')).toBe('recipient-beside');
  });

  test.each([
    { verb: 'note', text: 'x' },
    { verb: 'tick', duty: 'ap', state: 'done' },
  ] satisfies Command[])('confirms receipt by $verb as well', (command) => {
    const it = fresh(['teamleider'], [['fg']]);
    it.do(command, person('fg'), later);
    expect(it.case.beside?.[0]?.receivedAt).toBe(later.toISOString());
    expect(rows(it)).toEqual(['teamleider notify 0']);
  });

  test('and has the main line, confirms both with one click', () => {
    const it = fresh(['teamleider'], [['teamleider', 'fg']]);
    it.do({ verb: 'receive' }, person('teamleider'), later);
    expect([it.case.receivedAt, it.case.beside?.[0]?.receivedAt]).toEqual([later.toISOString(), later.toISOString()]);
    expect(rows(it)).toEqual(['docent tell 2', 'teamleider follow-up 42']);
  });

  test('has the main line as well, and is told late: the clocks of both begin then', () => {
    const it = fresh(['teamleider'], [['teamleider', 'fg']]);
    it.do({ verb: 'delivered', person: email('teamleider'), stage: 'notify' }, { kind: 'system' }, later);
    expect([it.case.since, it.case.beside?.[0]?.since]).toEqual([later.toISOString(), later.toISOString()]);
  });

  test('who passes the main line on keeps the other, as confirmed', () => {
    const it = fresh(['teamleider'], [['teamleider', 'fg']]);
    it.do({ verb: 'pass-on', to: recipient('ict'), reason: 'x' }, person('teamleider'), later);
    expect([it.holder, ...besideOf(it)]).toEqual([email('ict'), 'teamleider']);
    expect(it.case.beside?.[0]?.receivedAt).toBe(later.toISOString());
    expect(rows(it)).toEqual(['docent tell 2', 'ict notify 2', 'teamleider tell 2']);
    expect(has(it, 'teamleider')).toBe('recipient-beside');
  });

  test('gets the main line as well: told of it, with a deadline', () => {
    const it = fresh(['teamleider'], [['fg']]);
    it.do({ verb: 'receive' }, person('fg'), later);
    it.do({ verb: 'pass-on', to: recipient('fg'), reason: 'x' }, person('teamleider'), later);
    expect(rows(it)).toContain('fg notify 2');
    expect(it.case.receivedAt).toBeUndefined();
    expect(has(it, 'fg')).toBe('recipient-now');
  });

  test('who has confirmed the main line is not told again when the other comes to them', () => {
    const it = fresh(['bestuur'], [['fg']]);
    it.do({ verb: 'start' }, person('bestuur'), MONDAY);
    it.do({ verb: 'deliver-failed', person: email('fg'), stage: 'notify', permanent: true }, { kind: 'system' }, later);
    expect(besideOf(it)).toEqual(['jurist']);
    it.do(
      { verb: 'deliver-failed', person: email('jurist'), stage: 'notify', permanent: true },
      { kind: 'system' },
      later,
    );
    expect(besideOf(it)).toEqual(['bestuur']);
    expect(it.case.beside?.[0]?.receivedAt).toBe(later.toISOString());
    expect(rows(it)).toEqual(['bestuur follow-up 40', 'docent tell 0']);
  });

  test('refused by the platform goes to the next, the main line stays', () => {
    const it = fresh(['teamleider'], [['fg']]);
    it.do({ verb: 'deliver-failed', person: email('fg'), stage: 'notify', permanent: true }, { kind: 'system' }, later);
    expect([it.holder, ...besideOf(it)]).toEqual([email('teamleider'), 'jurist']);
    expect(it.journal.at(-1)).toMatchObject({ verb: 'escalate', data: { to: email('jurist'), beside: 1 } });
    expect(rows(it)).toEqual(['jurist notify 2', 'teamleider notify 0']);
  });

  test('who confirmed both and can no longer be reached: the main line goes on', () => {
    const it = fresh(['teamleider'], [['teamleider', 'fg']]);
    it.do({ verb: 'receive' }, person('teamleider'), MONDAY);
    it.rows.delete(email('docent'));
    const failed: Command = {
      verb: 'deliver-failed',
      person: email('teamleider'),
      stage: 'follow-up',
      permanent: true,
    };
    it.do(failed, { kind: 'system' }, later);
    expect(it.holder).toBe(email('adjunct'));
    expect(besideOf(it)).toEqual(['teamleider']);
    expect(rows(it)).toEqual(['adjunct notify 2', 'docent tell 2']);
  });
});

describe('the crisis contact', () => {
  const evening = hoursLater(11);
  const hour = { deadline: { amount: 1, unit: 'uur' } } as const;

  test('has the main line, so those beside it hear of it themselves', () => {
    const it = fresh(['teamleider'], [['fg']], hour, evening, true);
    expect([it.holder, ...besideOf(it)]).toEqual([email('crisis'), 'fg']);
    expect(rows(it)).toEqual(['crisis notify 11', 'fg notify 11']);
  });

  test('may not know of the main line: nor of those beside', () => {
    const by = { ...rules, line: privacyLine };
    const given = { urgent: true, beside: [[recipient('fg')]], excluded: [email('crisis')] };
    const it = new Simulated(reported(given, evening, by), by);
    expect([it.holder, ...besideOf(it)]).toEqual([email('teamleider'), 'fg']);
  });

  test('comes next beside when the evening begins, unless they have or had it', () => {
    const line: Line = lineOf({}, { fg: 'bestuur' });
    const alone = fresh(['teamleider'], [['fg']], { ...hour, line }, hoursLater(8.5), true);
    alone.do({ verb: 'receive' }, person('teamleider'), hoursLater(8.5));
    const goesOn: Command = { verb: 'escalate', person: email('fg') };
    alone.do(goesOn, { kind: 'system' }, hoursLater(9.5));
    expect(besideOf(alone)).toEqual(['crisis']);
    const had = fresh(['teamleider'], [['fg']], { ...hour, line }, evening, true);
    had.do(goesOn, { kind: 'system' }, hoursLater(12));
    expect(besideOf(had)).toEqual(['bestuur']);
    // The main line comes to the crisis contact all the same.
    alone.do({ verb: 'exclude', emails: [email('teamleider')] }, person('crisis'), hoursLater(10));
    expect(alone.holder).toBe(email('crisis'));
  });

  test('gets the main line of who is excluded in both, so that the next beside hears of it themselves', () => {
    const line: Line = lineOf({}, { teamleider: 'bestuur' });
    const it = fresh(['teamleider'], [['teamleider'], ['fg']], { ...hour, line }, hoursLater(8.5), true);
    it.do({ verb: 'exclude', emails: [email('teamleider')] }, person('fg'), hoursLater(11));
    expect([it.holder, ...besideOf(it)]).toEqual([email('crisis'), 'bestuur', 'fg']);
  });
});
