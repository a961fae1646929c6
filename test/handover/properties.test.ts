import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '../../src/handover/actor.ts';
import type { Command } from '../../src/handover/commands.ts';
import { assertIdsOnly } from '../../src/handover/journal.ts';
import { relationOf } from '../../src/handover/may.ts';
import { openCase } from '../../src/handover/opening.ts';
import { Simulated } from './simulate.ts';
import { email, hoursLater, lineOf, MONDAY, person, recipient, request, rules } from './world.ts';

/** Random schools of up to eight people, with deputies and levels of any shape, circles included. */
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const name = fc.constantFrom(...names);
const links = fc.dictionary(name, name, { noNullPrototype: true });
const school = fc.record({
  deputies: links,
  levels: links,
  asker: name,
  excluded: fc.uniqueArray(name, { maxLength: 3 }),
  recipients: fc.array(name, { minLength: 1, maxLength: 4 }),
  urgent: fc.boolean(),
  hour: fc.integer({ min: 0, max: 23 }),
});

type School = typeof school extends fc.Arbitrary<infer T> ? T : never;

function begun({ deputies, levels, asker, excluded, recipients, urgent, hour }: School): Simulated | undefined {
  const by = { ...rules, line: lineOf(deputies, levels), crisis: recipient('h') };
  const asked = {
    ...request,
    asker: email(asker),
    excluded: excluded.map(email),
    recipients: recipients.map(recipient),
    urgent,
  };
  const opening = openCase(asked, 'V-222222', hoursLater(hour), by);
  return opening === undefined ? undefined : new Simulated(opening, by);
}

const text = fc.constantFrom('', 'een reden');
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ verb: fc.constant('open' as const) }),
  fc.record({ verb: fc.constant('receive' as const) }),
  fc.record({ verb: fc.constant('withdraw' as const) }),
  fc.record({
    verb: fc.constant('decide' as const),
    kind: fc.constantFrom('akkoord' as const, 'akkoord-mits' as const, 'niet-plaatsen' as const, 'bel-me' as const),
    note: text,
  }),
  fc.record({ verb: fc.constant('pass-on' as const), to: name.map(recipient), reason: text }),
);
const step = fc.oneof(
  fc.record({ who: name, command }),
  fc.constant('taken' as const),
  fc.constant('refused' as const),
);

/** What must hold of every case at every moment. */
function sound(it: Simulated): void {
  const { case: kase, rows } = it;
  const had = kase.recipients.map((each) => each.email);
  expect(had).not.toContain(kase.asker);
  for (const gone of kase.excluded.filter((each) => each !== kase.asker)) {
    expect(had).not.toContain(gone);
    expect(rows.has(gone)).toBe(false);
    expect(relationOf(kase, { kind: 'person', organisation: kase.organisation, email: gone })).toBe('excluded');
  }
  const active = [...rows.values()].filter(({ stage }) => stage !== 'tell').map((row) => row.person);
  expect(active).toEqual(kase.state === 'open' ? [it.holder] : []);
  for (const entry of it.journal) assertIdsOnly(entry);
}

test('whatever people and platforms do: never to the asker or to somebody excluded, never silent while it is open', () => {
  fc.assert(
    fc.property(school, fc.array(step, { maxLength: 40 }), (given, steps) => {
      const it = begun(given);
      if (it === undefined) return;
      sound(it);
      steps.forEach((each, i) => {
        const actor = (who: string): Actor => person(who);
        if (typeof each === 'string') it.work(each);
        else it.do(each.command, actor(each.who), hoursLater(i, new Date(it.case.since)));
        sound(it);
      });
    }),
    { numRuns: 600 },
  );
});

test('when nobody ever answers or nobody can be reached it comes to an end of the line, nobody asked twice', () => {
  fc.assert(
    fc.property(school, fc.constantFrom('taken' as const, 'refused' as const), (given, result) => {
      const it = begun(given);
      if (it === undefined) return;
      for (let i = 0; i < 200; i += 1) it.work(result);
      expect(it.rows.get(it.holder ?? '')?.stage).toBe('daily');
      const had = it.case.recipients.slice(0, it.case.at + 1).map((each) => each.email);
      expect(new Set(had).size).toBe(had.length);
    }),
    { numRuns: 300 },
  );
});

test('everybody the line leads to is asked before it gives up', () => {
  fc.assert(
    fc.property(school, (given) => {
      const it = begun(given);
      if (it === undefined) return;
      for (let i = 0; i < 200; i += 1) it.work('refused');
      const had = new Set(it.case.recipients.map((each) => each.email));
      for (const each of had) {
        const next = it.rules.line.nextLevelOf(each);
        if (next !== undefined && next.email !== it.case.asker && !it.case.excluded.includes(next.email)) {
          if (it.case.recipients.some((one) => one.email === each && one.via !== 'deputy')) {
            expect(had.has(next.email)).toBe(true);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('denied is the same for a stranger whatever the case went through', () => {
  fc.assert(
    fc.property(school, fc.array(step, { maxLength: 15 }), command, (given, steps, asked) => {
      const it = begun(given);
      if (it === undefined) return;
      for (const each of steps) if (typeof each === 'string') it.work(each);
      const before = JSON.stringify([it.case, [...it.rows]]);
      for (const gone of it.case.excluded) {
        const actor: Actor = { kind: 'person', organisation: it.case.organisation, email: gone };
        expect(it.do(asked, actor, MONDAY)).toEqual({ kind: 'refused', refusal: { why: 'not-found' } });
      }
      expect(it.do(asked, person('vreemd'), MONDAY)).toEqual({ kind: 'refused', refusal: { why: 'not-found' } });
      expect(JSON.stringify([it.case, [...it.rows]])).toBe(before);
    }),
  );
});
