import { expect, test } from 'vitest';
import type { Answers } from '../../../src/answer/answers.ts';
import { isGraveCase } from '../../../src/answer/law.ts';
import type { LawCase } from '../../../src/protocol/knowledge.ts';
import { inWordsOf, pupilOf } from '../../../src/protocol/pupil.ts';
import { grave, harmless, inMuchElse, type Told } from '../../answer/grave.ts';
import { learnedAnswers } from '../../fakes/learned.ts';
import { library, protocolOf } from '../../protocol/library.ts';
import { all, type Someone, type World, world } from '../cases/world.ts';
import { checkOf, reported, schools, TOLD } from './reporting.ts';

/** What is grave without the obvious words: what the form says of it, and what follows from it once it is sent. */

const { soort: _kind, wie: _who, minderjarig: _minor, door: _by, ...rest } = TOLD;
const LAST_WORDS = 'Ze zei dat ze er straks toch niet meer is en dat niemand haar gaat missen.';
const HELP = '113';

/** The cases of which the form itself says something: a line, or that it has haste. */
const said = ({ law }: Told): boolean => law.some((each) => isGraveCase(each) || each === 'ongeluk');

const isUrgent = (form: string): boolean => /"id":"spoed"[^}]*"value":"true"/.test(form);

/** Whether the form with all its fields says the line of one of these cases, or proposes haste. */
async function heardBy(at: World, { protocol, question }: Told, law: readonly LawCase[]): Promise<boolean> {
  const reporter = schools.find(({ school }) => school === protocol)?.reporter ?? '';
  const me = at.as(reporter);
  const form = all(await me.press(await me.command('meld'), 'Meer invullen', { wat: question }));
  const pupil = pupilOf(protocolOf(protocol).meta);
  const lines = library.law.filter(({ cases }) => cases.some((each) => law.includes(each) && isGraveCase(each)));
  return isUrgent(form) || lines.some(({ short }) => form.includes(all(inWordsOf(pupil, short)).slice(1, -1)));
}

async function share(told: readonly Told[], lawOf: (each: Told) => readonly LawCase[]): Promise<number> {
  const at = await world();
  let heard = 0;
  for (const each of told) if (await heardBy(at, each, lawOf(each))) heard += 1;
  return heard;
}

test('the form hears what is grave, also in the middle of much else, and what only sounds so it does not', async () => {
  const every: readonly LawCase[] = library.law.flatMap(({ cases }) => cases);
  const told = grave.filter(said);
  const figures = {
    of: told.length,
    heard: await share(told, ({ law }) => law),
    inMuchElse: await share(told.map(inMuchElse), ({ law }) => law),
    harmless: harmless.length,
    falsely: await share(harmless, () => every),
  };
  console.log('grave things of which a form of a report says what is needed', figures);
  expect(figures).toMatchObject({ of: 90, harmless: 30 });
  expect(figures.heard).toBeGreaterThanOrEqual(70);
  expect(figures.inMuchElse).toBeGreaterThanOrEqual(68);
  expect(figures.falsely).toBeLessThanOrEqual(5);
});

/** What who reports a story sees before it is sent. */
async function seen(me: Someone, wat: string) {
  return all(await checkOf(me, { ...rest, wat }));
}

const hearing = (hear: Answers['hear']): Answers => ({ ...learnedAnswers(library), hear });
const ports = (at: World) => at.ports as { answers: Answers };

test('told in a report of three answers it has haste, and the duty of who handles it is the law’s', async () => {
  const at = await world();
  const check = await seen(at.as('docent.wiskunde'), LAST_WORDS);
  expect(check).toContain(HELP);
  expect(check).toContain('"title":"Spoed","value":"Ja"');
  const ref = await reported(at, 'docent.wiskunde', { ...rest, wat: LAST_WORDS }, { over: 'geen' });
  const kase = (await at.cases.load(ref))?.case;
  expect(kase?.urgent).toBe(true);
  expect(kase?.report?.required).toContain('wet-113');
});

test.each([
  ['fails', () => Promise.reject(new Error('gone')), 1],
  ['does not answer', () => new Promise<never>(() => undefined), 0],
] as const)('where the engine %s, the words alone count and the report goes on', async (_, hear, failures) => {
  const at = await world();
  ports(at).answers = hearing(hear);
  const me = at.as('docent.wiskunde');
  const check = await seen(me, LAST_WORDS);
  expect(check).toContain('Dit gaat naar');
  expect(check).not.toContain(HELP);
  expect(await seen(me, 'Ze zei dat ze zelfmoord wil plegen.')).toContain(HELP);
  expect(at.failed.length).toBe(2 * failures);
});

test('what was shown is what is sent, and a duty stays, whatever is heard later', async () => {
  const at = await world();
  const me = at.as('docent.wiskunde');
  const check = await checkOf(me, { ...rest, wat: LAST_WORDS });
  ports(at).answers = hearing(() => []);
  const sent = await me.press(check, 'Versturen', { over: 'geen' });
  await at.deliver();
  const it = at.as('vestigingsdirecteur');
  const opened = await it.press(it.last().card, 'Openen');
  expect(all(opened)).toContain('Wijs op 113');
  expect(all(sent)).not.toContain('suicide');
});

test('that somebody of the school comes too near is asked when it was only heard', async () => {
  const at = await world();
  const me = at.as('docent.wiskunde');
  const told = { ...rest, wat: 'Er is iets met iemand.' };
  ports(at).answers = hearing(() => ['seksueel-door-personeel']);
  const question = await checkOf(me, told);
  expect(all(question)).toContain('te dichtbij een leerling');
  expect(all(await me.press(question, 'Nee'))).toContain('Dit gaat naar de vestigingsdirecteur');
});

test('a nickname is no sign of it: no colleague is brought up where something else is far likelier', async () => {
  const me = (await world()).as('docent.wiskunde');
  const told = { ...rest, wat: 'Ze noemen haar een zebrakop.', waar: 'https://x.example' };
  expect(all(await checkOf(me, told))).toContain('Dit gaat naar');
});

test('nobody can have a law heard by typing it', async () => {
  const at = await world();
  const me = at.as('docent.wiskunde');
  expect(all(await checkOf(me, { ...rest, wat: 'Er is iets.', gehoord: 'suicide' }))).not.toContain(HELP);
});
