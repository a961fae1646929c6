import { describe, expect, test } from 'vitest';
import { stages } from '../../src/handover/stages.ts';
import { Simulated } from './simulate.ts';
import { email, hoursLater, lineOf, MONDAY, opened, recipient, rules } from './world.ts';

/** What the delivery loop does when nobody ever answers: `hours person stage`, without telling the others. */
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

test('the names of stages are stored: this list only grows', () => {
  expect(stages.join(' ')).toBe(
    'notify remind deputy next-level daily tell question question-remind news follow-up overdue recall',
  );
});

describe('when nobody answers', () => {
  test('a doubt is told, reminded at half, goes to the deputy, the next levels, and then on daily', () => {
    expect(silence(new Simulated(opened(), rules), 16)).toEqual([
      '0 teamleider notify',
      '4 teamleider remind',
      '8 teamleider deputy',
      '8 adjunct notify',
      '12 adjunct remind',
      '16 adjunct next-level',
      '16 directeur notify',
      '20 directeur remind',
      '24 directeur deputy',
      '24 conrector notify',
      '28 conrector remind',
      '32 conrector next-level',
      '32 bestuur notify',
      '36 bestuur remind',
      '40 bestuur daily',
      '48 bestuur daily',
    ]);
  });

  test('a derailing discussion has an hour of real time, and a day of 24 at the end', () => {
    const urgent = { ...rules, deadline: { amount: 1, unit: 'uur' } as const, line: lineOf({}, {}) };
    const it = new Simulated(opened({ urgent: true, subject: 'ontsporing' }, 'V-222222', MONDAY, urgent), urgent);
    expect(silence(it, 5)).toEqual([
      '0 teamleider notify',
      '0.5 teamleider remind',
      '1 teamleider daily',
      '25 teamleider daily',
      '49 teamleider daily',
    ]);
  });

  test('it is not over for somebody who was told late: the deadline begins with the notice', () => {
    const it = new Simulated(opened(), rules);
    it.do({ verb: 'delivered', person: email('teamleider'), stage: 'notify' }, { kind: 'system' }, hoursLater(6));
    expect(it.rows.get(email('teamleider'))).toMatchObject({ stage: 'remind', dueAt: hoursLater(10).toISOString() });
  });

  test('asked who has nobody above and cannot be reached: daily, at once, so that the operator hears of it', () => {
    const alone = { ...rules, line: lineOf({}, {}) };
    const it = new Simulated(opened({}, 'V-222222', MONDAY, alone), alone);
    it.work('refused');
    expect([...it.rows.values()]).toEqual([
      { person: email('teamleider'), stage: 'daily', dueAt: MONDAY.toISOString() },
    ]);
    it.work('refused');
    expect([...it.rows.values()]).toEqual([
      { person: email('teamleider'), stage: 'daily', dueAt: hoursLater(8).toISOString() },
    ]);
  });
});

describe('the crisis contact', () => {
  const evening = hoursLater(11);

  test('goes first with an urgent case outside working hours, then the contact', () => {
    const { case: kase, rows } = opened({ urgent: true }, 'V-222222', evening);
    expect(kase.recipients).toMatchObject([{ role: 'crisis', via: 'crisis' }, { role: 'teamleider' }]);
    expect(rows).toMatchObject([{ set: { person: email('crisis') } }]);
  });

  test('stays out of it within working hours, and out of what is not urgent', () => {
    expect(opened({ urgent: true }).case.recipients).toMatchObject([{ role: 'teamleider' }]);
    expect(opened({}, 'V-222222', evening).case.recipients).toMatchObject([{ role: 'teamleider' }]);
  });

  test('comes next when the evening begins meanwhile, and the others are still asked after', () => {
    const urgent = { ...rules, deadline: { amount: 1, unit: 'uur' } as const };
    const it = new Simulated(opened({ urgent: true }, 'V-222222', hoursLater(8.5), urgent), urgent);
    const notices = silence(it, 18).filter((line) => line.endsWith('notify'));
    expect(notices).toEqual([
      '8.5 teamleider notify',
      '9.5 crisis notify',
      '10.5 adjunct notify',
      '11.5 directeur notify',
      '12.5 conrector notify',
      '13.5 bestuur notify',
    ]);
  });

  test('is never somebody excluded', () => {
    const { case: kase } = opened({ urgent: true, excluded: [email('crisis')] }, 'V-222222', evening);
    expect(kase.recipients.map(({ role }) => role)).toEqual(['teamleider']);
  });
});

describe('the line', () => {
  test('goes to those the route named before it climbs', () => {
    const it = new Simulated(opened({ recipients: [recipient('ict'), recipient('teamleider')] }), rules);
    it.work('refused');
    expect(it.case.recipients[it.case.at]).toMatchObject({ role: 'teamleider', via: 'route' });
  });

  test('climbs past whoever is excluded', () => {
    const it = new Simulated(opened({ excluded: [email('adjunct'), email('directeur')] }), rules);
    it.work('refused');
    expect(it.holder).toBe(email('bestuur'));
  });
});
