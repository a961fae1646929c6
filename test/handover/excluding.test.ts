import { describe, expect, test } from 'vitest';
import { type Case, holderOf } from '../../src/handover/case.ts';
import type { Command } from '../../src/handover/commands.ts';
import { isExcluded } from '../../src/handover/line.ts';
import type { Request } from '../../src/handover/opening.ts';
import { Simulated } from './simulate.ts';
import { email, hoursLater, lineOf, MONDAY, person, recipient, reported, rules } from './world.ts';

const teamleider = person('teamleider');
const later = hoursLater(2);
const refused = (why: string) => ({ kind: 'refused', refusal: { why } });
const exclude = (...names: string[]): Command => ({ verb: 'exclude', emails: names.map(email) });

function fresh(changes: Partial<Request> = {}): Simulated {
  return new Simulated(reported({ recipients: ['teamleider', 'ict'].map(recipient), ...changes }), rules);
}

/** With the ict person, who has it from the teamleider. */
function passedOn(): Simulated {
  const it = fresh();
  it.do({ verb: 'pass-on', to: recipient('ict'), reason: 'x' }, teamleider, MONDAY);
  it.rows.delete(email('docent'));
  return it;
}

const rows = (it: Simulated) => it.waiting(MONDAY);
const namesIn = (kase: Case) => kase.recipients.map(({ role }) => role);

describe('an exclusion', () => {
  test('ends the access of who had it, and only their card is changed', () => {
    const it = passedOn();
    it.do(exclude('teamleider'), person('ict'), later);
    expect(it.case.excluded).toEqual([email('teamleider')]);
    expect(rows(it)).toEqual(['ict notify 0', 'teamleider recall 2']);
    expect(it.do({ verb: 'open' }, teamleider, later)).toEqual(refused('not-found'));
    it.work();
    it.work();
    expect(rows(it).filter((row) => row.startsWith('teamleider'))).toEqual([]);
  });

  test('of somebody who never had it tells them nothing', () => {
    const it = fresh();
    it.do(exclude('betrokkene', 'directeur'), teamleider, later);
    expect(rows(it)).toEqual(['teamleider notify 0']);
  });

  test('binds those to come: the route, deputies, levels, and passing on', () => {
    const it = fresh();
    it.do(exclude('ict', 'adjunct', 'directeur', 'conrector'), teamleider, later);
    expect(namesIn(it.case)).toEqual(['teamleider']);
    expect(it.do({ verb: 'pass-on', to: recipient('directeur'), reason: 'x' }, teamleider, later)).toEqual(
      refused('not-this-person'),
    );
    it.work('refused');
    expect(it.holder).toBe(email('bestuur'));
  });

  test('keeps in the journal how many, and nowhere who', () => {
    const it = fresh();
    it.do(exclude('betrokkene', 'ict'), teamleider, later);
    expect(it.journal.at(-1)).toEqual({
      verb: 'exclude',
      actor: email('teamleider'),
      at: later.toISOString(),
      data: { count: 2 },
    });
    expect(JSON.stringify(it.journal)).not.toContain('betrokkene');
  });

  test('of who is excluded already, or of nobody, changes nothing', () => {
    const it = fresh();
    it.do(exclude('betrokkene'), teamleider, later);
    expect(it.do({ verb: 'exclude', emails: [' Betrokkene@voorbeeld.nl '] }, teamleider, later)).toEqual({
      kind: 'unchanged',
    });
    expect(it.do({ verb: 'exclude', emails: [' '] }, teamleider, later)).toEqual({ kind: 'unchanged' });
  });

  test('is not of oneself, and then of nobody else either', () => {
    const it = fresh();
    expect(it.do(exclude('betrokkene', 'teamleider'), teamleider, later)).toEqual(refused('not-this-person'));
    expect(it.case.excluded).toEqual([]);
  });

  test('of the reporter answers as any other, and the reporter goes on knowing of it', () => {
    const it = fresh({ report: { nameWithheld: true, required: [] } });
    const other = fresh({ report: { nameWithheld: true, required: [] } });
    const named = it.do(exclude('docent'), teamleider, later);
    const somebody = other.do(exclude('collega'), teamleider, later);
    expect(JSON.stringify(named).replaceAll('docent', 'collega')).toBe(
      JSON.stringify(somebody).replaceAll(`"asker":"${email('docent')}"`, `"asker":"${email('collega')}"`),
    );
    expect(isExcluded(it.case, email('docent'))).toBe(false);
    expect(it.do({ verb: 'answer', text: 'x' }, person('docent'), later).kind).toBe('changed');
    it.do({ verb: 'close', outcome: 'gesprek', feedback: 'x' }, teamleider, later);
    expect(rows(it)).toContain('docent news 2');
  });

  test('can be added when it is closed: access ends, and nobody gets it anew', () => {
    const it = passedOn();
    it.do({ verb: 'close', outcome: 'gesprek', feedback: 'x' }, person('ict'), later);
    it.rows.clear();
    it.do(exclude('teamleider'), person('ict'), hoursLater(3));
    expect(rows(it)).toEqual(['teamleider recall 3']);
    expect(it.case.state).toBe('closed');
  });
});

describe('an exclusion of who has it', () => {
  const withFg = (recipients: string[], beside = ['fg']): Simulated =>
    fresh({ recipients: recipients.map(recipient), beside: [beside.map(recipient)] });

  test('gives it to the next at once: not to their deputy, but up', () => {
    const it = withFg(['teamleider']);
    it.do({ verb: 'start' }, teamleider, MONDAY);
    it.rows.delete(email('docent'));
    it.do(exclude('teamleider'), person('fg'), later);
    expect(it.holder).toBe(email('directeur'));
    expect(it.case).toMatchObject({ since: later.toISOString(), report: {} });
    expect(it.case.receivedAt).toBeUndefined();
    expect(it.case.report?.startedAt).toBeUndefined();
    expect(rows(it)).toEqual(['directeur notify 2', 'docent tell 2', 'fg notify 0', 'teamleider recall 2']);
  });

  test('of who has it beside goes to the next there', () => {
    const it = withFg(['teamleider'], ['fg', 'privacy']);
    it.do({ verb: 'receive' }, person('fg'), MONDAY);
    it.do(exclude('fg'), teamleider, later);
    expect(it.case.beside?.map((track) => holderOf(track)?.role)).toEqual(['privacy']);
    expect(it.case.beside?.[0]?.receivedAt).toBeUndefined();
    expect(rows(it)).toEqual(['fg recall 2', 'privacy notify 2', 'teamleider notify 0']);
  });

  test.each([
    ['the main line', ['ict'], 'fg', 'ict'],
    ['the line beside it', ['teamleider'], 'teamleider', 'fg'],
  ])('that would leave nobody in %s is refused, with nothing changed', (_, recipients, by, whom) => {
    const it = withFg(recipients);
    const before = JSON.stringify([it.case, rows(it), it.journal]);
    expect(it.do(exclude('collega', whom), person(by), later)).toEqual(refused('nobody-left'));
    expect(JSON.stringify([it.case, rows(it), it.journal])).toBe(before);
  });

  test('and of everybody after them: past all of them', () => {
    const by = { ...rules, line: lineOf({}, { teamleider: 'directeur', directeur: 'bestuur', bestuur: 'toezicht' }) };
    const it = new Simulated(reported({ beside: [[recipient('fg')]] }, MONDAY, by), by);
    it.do(exclude('teamleider', 'directeur', 'bestuur'), person('fg'), later);
    expect(it.holder).toBe(email('toezicht'));
  });
});
