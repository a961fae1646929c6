import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '../../src/handover/actor.ts';
import { holderOf, reportOutcomes } from '../../src/handover/case.ts';
import type { Command } from '../../src/handover/commands.ts';
import { assertIdsOnly } from '../../src/handover/journal.ts';
import { relationOf } from '../../src/handover/may.ts';
import { type Opening, openCase } from '../../src/handover/opening.ts';
import type { Rules } from '../../src/handover/rules.ts';
import { tracksOf } from '../../src/handover/tracks.ts';
import { Simulated } from './simulate.ts';
import { email, hoursLater, lineOf, MONDAY, person, recipient, request, rules } from './world.ts';

/** Random schools of up to eight people, with deputies and levels of any shape, circles included. */
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const name = fc.constantFrom(...names);
const links = fc.dictionary(name, name, { noNullPrototype: true });
const line = fc.array(name, { maxLength: 4 });
const school = fc.record({
  kind: fc.constantFrom('doubt' as const, 'report' as const),
  deputies: links,
  levels: links,
  asker: name,
  excluded: fc.uniqueArray(name, { maxLength: 3 }),
  recipients: fc.array(name, { minLength: 1, maxLength: 4 }),
  beside: fc.array(line, { maxLength: 2 }),
  nameWithheld: fc.boolean(),
  required: fc.uniqueArray(fc.constantFrom('d1', 'd2'), { maxLength: 2 }),
  urgent: fc.boolean(),
  hour: fc.integer({ min: 0, max: 23 }),
});

type School = typeof school extends fc.Arbitrary<infer T> ? T : never;

function rulesIn({ deputies, levels }: Pick<School, 'deputies' | 'levels'>): Rules {
  return { ...rules, line: lineOf(deputies, levels), crisis: recipient('h') };
}

function openingOf(given: School): Opening | undefined {
  const { kind, asker, excluded, recipients, beside, nameWithheld, required, urgent, hour } = given;
  const asked = {
    ...request,
    kind,
    asker: email(asker),
    excluded: excluded.map(email),
    recipients: recipients.map(recipient),
    beside: beside.map((each) => each.map(recipient)),
    report: { nameWithheld, required },
    urgent,
  };
  return openCase(asked, 'V-222222', hoursLater(hour), rulesIn(given));
}

function begun(given: School): Simulated | undefined {
  const opening = openingOf(given);
  return opening === undefined ? undefined : new Simulated(opening, rulesIn(given));
}

const text = fc.constantFrom('', 'een reden', 'een andere', 'nog een');
const verb = <V extends string>(only: V) => ({ verb: fc.constant(only) });
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record(verb('open')),
  fc.record(verb('receive')),
  fc.record(verb('withdraw')),
  fc.record({
    ...verb('decide'),
    kind: fc.constantFrom('akkoord' as const, 'akkoord-mits' as const, 'niet-plaatsen' as const, 'bel-me' as const),
    note: text,
  }),
  fc.record({ ...verb('pass-on'), to: name.map(recipient), reason: text }),
  fc.record(verb('start')),
  fc.record({ ...verb('ask'), text }),
  fc.record({ ...verb('answer'), text }),
  fc.record(verb('release-name')),
  fc.record({ ...verb('note'), text }),
  fc.record({ ...verb('exclude'), emails: fc.uniqueArray(name.map(email), { minLength: 1, maxLength: 3 }) }),
  fc.record({
    ...verb('tick'),
    duty: fc.constantFrom('d1', 'd2'),
    state: fc.constantFrom('done' as const, 'explained' as const),
    text,
  }),
  fc.record({ ...verb('close'), outcome: fc.constantFrom(...reportOutcomes), feedback: text }),
  fc.record(verb('export')),
);

/** Random names seldom have it: what a holder or the reporter does is asked for by what they are. */
const who = fc.oneof(
  { arbitrary: name, weight: 1 },
  { arbitrary: fc.constantFrom('the asker', 'the holder', 'beside'), weight: 4 },
);
const results = fc.constantFrom('taken' as const, 'refused' as const, 'later' as const);
const step = fc.oneof({ arbitrary: fc.record({ who, command }), weight: 2 }, { arbitrary: results, weight: 1 });

function actorIn({ case: kase, holder }: Simulated, named: string): Actor {
  const beside = kase.beside?.[0];
  const emails = new Map([
    ['the asker', kase.asker],
    ['the holder', holder],
    ['beside', beside === undefined ? undefined : holderOf(beside)?.email],
  ]);
  const mail = emails.get(named);
  return mail === undefined ? person(named) : { kind: 'person', organisation: kase.organisation, email: mail };
}

function done(
  it: Simulated,
  steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
  after: () => void,
) {
  let now = new Date(it.case.since);
  for (const each of steps) {
    now = new Date(Math.max(now.getTime() + 3_600_000, 0));
    if (typeof each !== 'string') it.do(each.command, actorIn(it, each.who), now);
    else now = new Date(Math.max(now.getTime(), Date.parse(it.work(each)?.dueAt ?? now.toISOString())));
    after();
  }
}

/** What must hold of every case at every moment. */
function sound(it: Simulated): void {
  const { case: kase, rows } = it;
  for (const { recipients, at } of tracksOf(kase)) {
    const inLine = recipients.map((each) => each.email);
    expect(inLine).not.toContain(kase.asker);
    for (const gone of kase.excluded.filter((each) => each !== kase.asker)) {
      expect(inLine.slice(kase.state === 'open' ? at : at + 1)).not.toContain(gone);
    }
  }
  for (const gone of kase.excluded.filter((each) => each !== kase.asker)) {
    expect(['recall', undefined]).toContain(rows.get(gone)?.stage);
    const actor: Actor = { kind: 'person', organisation: kase.organisation, email: gone };
    expect(relationOf(kase, actor)).toBe('excluded');
  }
  expect(['question', 'question-remind', 'tell', 'news', undefined]).toContain(rows.get(kase.asker)?.stage);
  expect(answering(it)).toEqual(toAnswer(it));
  for (const entry of it.journal) assertIdsOnly(entry);
}

/** Who is reminded of something until they answer. */
const answering = ({ case: kase, rows }: Simulated): string[] =>
  [...rows.values()]
    .filter(({ person: to, stage }) => to !== kase.asker && stage !== 'tell' && stage !== 'recall')
    .map((row) => row.person)
    .toSorted();

/** Who has it: the main line while the case is open, and each beside it until they confirm. Once each. */
function toAnswer({ case: kase }: Simulated): string[] {
  if (kase.state !== 'open') return [];
  const [main, ...beside] = tracksOf(kase);
  const holders = [main, ...beside.filter(({ receivedAt }) => receivedAt === undefined)];
  return [...new Set(holders.flatMap((track) => (track && holderOf(track)?.email) ?? []))].toSorted();
}

test('whatever people and platforms do: never to the asker or to somebody excluded, never silent while it is open', () => {
  fc.assert(
    fc.property(school, fc.array(step, { maxLength: 40, size: 'max' }), (given, steps) => {
      const it = begun(given);
      if (it === undefined) return;
      sound(it);
      done(it, steps, () => sound(it));
    }),
    { numRuns: 600 },
  );
});

test('a line that nobody gets is said, and only then', () => {
  fc.assert(
    fc.property(school, (given) => {
      const opening = openingOf(given);
      if (opening === undefined || given.kind === 'doubt') return;
      const { besideNobody, case: kase } = opening;
      expect(besideNobody).toBe((kase.beside ?? []).length < given.beside.length);
    }),
  );
});

/** Why nothing changed. Who closed it and was excluded after that is not there to exclude others. */
const NOT_DONE = ['nobody-left', 'not-this-person', 'unchanged', 'not-found'];

function outAtOnce(it: Simulated, whom: string, now: Date): void {
  sound(it);
  if (email(whom) === it.case.asker) return;
  expect(it.do({ verb: 'open' }, person(whom), now)).toEqual({ kind: 'refused', refusal: { why: 'not-found' } });
  const after = Array.from({ length: 60 }, () => it.work()).filter((row) => row?.person === email(whom));
  for (const row of after) expect(row?.stage).toBe('recall');
}

test('somebody who is named as excluded is out at once, or nothing changed', () => {
  fc.assert(
    fc.property(
      school,
      fc.array(step, { maxLength: 15, size: 'max' }),
      name,
      fc.boolean(),
      (given, steps, whom, byMain) => {
        const it = begun({ ...given, kind: 'report' });
        if (it === undefined) return;
        done(it, steps, () => undefined);
        const by = actorIn(it, byMain || it.case.beside === undefined ? 'the holder' : 'beside');
        const before = JSON.stringify([it.case, [...it.rows]]);
        const now = hoursLater(2000);
        const outcome = it.do({ verb: 'exclude', emails: [email(whom)] }, by, now);
        if (outcome.kind === 'changed') return outAtOnce(it, whom, now);
        expect(JSON.stringify([it.case, [...it.rows]])).toBe(before);
        expect(NOT_DONE).toContain(outcome.kind === 'refused' ? outcome.refusal.why : 'unchanged');
      },
    ),
    { numRuns: 500 },
  );
});

test('who withholds their name is named nowhere but in the case itself', () => {
  fc.assert(
    fc.property(school, fc.array(step, { maxLength: 30, size: 'max' }), (given, steps) => {
      const it = begun({ ...given, kind: 'report', nameWithheld: true });
      if (it === undefined) return;
      done(
        it,
        steps.filter((each) => typeof each === 'string' || each.command.verb !== 'release-name'),
        () => undefined,
      );
      expect(JSON.stringify([it.journal, it.notes])).not.toContain(it.case.asker);
    }),
  );
});

test('when nobody ever answers or nobody can be reached it comes to an end of the line, nobody asked twice', () => {
  fc.assert(
    fc.property(school, fc.constantFrom('taken' as const, 'refused' as const), (given, result) => {
      const it = begun(given);
      if (it === undefined) return;
      for (let i = 0; i < 400; i += 1) it.work(result);
      for (const track of tracksOf(it.case)) {
        const holder = holderOf(track)?.email ?? '';
        expect(track.receivedAt === undefined ? it.rows.get(holder)?.stage : 'daily').toBe('daily');
        const had = track.recipients.slice(0, track.at + 1).map((each) => each.email);
        expect(new Set(had).size).toBe(had.length);
      }
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
    fc.property(school, fc.array(step, { maxLength: 15, size: 'max' }), command, (given, steps, asked) => {
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
