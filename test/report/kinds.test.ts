import { describe, expect, test } from 'vitest';
import { kindReader } from '../../src/report/kinds.ts';
import { reportKinds } from '../../src/report/report.ts';
import { told } from './kinds.sentences.ts';
import { reports } from './world.ts';

describe('the kind that a text points to', () => {
  test.each(reportKinds.flatMap((kind) => told[kind].map((text) => ({ kind, text }))))(
    '$kind: $text',
    ({ kind, text }) => {
      expect(reports.kinds.propose(text)).toBe(kind);
    },
  );

  test('there are at least twelve sentences for each', () => {
    for (const kind of reportKinds) expect(told[kind].length).toBeGreaterThanOrEqual(12);
  });

  test('the gravest goes first, however much else is told', () => {
    const text =
      'Ze wordt gepest, gepest en nog eens gepest in de groepsapp, en nu gaat er een naaktfoto van haar rond';
    expect(reports.kinds.propose(text)).toBe('seksueel');
  });

  test('is read whatever is typed', () => {
    const long = 'a'.repeat(100_000);
    for (const text of [
      long,
      'pest'.repeat(25_000),
      'foto '.repeat(20_000),
      'zonder '.repeat(20_000),
      '\ud83d',
      '<b>*</b> .. *',
    ])
      expect(reportKinds).toContain(reports.kinds.propose(text));
  });
});

describe('the words of a kind', () => {
  const read = (rule: object) =>
    kindReader({ kinds: [{ kind: 'pesten', grave: false, sure: [], maybe: [], not: [], ...rule }] });

  test('stand alone, begin, end or hold', () => {
    expect(read({ sure: ['plaag'] }).propose('plaagde')).toBe('anders');
    expect(read({ sure: ['plaag*'] }).propose('Plaagde!')).toBe('pesten');
    expect(read({ sure: ['*plaag'] }).propose('geplaag')).toBe('pesten');
    expect(read({ sure: ['*plaag*'] }).propose('geplaagd')).toBe('pesten');
    expect(read({ sure: ['geplaagd*'] }).propose('geplááágd')).toBe('anders');
    expect(read({ sure: ['conciërge'] }).propose('de concierge')).toBe('pesten');
  });

  test('may have up to four others between them, where they say so', () => {
    const { propose } = read({ sure: ['sluit .. buiten'] });
    expect(propose('ze sluit haar buiten')).toBe('pesten');
    expect(propose('sluit een twee drie vier buiten')).toBe('pesten');
    expect(propose('sluit een twee drie vier vijf buiten')).toBe('anders');
    expect(read({ sure: ['sluit buiten'] }).propose('sluit haar buiten')).toBe('anders');
  });

  test('count twice when they are not sure, and not at all when another takes them away', () => {
    expect(read({ maybe: ['app', 'klas'] }).propose('app')).toBe('anders');
    expect(read({ maybe: ['app', 'klas'] }).propose('de app van de klas')).toBe('pesten');
    expect(read({ sure: ['plaag*'], not: ['plaagstoot'] }).propose('een plaagstoot, geplaag, plaagde')).toBe('anders');
  });

  test('that are sure go before those that only add up, whichever stands first in the file', () => {
    const rule = { grave: false, sure: [], maybe: [], not: [] };
    const kinds = [
      { ...rule, kind: 'beeld' as const, maybe: ['foto', 'app'] },
      { ...rule, kind: 'pesten' as const, sure: ['plaag*'] },
    ];
    expect(kindReader({ kinds }).propose('geplaag in de app met een foto')).toBe('beeld');
    expect(kindReader({ kinds }).propose('ze plagen, plaagt in de app met een foto')).toBe('pesten');
  });
});
