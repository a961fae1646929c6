import { expect, test } from 'vitest';
import { system } from '../../src/handover/actor.ts';
import type { Case } from '../../src/handover/case.ts';
import type { Command } from '../../src/handover/commands.ts';
import { transition } from '../../src/handover/transitions.ts';
import { email, everybodysCase, everybodysReport, MONDAY, rules } from './world.ts';

const by = email('bestuur');
const done = (kase: Case, command: Command) => transition(kase, command, system, MONDAY, rules);

test.each([everybodysCase(), everybodysReport({ state: 'closed' })])('$ref is kept, and nobody is told', (kase) => {
  expect(done(kase, { verb: 'hold', by })).toEqual({
    kind: 'changed',
    change: {
      case: { ...kase, hold: { by, at: MONDAY.toISOString() } },
      journal: [{ verb: 'hold', actor: 'system', at: MONDAY.toISOString(), data: { by } }],
      rows: [],
    },
  });
});

test('released, it is as it was, and the journal says by whom', () => {
  const kase = everybodysCase();
  const held = { ...kase, hold: { by, at: MONDAY.toISOString() } };
  const outcome = done(held, { verb: 'release-hold', by });
  expect(outcome).toMatchObject({ kind: 'changed', change: { journal: [{ verb: 'release-hold', data: { by } }] } });
  expect(outcome.kind === 'changed' && outcome.change.case).toEqual(kase);
});

test('what is so already stays so, and who first held it is kept', () => {
  const held = everybodysCase({ hold: { by, at: MONDAY.toISOString() } });
  expect(done(held, { verb: 'hold', by: email('ander') })).toEqual({ kind: 'unchanged' });
  expect(done(everybodysCase(), { verb: 'release-hold', by })).toEqual({ kind: 'unchanged' });
});

test.each(['hold', 'release-hold'] as const)('%s by a bestuurder whom it is about: there is no such case', (verb) => {
  const kase = everybodysReport({ excluded: [by], hold: { by: email('ander'), at: MONDAY.toISOString() } });
  expect(done(kase, { verb, by })).toEqual({ kind: 'refused', refusal: { why: 'not-found' } });
});
