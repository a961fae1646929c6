import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Placed } from '../../src/handover/case.ts';
import { nextInLine } from '../../src/handover/line.ts';
import { openCase } from '../../src/handover/opening.ts';
import { rulesOf } from '../../src/handover/rules-of.ts';
import { type Organisation, organisationFile } from '../../src/organisation/schema.ts';
import { lawCases } from '../../src/protocol/knowledge.ts';
import type { RouteRecipient } from '../../src/report/report.ts';
import { answers, parties, reportKinds } from '../../src/report/report.ts';
import { type RouteRequest, routeOf } from '../../src/report/route.ts';
import { library, report, reports } from './world.ts';

/** What holds of every route, at random boards: any shape of levels and deputies, circles and empty roles included. */

const DAY = '2026-11-24';
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
const email = (name: string) => `${name}@willekeur.example`;
const mails = fc.constantFrom(...names).map(email);
const one = (of: readonly string[]) =>
  of.length === 0 ? fc.constant(undefined) : fc.option(fc.constantFrom(...of).map(email), { nil: undefined });
const protocols = [...library.protocols.values()];
const roleNames = [
  ...new Set(protocols.flatMap(({ roles }) => [...roles.keys()])),
  ...['bestuur', 'raad van toezicht', 'privacy', 'leidinggevende'],
];
/** The roles that decide most come often: otherwise hardly any board has somebody at the top. */
const role = fc.oneof(
  fc.constantFrom('bestuur', 'raad van toezicht', 'privacy', 'leidinggevende'),
  fc.constantFrom(...roleNames),
);
const held = fc.record({ role, reach: fc.constantFrom('location' as const, 'board' as const) });

/** @param circles also levels and deputies that go round, which a file is refused for */
const person = (circles: boolean) => (name: string, i: number) =>
  fc.record({
    email: fc.constant(email(name)),
    function: fc.constant(`Functie ${name}`),
    location: fc.constantFrom('noord', 'zuid'),
    reportsTo: one(circles ? names : names.slice(0, i)),
    deputy: one(circles ? names : names.slice(i + 1)),
    phone: fc.option(fc.constant('000-0000001'), { nil: undefined }),
    absent: fc.constantFrom([], [], [{ from: DAY, to: DAY }]),
    roles: fc.array(held, { maxLength: 3 }),
  });

const boards = (circles: boolean): fc.Arbitrary<Organisation> =>
  fc
    .record({
      people: fc.tuple(...names.map(person(circles))),
      protocols: fc.tuple(fc.constantFrom(...protocols), fc.constantFrom(...protocols)),
      crisis: mails,
      defaults: fc.dictionary(fc.constantFrom('misstand', 'strafbaar', 'grensoverschrijdend'), role, {
        noNullPrototype: true,
      }),
    })
    .map(({ people, crisis, defaults, protocols: [north, south] }) =>
      organisationFile.parse({
        id: 'willekeur',
        name: 'Willekeur',
        locations: [
          { id: 'noord', name: 'Noord', protocol: north.id },
          { id: 'zuid', name: 'Zuid', protocol: south.id },
        ],
        people,
        crisis,
        defaults,
      }),
    );

const facts = fc.record(
  {
    kind: fc.constantFrom(...reportKinds, 'seksueel' as const),
    affected: fc.constantFrom(...parties),
    affectedMinor: fc.constantFrom(...answers),
    by: fc.constantFrom(...parties, 'medewerker' as const),
    byWorksHere: fc.constantFrom(...answers),
  },
  { requiredKeys: ['kind'] },
);

const requestsOf = (circles: boolean): fc.Arbitrary<RouteRequest> =>
  fc
    .record({
      organisation: boards(circles),
      facts,
      about: fc.uniqueArray(mails, { maxLength: 3 }),
      reporter: fc.nat(names.length - 1),
      protocol: fc.constantFrom(...protocols),
      written: fc.boolean(),
      told: fc.subarray([...lawCases]),
      urgent: fc.boolean(),
    })
    .map(({ organisation, facts, about, reporter, protocol, written, told, urgent }) => ({
      report: report({ ...facts, about, urgent }),
      reporter: organisation.people[reporter] ?? organisation.people[0] ?? raise(),
      organisation,
      protocol,
      reports: written ? reports.byProtocol.get(protocol.id) : undefined,
      law: library.law,
      told,
      day: DAY,
    }));

const requested = requestsOf(false);

function raise(): never {
  throw new Error('a board has people');
}

const all = ({ organisation }: RouteRequest, role: string) =>
  organisation.people.filter(({ roles }) => roles.some((each) => each.role === role && each.reach === 'board'));
const holds = ({ organisation }: RouteRequest, mail: string, ...roles: readonly string[]) =>
  organisation.people.some((each) => each.email === mail && each.roles.some(({ role }) => roles.includes(role)));
const every = (property: (request: RouteRequest) => void) =>
  fc.assert(fc.property(requested, property), { numRuns: 300 });

describe('a route at any board', () => {
  test('never leads to the reporter, to whom it is about, or to whom it passes by', () => {
    every((request) => {
      const { recipients, beside, excluded, bypassed } = routeOf(request);
      expect(excluded).toEqual(expect.arrayContaining([request.reporter.email, ...request.report.about, ...bypassed]));
      for (const { email: to } of [...recipients, ...beside]) expect(excluded).not.toContain(to);
    });
  });

  test('is never silently to nobody', () => {
    every((request) => {
      const { recipients, call, straight } = routeOf(request);
      if (recipients.length === 0) expect(call.length).toBeGreaterThan(0);
      // Somebody of the bestuur is there who may get it, and it is not about the bestuur: then there is a recipient.
      const free = all(request, 'bestuur').filter(
        (each) =>
          each !== request.reporter && !request.report.about.includes(each.email) && each.reportsTo === undefined,
      );
      if (straight !== 'bestuur' && free.length > 0) expect(recipients.length).toBeGreaterThan(0);
    });
  });

  test('names each once, everybody of the board, with a reason and with articles that exist', () => {
    every((request) => {
      const { recipients, beside, law } = routeOf(request);
      for (const line of [recipients, beside]) {
        expect(new Set(line.map(({ email: to }) => to)).size).toBe(line.length);
        for (const each of line) expect(faultIn(each, request)).toBeUndefined();
      }
      expect(request.law.map(({ id }) => id)).toEqual(expect.arrayContaining([...law]));
    });
  });

  test('ends, whatever goes round', () => {
    fc.assert(
      fc.property(requestsOf(true), (request) => {
        expect(routeOf(request).recipients.length).toBeLessThanOrEqual(names.length);
      }),
      { numRuns: 300 },
    );
  });

  test('goes past everybody but the bestuur for misconduct, and past the bestuur when it is about the bestuur', () => {
    every((request) => {
      const { straight, recipients } = routeOf(request);
      const allowed = straight === 'bestuur' ? ['raad van toezicht'] : ['bestuur', 'raad van toezicht'];
      if (straight === undefined) return;
      for (const { email: to } of recipients) expect(holds(request, to, ...allowed)).toBe(true);
    });
  });

  test('gives nothing to who works under somebody it is about, but for the privacy officer', () => {
    every((request) => {
      const { recipients } = routeOf(request);
      const under = request.organisation.people.filter(
        ({ reportsTo }) =>
          reportsTo !== undefined && request.report.about.includes(reportsTo) && reportsTo !== request.reporter.email,
      );
      for (const { email: to } of under)
        if (!holds(request, to, 'privacy', 'raad van toezicht', 'bestuur'))
          expect(recipients.map((each) => each.email)).not.toContain(to);
    });
  });

  test('does not depend on what nobody can see: the same question has the same answer', () => {
    every((request) => {
      expect(routeOf(structuredCloneOf(request))).toEqual(routeOf(request));
    });
  });
});

function faultIn({ email: to, reason, article, law }: RouteRecipient, request: RouteRequest): string | undefined {
  if (!request.organisation.people.some((each) => each.email === to)) return `nobody is ${to}`;
  if (reason === '') return 'no reason';
  if (article !== undefined && !request.protocol.byId.has(article)) return `no article ${article}`;
  return law === undefined || request.law.some(({ id }) => id === law) ? undefined : `no law ${law}`;
}

/** The same request over a board that is equal but not identical. */
function structuredCloneOf(request: RouteRequest): RouteRequest {
  const organisation = structuredClone(request.organisation);
  const reporter = organisation.people.find(({ email: mail }) => mail === request.reporter.email) ?? raise();
  return { ...request, organisation, reporter };
}

describe('the hand-over that follows a route', () => {
  test('never brings it to somebody the route excludes, at any hour, until nobody is left', () => {
    fc.assert(
      fc.property(requested, fc.constantFrom('2026-11-24T10:00:00Z', '2026-11-28T22:00:00Z'), (request, at) => {
        const { straight, excluded } = routeOf(request);
        const leading = straight === 'misbruik' ? leaders(request.organisation) : [];
        for (const email of reachedBy(request, new Date(at))) {
          expect(excluded).not.toContain(email);
          expect(leading).not.toContain(email);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Everybody a report comes to when nobody ever answers. */
function reachedBy(request: RouteRequest, now: Date): readonly string[] {
  const { organisation, reporter, report: facts, protocol } = request;
  const route = routeOf(request);
  const ruled = { kind: 'report' as const, subject: facts.kind, urgent: facts.urgent, location: reporter.location };
  const rules = rulesOf(organisation, ruled, now);
  const opened = {
    ...ruled,
    organisation: organisation.id,
    protocol: protocol.id,
    asker: reporter.email,
    recipients: route.recipients,
    excluded: route.excluded,
    report: { nameWithheld: false, required: [] },
  };
  let kase = openCase(opened, 'M-222222', now, rules)?.case;
  const reached: string[] = [];
  while (kase !== undefined) {
    const had: readonly Placed[] = kase.recipients.slice(0, kase.at + 1);
    reached.push(...had.map(({ email: to }) => to));
    const next = nextInLine(kase, rules, now);
    kase = next === undefined ? undefined : { ...kase, recipients: [...had, next], at: kase.at + 1 };
  }
  return reached;
}

/** Every leidinggevende, by role or because somebody reports to them, who is not of the bestuur or above it. */
function leaders({ people }: Organisation): readonly string[] {
  return people
    .filter(({ email: own, roles }) => {
      const held = roles.map((each) => each.role);
      if (held.includes('bestuur') || held.includes('raad van toezicht')) return false;
      return held.includes('leidinggevende') || people.some(({ reportsTo }) => reportsTo === own);
    })
    .map(({ email: own }) => own);
}
