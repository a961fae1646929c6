import { describe, expect, test } from 'vitest';
import { noticeFor } from '../../../src/bot.ts';
import { checkCard } from '../../../src/cards/elements.ts';
import type { Case, ReportCase } from '../../../src/handover/case.ts';
import { stages } from '../../../src/handover/stages.ts';
import { protocolOf } from '../../doubt/walks.ts';
import { buttonsIn } from '../../fakes/buttons.ts';
import { example } from '../world.ts';
import { mail } from './world.ts';

const at = '2026-11-23T09:00:00.000Z';
const base: Case = {
  ref: 'V-7K3F9Q',
  organisation: 'example',
  kind: 'doubt',
  subject: 'twijfel',
  urgent: false,
  location: 'calvijn',
  protocol: 'calvijn',
  asker: mail('docent.wiskunde'),
  recipients: [
    {
      email: mail('teamleider.onderbouw'),
      role: 'Teamleider',
      reason: 'je leidinggevende',
      article: 'C.3',
      via: 'route',
    },
    { email: mail('vestigingsdirecteur'), role: 'Directeur', reason: 'is het volgende niveau', via: 'next-level' },
  ],
  at: 1,
  state: 'open',
  since: at,
  excluded: [mail('rector')],
  openedAt: at,
};
const aReport: ReportCase = {
  ...base,
  ref: 'M-7K3F9Q',
  kind: 'report',
  subject: 'pesten',
  report: { nameWithheld: false, duties: {}, required: [], feedbackBy: '2027-02-23T09:00:00.000Z' },
};
const kinds: readonly (readonly [string, Case])[] = [
  ['a doubt', base],
  ['a derailing discussion', { ...base, subject: 'ontsporing', urgent: true }],
  ['a report', aReport],
  ['a report that was received', { ...aReport, receivedAt: at }],
  ['a report that is worked on', { ...aReport, receivedAt: at, report: { ...aReport.report, startedAt: at } }],
  ['a report with a question back', { ...aReport, receivedAt: at, report: { ...aReport.report, asked: { at } } }],
  [
    'a decided doubt',
    { ...base, state: 'decided', decision: { kind: 'akkoord-mits', by: mail('vestigingsdirecteur'), at } },
  ],
  ['a withdrawn doubt', { ...base, state: 'withdrawn' }],
  [
    'a closed report',
    {
      ...aReport,
      state: 'closed',
      report: { ...aReport.report, closed: { outcome: 'gesprek', by: mail('vestigingsdirecteur'), at } },
    },
  ],
];
const context = { organisation: example, protocol: protocolOf('calvijn') };
const draw = (kase: Case, stage: (typeof stages)[number], name: string) => noticeFor(kase, stage, mail(name), context);

describe.each(kinds)('%s', (_, kase) => {
  test.each(stages)('at %s: a card for everybody who has one, and nothing for others', (stage) => {
    for (const name of ['docent.wiskunde', 'teamleider.onderbouw', 'vestigingsdirecteur']) {
      const screen = draw(kase, stage, name);
      expect(() => checkCard(screen.card)).not.toThrow();
      expect(JSON.stringify(screen.card)).toContain(kase.ref);
      expect(JSON.stringify(screen.card)).not.toMatch(/undefined|\$\{|Invalid/);
      expect(buttonsIn(screen.card).every(({ data }) => data.ref === kase.ref)).toBe(true);
    }
    for (const name of ['rector', 'bestuurder', 'niemand']) {
      expect(JSON.stringify(draw(kase, stage, name))).not.toMatch(/7K3F9Q|Calvijn|Teamleider/);
    }
  });
});

test.each([
  ['notify', 'twijfelt en vraagt het aan jou'],
  ['remind', 'Herinnering'],
  ['daily', 'niemand anders'],
  ['tell', 'twijfelt en vraagt het aan jou'],
] as const)('who has it is told at %s: %s', (stage, words) => {
  const screen = draw(base, stage, 'vestigingsdirecteur');
  expect(screen.summary).toContain(words);
  expect(JSON.stringify(screen.card)).toContain('di 24 nov 10:00');
  expect(buttonsIn(screen.card).map(({ verb }) => verb)).toEqual(['open-zaak', 'ontvangen', 'doorzet-vraag']);
});

test('who had it before is told who has it now', () => {
  expect(draw(base, 'tell', 'teamleider.onderbouw').summary).toContain('ligt nu bij Vestigingsdirecteur');
});

test.each([
  ['notify', 'Er is een melding voor jou'],
  ['remind', 'Herinnering'],
  ['daily', 'ligt nog steeds bij jou'],
  ['news', 'nieuws van de melder'],
  ['follow-up', 'uiterlijk 23 februari 2027'],
  ['overdue', 'te laat'],
] as const)('who has a report is told at %s: %s', (stage, words) => {
  expect(draw(aReport, stage, 'vestigingsdirecteur').summary).toContain(words);
});

test.each([
  [aReport, 'Verstuurd', ['Openen', 'Iets toevoegen', 'Hoe staat het ervoor?']],
  [{ ...aReport, receivedAt: at }, 'Ontvangen', ['Openen', 'Iets toevoegen', 'Hoe staat het ervoor?']],
  [
    { ...aReport, report: { ...aReport.report, asked: { at } } },
    'Vraag aan jou',
    ['Antwoord geven', 'Openen', 'Hoe staat het ervoor?'],
  ],
  [{ ...aReport, state: 'closed' as const }, 'Afgehandeld', ['Openen']],
])('the reporter sees how it stands (%#)', (kase, badge, titles) => {
  const screen = draw(kase, 'tell', 'docent.wiskunde');
  expect(screen.summary).toContain(badge);
  expect(buttonsIn(screen.card).map(({ title }) => title)).toEqual(titles);
});

test('what a next step is follows from how far it is', () => {
  const verbs = (kase: Case) => buttonsIn(draw(kase, 'tell', 'vestigingsdirecteur').card).map(({ verb }) => verb);
  expect(verbs(aReport)).toEqual(['open-zaak', 'ontvangen', 'doorzet-vraag']);
  expect(verbs({ ...aReport, receivedAt: at })).toEqual(['open-zaak', 'in-behandeling', 'doorzet-vraag']);
  expect(verbs({ ...aReport, receivedAt: at, report: { ...aReport.report, startedAt: at } })).toEqual([
    'open-zaak',
    'rond-af',
  ]);
});

test.each([
  ['route', 'je leidinggevende'],
  ['deputy', 'vervangt Teamleider onderbouw'],
  ['next-level', 'is het volgende niveau boven Teamleider onderbouw'],
] as const)('why somebody has it tells nothing of who withheld their name (%s)', (via, reason) => {
  const [first] = base.recipients;
  if (first === undefined) throw new Error('there is one');
  const kase: ReportCase = {
    ...aReport,
    recipients: [{ ...first, email: mail('vestigingsdirecteur'), via, reason }],
    at: 0,
    report: { ...aReport.report, nameWithheld: true },
  };
  const shown = JSON.stringify(draw(kase, 'notify', 'vestigingsdirecteur'));
  expect(shown).toContain('Waarom jij');
  expect(shown).not.toMatch(/leidinggevende|Teamleider|CSG Calvijn|Docent wiskunde/);
  expect(JSON.stringify(draw({ ...kase, report: aReport.report }, 'notify', 'vestigingsdirecteur'))).toMatch(
    /leidinggevende|Teamleider/,
  );
});
