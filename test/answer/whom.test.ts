import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/answer/answer.ts';
import type { Protocol } from '../../src/protocol/protocol.ts';
import type { ContactCase, Situation } from '../../src/protocol/schema.ts';
import { learnedAnswers } from '../fakes/learned.ts';
import { library } from '../protocol/library.ts';
import { rolesFor, rolesOf } from './roles.ts';

/**
 * Whom each protocol names for each case, however it is said. The ways of saying it are lines in test/questions/cases/; whom they
 * must lead to is read from the protocols, which test/protocol holds to the documents.
 */
const answers = learnedAnswers(library);
const folder = 'test/questions/cases';

type Case = { readonly kind: string; readonly case: ContactCase; readonly situation?: Situation };
const cases: Readonly<Record<string, Case>> = {
  'doubt-work': { kind: 'escalate', case: 'twijfel', situation: 'werk' },
  'doubt-private': { kind: 'escalate', case: 'twijfel', situation: 'prive' },
  derail: { kind: 'escalate', case: 'ontsporing' },
  report: { kind: 'report', case: 'misstand' },
  'report-where': { kind: 'answer', case: 'misstand' },
};
/** Of a hundred ways of asking so many may go wrong: language has no end. */
const ALLOWED = 0.05;

test('every file of phrasings is asked', () =>
  expect(
    readdirSync(folder)
      .map((file) => basename(file, '.txt'))
      .sort(),
  ).toEqual(Object.keys(cases).sort()));

describe.each(Object.entries(cases))('%s', (file, wanted) => {
  const lines = readFileSync(join(folder, `${file}.txt`), 'utf8')
    .trim()
    .split('\n');
  test.each([...library.protocols.keys()])('%s', (id) => {
    const protocol = library.protocols.get(id);
    if (protocol === undefined) throw new Error(`no protocol ${id}`);
    const got = lines.map((line) => ({ line, ...outcome(protocol, line) }));
    const wrong = got.filter(
      ({ kind, roles }) => JSON.stringify(roles) !== JSON.stringify(rolesFor(protocol, { ...wanted, kind })),
    );
    expect(wrong.length / lines.length, wrong.map(({ line }) => line).join('\n')).toBeLessThanOrEqual(ALLOWED);
    // Where nobody is named for it, that the protocol does not say so is the answer.
    const kinds = wanted.kind === 'answer' ? ['answer', 'report', 'unknown'] : [wanted.kind];
    const other = got.filter(({ kind }) => !kinds.includes(kind));
    expect(other.length / lines.length, other.map(({ line }) => line).join('\n')).toBeLessThanOrEqual(ALLOWED);
  });
});

function outcome(protocol: Protocol, line: string, context: Context = {}) {
  const { kind, contacts } = answers.ask(protocol, line, context);
  return { kind, roles: rolesOf(contacts) };
}

describe('whom the documents name', () => {
  test.each([
    ['calvijn', { 'doubt-work': ['leidinggevende'], 'doubt-private': ['directie'], derail: ['leidinggevende'] }],
    ['calvijn', { report: ['vestigingsdirecteur'] }],
    ['model', { 'doubt-work': ['leidinggevende'], derail: ['leidinggevende'], report: ['schoolleiding', 'bestuur'] }],
    ['msvr', { 'doubt-work': ['leidinggevende'], derail: [], report: [] }],
    ['gsv', { 'doubt-work': ['afdelingscoördinator', 'directeur'], derail: [], report: ['leraar', 'directeur'] }],
    ['aeres', { 'doubt-work': ['leidinggevende', 'marketing en communicatie'] }],
    ['aeres', { derail: ['marketing en communicatie'], report: ['schoolleiding', 'bevoegd gezag'] }],
  ])('%s %j', (id, named) => {
    const protocol = library.protocols.get(id);
    if (protocol === undefined) throw new Error(`no protocol ${id}`);
    for (const [name, roles] of Object.entries(named)) {
      const wanted = cases[name];
      if (wanted === undefined) throw new Error(`no case ${name}`);
      expect(rolesFor(protocol, wanted)).toEqual(roles);
    }
  });

  test.each([
    ['calvijn', 'Wie haalt een nare post over onze school weg?', ['vestigingsdirectie', 'algemene directie']],
    ['calvijn', 'Wie neemt maatregelen als een leerling online pest?', ['directie']],
    ['model', 'Wie belt de vertrouwensinspecteur?', ['vertrouwensinspecteur']],
    [
      'gsv',
      'Bij wie klop ik aan als een gesprek met een collega niets oplevert?',
      ['afdelingscoördinator', 'directeur'],
    ],
    ['aeres', 'Wie gaat er naar de politie bij een strafbare uitlating?', ['locatiedirecteur']],
    ['aeres', 'Wie beslist als het protocol niets zegt over personeel?', ['bevoegd gezag']],
  ])('%s: who asks who is told who: %s', (id, question, roles) => {
    const protocol = library.protocols.get(id);
    if (protocol === undefined) throw new Error(`no protocol ${id}`);
    expect(outcome(protocol, question)).toMatchObject({ kind: 'answer', roles });
  });
});
