import { describe, expect, test } from 'vitest';
import { may, relationOf, verbs } from '../../src/handover/may.ts';
import { transition } from '../../src/handover/transitions.ts';
import { cells, columns, commands, grids, kinds, madeUp, marksOf } from './cells.ts';
import {
  email,
  everybodysCase,
  everybodysReport,
  lineAt,
  MONDAY,
  ORGANISATION,
  parts,
  person,
  rules,
} from './world.ts';

describe('who may do what', () => {
  test('is a table of every kind, relation and verb', () => {
    expect(cells).toHaveLength(2 * 8 * 19);
    expect(columns.toSorted()).toEqual(verbs.toSorted());
    for (const kind of kinds) {
      for (const row of Object.values(grids[kind])) expect(marksOf(row)).toHaveLength(verbs.length);
    }
  });

  test.each(cells)('$kind: $relation may $verb: $allowed', ({ kind, relation, verb, allowed }) => {
    expect(may(relation, verb, kind)).toBe(allowed);
  });

  test.each(cells)('$kind: $relation does $verb: $allowed', ({ kind, relation, verb, allowed }) => {
    const actor = parts[relation] ?? person('nobody');
    const outcome = transition(madeUp[kind](), commands[verb], actor, MONDAY, rules);
    if (allowed) expect(outcome.kind).not.toBe('refused');
    else expect(outcome).toEqual({ kind: 'refused', refusal: { why: 'not-found' } });
  });

  test.each(['decided', 'withdrawn', 'closed'] as const)(
    'whoever is denied does not learn that a case is %s',
    (state) => {
      for (const { kind, relation, verb } of cells.filter(({ allowed }) => !allowed)) {
        const actor = parts[relation] ?? person('nobody');
        const outcome = transition(madeUp[kind]({ state }), commands[verb], actor, MONDAY, rules);
        expect(outcome).toEqual({ kind: 'refused', refusal: { why: 'not-found' } });
      }
    },
  );
});

describe('what somebody is to a case', () => {
  test.each(Object.entries(parts))('%s', (relation, actor) => {
    expect(relationOf(everybodysReport(), actor)).toBe(relation);
    expect(relationOf(everybodysCase(), actor)).toBe(relation === 'recipient-beside' ? 'stranger' : relation);
  });

  test('who is next in line is a stranger until it is their turn', () => {
    expect(relationOf(everybodysCase(), person('directeur'))).toBe('stranger');
    expect(relationOf(everybodysCase({ at: 2 }), person('directeur'))).toBe('recipient-now');
  });

  test.each(['docent', 'adjunct', 'teamleider'])('%s of another organisation is a stranger', (name) => {
    expect(relationOf(everybodysCase(), person(name, 'een-andere'))).toBe('stranger');
  });

  test.each(['adjunct', 'teamleider', 'privacy', 'fg'])('%s who is excluded later is that before all else', (name) => {
    expect(relationOf(everybodysReport({ excluded: [email(name)] }), person(name))).toBe('excluded');
  });

  test('the asker stays the asker: naming everybody does not tell who withheld their name', () => {
    expect(relationOf(everybodysReport({ excluded: [email('docent')] }), person('docent'))).toBe('asker');
  });

  test('of two lines the main one counts, and to have it now before to have had it', () => {
    expect(relationOf(everybodysReport({ beside: [lineAt(['adjunct'], 0)] }), person('adjunct'))).toBe('recipient-now');
    const both = everybodysReport({ beside: [lineAt(['teamleider'], 0)] });
    expect(relationOf(both, person('teamleider'))).toBe('recipient-beside');
    expect(relationOf(everybodysReport(), person('fg'))).toBe('recipient-before');
  });

  test('an administrator who is a recipient is a recipient', () => {
    const actor = { kind: 'person', organisation: ORGANISATION, email: email('adjunct'), administrator: true } as const;
    expect(relationOf(everybodysCase(), actor)).toBe('recipient-now');
  });
});
