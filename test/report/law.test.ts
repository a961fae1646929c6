import { describe, expect, test } from 'vitest';
import type { LawCase } from '../../src/protocol/knowledge.ts';
import { isMisconduct, lawCasesOf } from '../../src/report/law.ts';
import type { Report } from '../../src/report/report.ts';
import { example, mail, report } from './world.ts';

const inText: readonly LawCase[] = ['seksueel-door-personeel'];
const is = (parts: Partial<Report>, told: readonly LawCase[] = []) => isMisconduct(report(parts), told);

describe('misconduct by staff towards a pupil who may be a minor', () => {
  test.each<[string, Partial<Report>, readonly LawCase[], boolean]>([
    ['a member of staff and a minor', { kind: 'seksueel', by: 'medewerker', affectedMinor: 'ja' }, [], true],
    ['the age not known', { kind: 'seksueel', by: 'medewerker', affectedMinor: 'weet-niet' }, [], true],
    ['nothing said of who is affected', { kind: 'seksueel', by: 'medewerker' }, [], true],
    ['affected is not known', { kind: 'seksueel', by: 'medewerker', affected: 'onbekend' }, [], true],
    ['a student of eighteen or older', { kind: 'seksueel', by: 'medewerker', affectedMinor: 'nee' }, inText, false],
    ['a colleague is affected', { kind: 'seksueel', by: 'medewerker', affected: 'medewerker' }, [], false],
    [
      'a colleague, who is a minor all the same',
      { kind: 'seksueel', by: 'medewerker', affected: 'medewerker', affectedMinor: 'ja' },
      [],
      true,
    ],
    ['pupils among themselves', { kind: 'seksueel', by: 'leerling', affectedMinor: 'ja' }, inText, false],
    ['a parent who is a coach here', { kind: 'seksueel', by: 'ouder', byWorksHere: 'ja' }, [], true],
    ['a parent of whom that is not known', { kind: 'seksueel', by: 'ouder', byWorksHere: 'weet-niet' }, [], true],
    ['somebody who does not work here', { kind: 'seksueel', by: 'onbekend', byWorksHere: 'nee' }, inText, false],
    ['nobody said who, the text does', { kind: 'seksueel' }, inText, true],
    ['nobody said who, nor does the text', { kind: 'seksueel', by: 'onbekend' }, [], false],
    [
      'nobody said who, but whom it is about works here',
      { kind: 'seksueel', about: [mail('docent.wiskunde')] },
      [],
      true,
    ],
    ['the text says so under another kind', { kind: 'anders', by: 'medewerker' }, inText, true],
    ['another kind by a member of staff', { kind: 'pesten', by: 'medewerker', affectedMinor: 'ja' }, [], false],
  ])('%s', (_, parts, told, expected) => {
    expect(is(parts, told)).toBe(expected);
  });
});

describe('what the law makes of a report', () => {
  const cases = (parts: Partial<Report>, told: readonly LawCase[] = []) => lawCasesOf(report(parts), told, example);

  test('follows from the kind', () => {
    expect(cases({ kind: 'vertrouwelijk' })).toEqual(['datalek']);
    expect(cases({ kind: 'bedreigen' })).toEqual(['strafbaar']);
    expect(cases({ kind: 'seksueel', by: 'leerling' })).toEqual(['seksueel-beeld']);
    expect(cases({ kind: 'seksueel', affected: 'medewerker' })).toEqual([]);
    expect(cases({ kind: 'pesten' })).toEqual([]);
    expect(cases({ about: [mail('bestuurder')] })).toEqual(['bestuur-betrokken']);
  });

  test('takes over what the text tells, the most urgent first, unless the form says otherwise', () => {
    expect(cases({ kind: 'bedreigen' }, ['thuis', 'strafbaar', 'gevaar'])).toEqual(['gevaar', 'thuis', 'strafbaar']);
    expect(cases({ kind: 'seksueel', by: 'leerling' }, inText)).toEqual(['seksueel-beeld']);
    expect(cases({ kind: 'seksueel', by: 'medewerker' })).toEqual(['seksueel-door-personeel', 'seksueel-beeld']);
  });
});
