import { describe, expect, test } from 'vitest';
import { openDuties, reportOutcomes } from '../../src/handover/case.ts';
import type { Command } from '../../src/handover/commands.ts';
import type { Request } from '../../src/handover/opening.ts';
import { Simulated } from './simulate.ts';
import { email, hoursLater, MONDAY, person, recipient, reported, rules } from './world.ts';

const docent = person('docent');
const teamleider = person('teamleider');
const later = hoursLater(2);
const at = (hours: number) => hoursLater(hours).toISOString();

function fresh(changes: Partial<Request> = {}): Simulated {
  return new Simulated(reported(changes), rules);
}

const rows = (it: Simulated) => it.waiting(MONDAY);
const text = 'TEKST van iemand';
const written = (it: Simulated) => JSON.stringify([it.case, it.journal, [...it.rows]]);

describe('a new report', () => {
  test('is with the first, and knows by when the reporter must hear of it', () => {
    const it = fresh({ report: { nameWithheld: true, required: ['ouders'] } });
    expect(rows(it)).toEqual(['teamleider notify 0']);
    expect(it.case.report).toEqual({
      nameWithheld: true,
      required: ['ouders'],
      duties: {},
      feedbackBy: '2027-02-23T09:00:00.000Z',
    });
  });

  test('is a report without being told so, and a doubt is none', () => {
    const { report: _none, ...rest } = reported().case;
    expect(fresh().case).toEqual({ ...rest, report: fresh().case.report });
    const doubt = fresh({ kind: 'doubt', report: { nameWithheld: true, required: [] }, beside: [[recipient('fg')]] });
    expect(Object.keys(doubt.case)).not.toContain('report');
    expect(Object.keys(doubt.case)).not.toContain('beside');
  });
});

describe('every act of who has it', () => {
  const acts: Command[] = [
    { verb: 'receive' },
    { verb: 'start' },
    { verb: 'ask', text },
    { verb: 'note', text },
    { verb: 'tick', duty: 'ouders', state: 'done' },
  ];

  test.each(acts)('$verb confirms receipt, and is followed up after five working days', (command) => {
    const it = fresh();
    it.do(command, teamleider, later);
    expect(it.case).toMatchObject({ receivedAt: at(2), since: at(2) });
    expect(rows(it)[0]).toBe(command.verb === 'ask' ? 'docent question 2' : 'docent tell 2');
    expect(rows(it).slice(1)).toEqual(['teamleider follow-up 42']);
    it.do({ verb: 'note', text }, teamleider, hoursLater(10));
    expect(it.case).toMatchObject({ receivedAt: at(2), since: at(2) });
    expect(rows(it)).toContain('teamleider follow-up 50');
  });

  test.each([...acts, { verb: 'close', outcome: 'gesprek', feedback: text } satisfies Command])(
    '$verb keeps its text in a note only',
    (command) => {
      const it = fresh();
      const outcome = it.do(command, teamleider, later);
      expect(written(it)).not.toContain('TEKST');
      if (!('text' in command || 'feedback' in command)) return;
      const note = { verb: command.verb, by: email('teamleider'), at: at(2), text };
      expect(outcome).toMatchObject({ change: { note } });
    },
  );

  test.each([
    { verb: 'ask', text: ' ' },
    { verb: 'note', text: '' },
    { verb: 'tick', duty: 'ouders', state: 'explained' },
    { verb: 'tick', duty: 'ouders', state: 'explained', text: ' ' },
    { verb: 'close', outcome: 'anders', feedback: ' ' },
  ] satisfies Command[])('without its text is refused: %o', (command) => {
    expect(fresh().do(command, teamleider, later)).toEqual({ kind: 'refused', refusal: { why: 'note-missing' } });
  });

  test('begins once, and anew with who gets it next', () => {
    const it = fresh();
    it.do({ verb: 'start' }, teamleider, later);
    expect(it.case.report?.startedAt).toBe(at(2));
    expect(it.do({ verb: 'start' }, teamleider, hoursLater(3))).toEqual({ kind: 'unchanged' });
    it.do({ verb: 'pass-on', to: recipient('ict'), reason: 'x' }, teamleider, hoursLater(3));
    expect(it.case.report?.startedAt).toBeUndefined();
    expect(it.case.receivedAt).toBeUndefined();
    expect(rows(it)).toEqual(['docent tell 3', 'ict notify 3', 'teamleider tell 3']);
  });

  test('a note tells the reporter nothing, once receipt is confirmed', () => {
    const it = fresh();
    it.do({ verb: 'receive' }, teamleider, later);
    it.rows.delete(email('docent'));
    it.do({ verb: 'note', text }, teamleider, later);
    it.do({ verb: 'tick', duty: 'ouders', state: 'done' }, teamleider, later);
    expect(rows(it)).toEqual(['teamleider follow-up 42']);
  });

  test('taking out the dossier is in the journal, also when it is closed', () => {
    const it = fresh();
    it.do({ verb: 'close', outcome: 'gesprek', feedback: text }, teamleider, later);
    expect(it.do({ verb: 'export' }, teamleider, hoursLater(3)).kind).toBe('changed');
    expect(it.journal.at(-1)).toEqual({ verb: 'export', actor: email('teamleider'), at: at(3), data: {} });
  });
});

describe('a question back', () => {
  const ask: Command = { verb: 'ask', text };

  function asked(): Simulated {
    const it = fresh();
    it.do(ask, teamleider, later);
    return it;
  }

  const told = (it: Simulated, stage: 'question' | 'question-remind' | 'tell', hours: number) =>
    it.do({ verb: 'delivered', person: email('docent'), stage }, { kind: 'system' }, hoursLater(hours));

  test('is told at once, and once more after two working days; who has it goes on being reminded', () => {
    const it = asked();
    expect(rows(it)).toEqual(['docent question 2', 'teamleider follow-up 42']);
    told(it, 'question', 3);
    expect(rows(it)).toEqual(['docent question-remind 19', 'teamleider follow-up 42']);
    told(it, 'question-remind', 19);
    expect(rows(it)).toEqual(['teamleider follow-up 42']);
    expect(it.case.report?.asked).toEqual({ at: at(2), toldAt: at(3), remindedAt: at(19) });
  });

  test('is not lost when another step comes in between', () => {
    const it = asked();
    it.do({ verb: 'start' }, teamleider, hoursLater(2.5));
    expect(rows(it)).toContain('docent question 2.5');
    told(it, 'question', 3);
    it.do({ verb: 'pass-on', to: recipient('ict'), reason: 'x' }, teamleider, hoursLater(4));
    expect(rows(it)).toContain('docent tell 4');
    told(it, 'tell', 4);
    expect(rows(it)).toContain('docent question-remind 19');
    told(it, 'question-remind', 19);
    it.do({ verb: 'start' }, person('ict'), hoursLater(20));
    told(it, 'tell', 20);
    expect(rows(it).filter((row) => row.startsWith('docent'))).toEqual([]);
  });

  test('that cannot be brought ends, and comes back with the next step', () => {
    const it = asked();
    const failed: Command = { verb: 'deliver-failed', person: email('docent'), stage: 'question', permanent: true };
    it.do(failed, { kind: 'system' }, hoursLater(3));
    expect(rows(it)).toEqual(['teamleider follow-up 42']);
    it.do({ verb: 'start' }, teamleider, hoursLater(4));
    expect(rows(it)).toContain('docent question 4');
  });

  test('is answered: who has it is told anew, and the question no longer waits', () => {
    const it = asked();
    told(it, 'question', 3);
    const outcome = it.do({ verb: 'answer', text }, docent, hoursLater(5));
    expect(outcome).toMatchObject({ change: { note: { verb: 'answer', by: email('docent'), text } } });
    expect(it.case.report?.asked).toBeUndefined();
    expect(rows(it)).toEqual(['docent tell 5', 'teamleider news 5']);
    expect(it.journal.at(-1)).toMatchObject({ verb: 'answer', data: { asked: true } });
    it.do({ verb: 'delivered', person: email('teamleider'), stage: 'news' }, { kind: 'system' }, hoursLater(6));
    told(it, 'tell', 6);
    expect(rows(it)).toEqual(['teamleider follow-up 46']);
  });

  test('asked again is told again', () => {
    const it = asked();
    told(it, 'question', 3);
    it.do(ask, teamleider, hoursLater(4));
    expect(rows(it)).toContain('docent question 4');
    expect(it.case.report?.asked).toEqual({ at: at(4) });
  });
});

describe('the reporter', () => {
  const add: Command = { verb: 'answer', text };
  const toTeamleider = (it: Simulated, stage: 'notify' | 'news' | 'remind', hours: number) =>
    it.do({ verb: 'delivered', person: email('teamleider'), stage }, { kind: 'system' }, hoursLater(hours));

  test('may add something unasked', () => {
    const it = fresh();
    it.do({ verb: 'receive' }, teamleider, later);
    it.do(add, docent, hoursLater(3));
    expect(rows(it)).toEqual(['docent tell 3', 'teamleider news 3']);
    expect(it.journal.at(-1)).toMatchObject({ data: { asked: false } });
    expect(it.do({ verb: 'answer', text: ' ' }, docent, later)).toMatchObject({ refusal: { why: 'note-missing' } });
  });

  test.each([
    [1, 2, 'teamleider remind 4'],
    [3.9, 4, 'teamleider deputy 8'],
    [7, 7.5, 'teamleider deputy 8'],
    [7.9, 9, 'teamleider deputy 8'],
  ])('does not put off the deadline with it: added at %d, told at %d', (added, told, next) => {
    const it = fresh();
    toTeamleider(it, 'notify', 0);
    it.do(add, docent, hoursLater(added));
    toTeamleider(it, 'news', told);
    expect(it.case.since).toBe(at(0));
    expect(rows(it)).toContain(next);
  });

  test('adding something at the end of the line: who was told of it is reminded a day later', () => {
    const it = fresh({ recipients: [recipient('bestuur')] });
    for (let i = 0; i < 3; i += 1) it.work();
    expect(rows(it)).toEqual(['bestuur daily 16']);
    it.do(add, docent, hoursLater(12));
    it.do({ verb: 'delivered', person: email('bestuur'), stage: 'news' }, { kind: 'system' }, hoursLater(12));
    expect(rows(it)).toContain('bestuur daily 20');
  });

  test('withholding a name is named nowhere but in the case itself', () => {
    const it = fresh({ report: { nameWithheld: true, required: [] } });
    const notes = [
      it.do(add, docent, later),
      it.do({ verb: 'ask', text }, teamleider, later),
      it.do({ verb: 'answer', text }, docent, later),
    ].flatMap((outcome) => (outcome.kind === 'changed' ? [outcome.change.note] : []));
    for (let i = 0; i < 12; i += 1) it.work(i % 3 === 0 ? 'refused' : 'taken');
    it.do({ verb: 'close', outcome: 'gesprek', feedback: text }, person('bestuur'), hoursLater(200));
    expect(JSON.stringify([it.journal, notes])).not.toContain('docent');
    expect(it.journal.map(({ verb, actor }) => `${verb} ${actor}`)).toContain('answer reporter');
    expect(it.journal[0]).toMatchObject({ verb: 'send', actor: 'reporter' });
    expect(notes.map((note) => note?.by)).toEqual(['reporter', email('teamleider'), 'reporter']);
  });

  test('releases it alone, once, and who has it is told', () => {
    const it = fresh({ report: { nameWithheld: true, required: [] } });
    it.do({ verb: 'receive' }, teamleider, later);
    expect(it.do({ verb: 'release-name' }, docent, hoursLater(3)).kind).toBe('changed');
    expect(it.case.report?.nameWithheld).toBe(false);
    expect(it.journal.at(-1)).toMatchObject({ verb: 'release-name', actor: 'reporter' });
    expect(rows(it)).toContain('teamleider news 3');
    expect(it.do({ verb: 'release-name' }, docent, hoursLater(4))).toEqual({ kind: 'unchanged' });
    it.do(add, docent, hoursLater(5));
    expect(it.journal.at(-1)).toMatchObject({ verb: 'answer', actor: email('docent') });
  });
});

describe('duties', () => {
  const close: Command = { verb: 'close', outcome: 'maatregel', feedback: 'Gedaan.' };

  test('each must be done or explained before it is closed', () => {
    const it = fresh({ report: { nameWithheld: false, required: ['ouders', 'wet.aangifte'] } });
    expect(it.do(close, teamleider, later)).toEqual({ kind: 'refused', refusal: { why: 'duties-open' } });
    it.do({ verb: 'tick', duty: 'ouders', state: 'done' }, teamleider, later);
    it.do({ verb: 'tick', duty: 'iets-anders', state: 'done' }, teamleider, later);
    expect(it.case.report && openDuties(it.case.report)).toEqual(['wet.aangifte']);
    expect(it.do(close, teamleider, later)).toMatchObject({ refusal: { why: 'duties-open' } });
    const outcome = it.do({ verb: 'tick', duty: 'wet.aangifte', state: 'explained', text }, teamleider, later);
    expect(outcome).toMatchObject({ change: { note: { verb: 'duty:wet.aangifte', text } } });
    expect(it.journal.at(-1)).toMatchObject({ verb: 'tick', data: { duty: 'wet.aangifte', state: 'explained' } });
    expect(it.case.report?.duties.ouders).toEqual({ state: 'done', by: email('teamleider'), at: at(2) });
    expect(it.do(close, teamleider, later).kind).toBe('changed');
  });

  test('ticked the same way again are unchanged, explained after all are not', () => {
    const it = fresh();
    const done: Command = { verb: 'tick', duty: 'ouders', state: 'done' };
    it.do(done, teamleider, later);
    expect(it.do(done, teamleider, hoursLater(3))).toEqual({ kind: 'unchanged' });
    it.do({ verb: 'tick', duty: 'ouders', state: 'explained', text }, teamleider, hoursLater(4));
    expect(it.case.report?.duties.ouders?.state).toBe('explained');
  });

  test('a name that every object has is not taken for a duty that was done', () => {
    const it = fresh({ report: { nameWithheld: false, required: ['constructor'] } });
    expect(it.do(close, teamleider, later)).toMatchObject({ refusal: { why: 'duties-open' } });
    it.do({ verb: 'tick', duty: 'constructor', state: 'done' }, teamleider, later);
    expect(it.do(close, teamleider, later).kind).toBe('changed');
  });
});

describe('closing', () => {
  test.each(reportOutcomes)('as %s ends it: the reporter reads what was done, all others see it', (outcome) => {
    const it = fresh({ beside: [[recipient('fg')]] });
    it.do({ verb: 'ask', text }, teamleider, hoursLater(1));
    it.do({ verb: 'pass-on', to: recipient('ict'), reason: 'x' }, teamleider, hoursLater(1));
    it.do({ verb: 'close', outcome, feedback: text }, person('ict'), later);
    expect(it.case).toMatchObject({ state: 'closed', report: { closed: { outcome, by: email('ict'), at: at(2) } } });
    expect(it.case.receivedAt).toBe(at(2));
    expect(it.case.report?.asked).toBeUndefined();
    expect(rows(it)).toEqual(['docent news 2', 'fg tell 2', 'ict tell 2', 'teamleider tell 2']);
    for (let i = 0; i < 4; i += 1) it.work();
    expect(rows(it)).toEqual([]);
  });

  test.each([
    { verb: 'receive' },
    { verb: 'start' },
    { verb: 'ask', text },
    { verb: 'note', text },
    { verb: 'tick', duty: 'ouders', state: 'done' },
    { verb: 'pass-on', to: recipient('ict'), reason: 'x' },
    { verb: 'close', outcome: 'gesprek', feedback: text },
  ] satisfies Command[])('is the end: $verb is refused', (command) => {
    const it = fresh();
    it.do({ verb: 'close', outcome: 'gesprek', feedback: text }, teamleider, later);
    expect(it.do(command, teamleider, later)).toEqual({ kind: 'refused', refusal: { why: 'not-open' } });
    for (const own of [{ verb: 'answer', text }, { verb: 'release-name' }] satisfies Command[]) {
      expect(it.do(own, docent, later)).toEqual({ kind: 'refused', refusal: { why: 'not-open' } });
    }
  });
});
