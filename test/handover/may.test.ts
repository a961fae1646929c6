import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/handover/commands.ts';
import { may, type Relation, relationOf, relations, type Verb, verbs } from '../../src/handover/may.ts';
import { transition } from '../../src/handover/transitions.ts';
import { email, everybodysCase, MONDAY, ORGANISATION, parts, person, recipient, rules } from './world.ts';

/** The whole table once more, written out by hand: x is allowed. */
const grid: Readonly<Record<Relation, string>> = {
  //                  open receive decide pass-on withdraw | delivered deliver-failed escalate
  asker: '            x    .       .      .       x          .         .              .',
  'recipient-now': '  x    x       x      x       .          .         .              .',
  'recipient-before': 'x   .       x      .       .          .         .              .',
  excluded: '         .    .       .      .       .          .         .              .',
  administrator: '    .    .       .      .       .          .         .              .',
  stranger: '         .    .       .      .       .          .         .              .',
  system: '           .    .       .      .       .          x         x              x',
};

const commands: Readonly<Record<Verb, Command>> = {
  open: { verb: 'open' },
  receive: { verb: 'receive' },
  decide: { verb: 'decide', kind: 'akkoord' },
  'pass-on': { verb: 'pass-on', to: recipient('bestuur'), reason: 'Dit is van jou' },
  withdraw: { verb: 'withdraw' },
  delivered: { verb: 'delivered', person: email('adjunct'), stage: 'notify' },
  'deliver-failed': { verb: 'deliver-failed', person: email('adjunct'), stage: 'notify', permanent: true },
  escalate: { verb: 'escalate', person: email('adjunct') },
};

const cells = relations.flatMap((relation) =>
  verbs.map((verb, i) => ({ relation, verb, allowed: grid[relation].trim().split(/\s+/)[i] === 'x' })),
);

describe('who may do what', () => {
  test('is a table of every relation and every verb', () => {
    expect(cells).toHaveLength(7 * 8);
    for (const row of Object.values(grid)) expect(row.trim().split(/\s+/)).toHaveLength(verbs.length);
  });

  test.each(cells)('$relation may $verb: $allowed', ({ relation, verb, allowed }) => {
    expect(may(relation, verb)).toBe(allowed);
  });

  test.each(cells)('$relation does $verb to a case: $allowed', ({ relation, verb, allowed }) => {
    const actor = parts[relation] ?? person('nobody');
    const outcome = transition(everybodysCase(), commands[verb], actor, MONDAY, rules);
    if (allowed) expect(outcome.kind).not.toBe('refused');
    else expect(outcome).toEqual({ kind: 'refused', refusal: { why: 'not-found' } });
  });

  test.each(['decided', 'withdrawn', 'closed'] as const)(
    'whoever is denied does not learn that a case is %s',
    (state) => {
      for (const { relation, verb } of cells.filter(({ allowed }) => !allowed)) {
        const actor = parts[relation] ?? person('nobody');
        const outcome = transition(everybodysCase({ state }), commands[verb], actor, MONDAY, rules);
        expect(outcome).toEqual({ kind: 'refused', refusal: { why: 'not-found' } });
      }
    },
  );
});

describe('what somebody is to a case', () => {
  test.each(Object.entries(parts))('%s', (relation, actor) => {
    expect(relationOf(everybodysCase(), actor)).toBe(relation);
  });

  test('who is next in line is a stranger until it is their turn', () => {
    expect(relationOf(everybodysCase(), person('directeur'))).toBe('stranger');
    expect(relationOf(everybodysCase({ at: 2 }), person('directeur'))).toBe('recipient-now');
  });

  test.each(['docent', 'adjunct', 'teamleider'])('%s of another organisation is a stranger', (name) => {
    expect(relationOf(everybodysCase(), person(name, 'een-andere'))).toBe('stranger');
  });

  test.each(['adjunct', 'teamleider', 'docent'])('%s who is excluded later is that before all else', (name) => {
    expect(relationOf(everybodysCase({ excluded: [email(name)] }), person(name))).toBe('excluded');
  });

  test('an administrator who is a recipient is a recipient', () => {
    const actor = { kind: 'person', organisation: ORGANISATION, email: email('adjunct'), administrator: true } as const;
    expect(relationOf(everybodysCase(), actor)).toBe('recipient-now');
  });
});
