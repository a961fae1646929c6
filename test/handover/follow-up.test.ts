import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/handover/commands.ts';
import { Simulated } from './simulate.ts';
import { email, hoursLater, lineOf, MONDAY, person, reported, rules } from './world.ts';

const teamleider = person('teamleider');
const system = { kind: 'system' } as const;
const DAY = 24;
/** 23 November to 23 February. */
const FEEDBACK = 92 * DAY;

function received(urgent = false): Simulated {
  const it = new Simulated(reported({ urgent }), rules);
  it.do({ verb: 'start' }, teamleider, MONDAY);
  it.rows.delete(email('docent'));
  return it;
}

function nextStages(it: Simulated, until: number): string[] {
  const done: string[] = [];
  while (true) {
    const [next] = it.waiting(MONDAY);
    if (next === undefined) throw new Error('Nothing is due: silence');
    const [name, stage, hours] = next.split(' ');
    if (Number(hours) > until) return done;
    done.push(`${name} ${stage} ${hours}`);
    it.work();
  }
}

describe('a report that was received', () => {
  test('comes back every five working days, two weeks before feedback is due, and then daily', () => {
    const it = received();
    const all = nextStages(it, FEEDBACK + 20);
    expect(all.slice(0, 3)).toEqual(['teamleider follow-up 40', 'teamleider follow-up 80', 'teamleider follow-up 120']);
    expect(all).toContain(`teamleider follow-up ${FEEDBACK - 14 * DAY}`);
    expect(all.filter((each) => each.includes('overdue'))).toEqual([
      `teamleider overdue ${FEEDBACK}`,
      `teamleider overdue ${FEEDBACK + 8}`,
      `teamleider overdue ${FEEDBACK + 16}`,
    ]);
    const gaps = all.map((each) => Number(each.split(' ')[2]));
    for (const [i, hours] of gaps.entries()) expect(hours - (gaps[i - 1] ?? 0)).toBeLessThanOrEqual(40);
  });

  test('that is urgent is overdue every 24 hours', () => {
    const it = received(true);
    nextStages(it, FEEDBACK);
    expect(it.waiting(MONDAY)).toEqual([`teamleider overdue ${FEEDBACK + 24}`]);
  });

  test('stays with who has it, however long that takes', () => {
    const it = received();
    nextStages(it, FEEDBACK + 400);
    expect(it.holder).toBe(email('teamleider'));
  });

  test('received when it is late already: the next day', () => {
    const it = new Simulated(reported(), rules);
    it.do({ verb: 'receive' }, teamleider, hoursLater(FEEDBACK + 1));
    expect(it.waiting(MONDAY)).toContain(`teamleider overdue ${FEEDBACK + 9}`);
  });

  test('goes to the next when who has it can no longer be reached', () => {
    const it = received();
    it.work('refused');
    expect(it.holder).toBe(email('adjunct'));
    expect(it.case.report?.startedAt).toBeUndefined();
    expect(it.waiting(MONDAY)).toEqual(['adjunct notify 40', 'docent tell 40']);
  });

  test('with nobody left to go to: daily, at once', () => {
    const alone = { ...rules, line: lineOf({}, {}) };
    const it = new Simulated(reported({}, MONDAY, alone), alone);
    it.do({ verb: 'start' }, teamleider, MONDAY);
    it.rows.delete(email('docent'));
    it.work('refused');
    expect(it.waiting(MONDAY)).toEqual(['teamleider daily 40']);
    it.work('taken');
    expect(it.waiting(MONDAY)).toEqual(['teamleider follow-up 80']);
  });

  const forNow = (stage: 'follow-up' | 'overdue'): Command => {
    return { verb: 'deliver-failed', person: email('teamleider'), stage, permanent: false };
  };

  test('is tried again when the platform is away for now, also after what was once its deadline', () => {
    const it = received();
    expect(it.do(forNow('follow-up'), system, hoursLater(41))).toEqual({ kind: 'unchanged' });
    expect(it.holder).toBe(email('teamleider'));
  });

  test('that cannot be brought until feedback is late reaches the operator all the same', () => {
    const it = received();
    expect(it.do(forNow('follow-up'), system, hoursLater(FEEDBACK - 0.1))).toEqual({ kind: 'unchanged' });
    it.do(forNow('follow-up'), system, hoursLater(FEEDBACK));
    expect(it.waiting(MONDAY)).toEqual([`teamleider overdue ${FEEDBACK}`]);
    expect(it.do(forNow('overdue'), system, hoursLater(FEEDBACK + 1))).toEqual({ kind: 'unchanged' });
  });

  test('is not taken away by a deadline of before', () => {
    const it = received();
    it.do({ verb: 'escalate', person: email('teamleider') }, system, hoursLater(8));
    expect(it.holder).toBe(email('teamleider'));
    expect(it.waiting(MONDAY)).toEqual(['teamleider follow-up 48']);
  });
});

test('a report that nobody confirms goes the way of a doubt', () => {
  const it = new Simulated(reported(), rules);
  const done: string[] = [];
  while (done.length < 5) {
    const row = it.work();
    if (row !== undefined && row.stage !== 'tell') done.push(`${row.person.split('@')[0]} ${row.stage}`);
  }
  expect(done).toEqual([
    'teamleider notify',
    'teamleider remind',
    'teamleider deputy',
    'adjunct notify',
    'adjunct remind',
  ]);
});
