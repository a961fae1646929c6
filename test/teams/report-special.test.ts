import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { momentWords } from '../../src/bot/cases/words.ts';
import { openStore } from '../../src/store/store.ts';
import { TOLD } from '../bot/report/reporting.ts';
import { example } from '../bot/world.ts';
import { allDuties, formIn } from '../fakes/forms.ts';
import {
  answerTo,
  type Board,
  clicks,
  liveCards,
  newCase,
  shows,
  soon,
  startBoard,
  theCard,
} from '../fakes/teams/board.ts';
import { button, type Colleague } from '../fakes/teams/colleague.ts';
import type { Held } from '../fakes/teams/connector.ts';
import { foundIn } from '../store/found-in.ts';
import { KEY } from '../store/place.ts';

/**
 * The reports where it matters most who does not get them, through real activities with the whole program behind them. One program
 * has them all: what a test leaves open ends with the bestuur before the next, or is nobody's of those after it.
 */

/** In everything that is typed: whatever else holds it has leaked. */
const CANARY = 'kanarievogel-8306';
const { soort: _kind, door: _by, ...STORY } = { ...TOLD, wat: `Er is iets met ${CANARY}.`, waar: `De app ${CANARY}` };
const HOUR = 3_600_000;
/** More steps than the longest line has, and than the reports before it are told of again meanwhile. */
const MOST_STEPS = 80;

let board: Board;
let folder: string;
const refs: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-'));
  board = await startBoard('local', { DATA_DIR: folder, DATA_KEY: KEY });
});
afterAll(async () => {
  expect(await board.close()).toBe(0);
  expect(board.main.log()).not.toContain(CANARY);
  expect(JSON.stringify([board.connector.sent, board.connector.updated])).not.toContain(CANARY);
  expect(foundIn(folder, CANARY)).toEqual([]);
  // The control: it is there for who has the key, in the very file that was searched.
  expect(refs.length).toBeGreaterThan(0);
  for (const ref of refs) {
    expect(foundIn(folder, ref)).toEqual(['bij-twijfel.db']);
    expect(await keptOf(ref)).toContain(CANARY);
  }
  rmSync(folder, { recursive: true });
});

async function keptOf(ref: string): Promise<string> {
  const settings = { folder, dataKey: KEY, production: true, clock: () => new Date(), warn: () => undefined };
  const store = await openStore(settings);
  try {
    return JSON.stringify(await store.cases.content(ref));
  } finally {
    await store.close();
  }
}

/** The step before sending, from `meld` on. */
async function checkOf(reporter: Colleague, typed: Readonly<Record<string, string>>): Promise<unknown> {
  const asked = answerTo(await reporter.says('meld'));
  const form = await reporter.opens({ title: '', verb: 'meld', data: {} }, asked);
  const whole = await reporter.submits(formIn(form, 'meld-meer'), typed);
  const check = await reporter.submits(formIn(whole, 'meld-verder'), typed);
  expect(JSON.stringify(check)).not.toContain(CANARY);
  return check;
}

/** Sends it; its reference. */
async function send(reporter: Colleague, check: unknown, over = 'geen'): Promise<string> {
  const ref = await newCase(reporter, () => reporter.submits(formIn(check, 'meld-verstuur'), { over }));
  expect(shows(theCard(reporter, ref))).toContain('Verstuurd');
  refs.push(ref);
  return ref;
}

const dialogOf = (someone: Colleague, ref: string, verb: string): Promise<unknown> =>
  someone.opens({ title: '', verb, data: { ref } }, theCard(someone, ref));

async function reads(someone: Colleague, ref: string): Promise<string> {
  const read = JSON.stringify(await dialogOf(someone, ref, 'open-zaak'));
  expect(read).toContain(CANARY);
  return read;
}

/** All that ever came to somebody's chat, old versions of cards too. */
const cameTo = ({ chat }: Colleague): readonly Held[] =>
  [board.connector.sent, board.connector.updated].flat().filter(({ conversation }) => conversation === chat);

/** What somebody gets who asks for all there is for them and tries a number: the answers, and what came to the chat. */
async function finds(someone: Colleague, ref: string): Promise<readonly string[]> {
  const before = new Set(cameTo(someone));
  const answered: unknown[] = [];
  await someone.says('openstaand');
  const from = answerTo(await someone.says('mijn meldingen'));
  await someone.clicks({ title: '', verb: 'ontvangen', data: { ref } }, from);
  for (const verb of ['open-zaak', 'doorzet-vraag', 'sluit-uit', 'berichten', 'dossier', 'rond-af'])
    answered.push(await someone.opens({ title: '', verb, data: { ref } }, from));
  for (const each of answered) expect(JSON.stringify(each)).toContain('Dit nummer ken ik niet');
  const came = cameTo(someone).filter((held) => !before.has(held));
  // Which activity an answer belongs to is counted by the test's own stand-in.
  const shown = [...came.map(({ activity: { replyToId: _, ...activity } }) => activity), ...answered];
  return shown.map((each) => JSON.stringify(each).replaceAll(ref, ''));
}

/** Somebody who must not notice: says whether they still see what they saw before the report. */
async function watched(someone: Colleague): Promise<(ref: string) => Promise<void>> {
  const found = await finds(someone, 'M-222222');
  const before = cameTo(someone);
  return async (ref) => {
    expect(cameTo(someone)).toEqual(before);
    expect(await finds(someone, ref)).toEqual(found);
  };
}

/** The clock goes on until nobody is left: who is last in line is told again, daily. */
async function toTheEnd(ref: string): Promise<void> {
  const end = board.person('bestuurder');
  const toldAgain = () =>
    cameTo(end).some((held) => shows(held).includes(ref) && shows(held).includes('ligt nog steeds'));
  for (let step = 0; step < MOST_STEPS && !toldAgain(); step += 1) await board.next(() => undefined);
  expect(toldAgain()).toBe(true);
}

async function move(step: string): Promise<Date> {
  const response = await fetch(`${board.main.url}/page/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ step }),
  });
  const { now } = (await response.json()) as { now: string };
  return new Date(now);
}

/** Puts the clock on a Saturday in the Netherlands, with hours of it left, whatever day it is now. */
async function saturday(): Promise<Date> {
  for (;;) {
    const now = await move('vier-uur');
    const [day, time = ''] = [momentWords(example, now).slice(0, 2), momentWords(example, now).slice(-5)];
    if (day === 'za' && time < '20:00') return now;
  }
}

test('with the name held back a question comes back answered, and nothing tells who answered', async () => {
  const me = board.person('docent.wiskunde');
  const leader = board.person('vestigingsdirecteur');
  const unchanged = await watched(board.person('teamleider.onderbouw'));
  const before = new Set(cameTo(leader));
  const over = 'teamleider.onderbouw@voorbeeld.example';
  const ref = await send(me, await checkOf(me, { ...TOLD, ...STORY, anoniem: 'true', over }));
  await soon(() => theCard(leader, ref));
  await clicks(leader, ref, 'ontvangen');
  const seen = [await reads(leader, ref)];
  const ask = await dialogOf(leader, ref, 'vraag-terug');
  seen.push(JSON.stringify(ask));
  await leader.submits(formIn(ask, 'stel-vraag'), { tekst: `Wanneer was dit? ${CANARY}` });
  await soon(() => expect(shows(theCard(me, ref))).toContain('Vraag aan jou'));
  const answer = await me.opens(button(theCard(me, ref), 'antwoord'), theCard(me, ref));
  await me.submits(formIn(answer, 'geef-antwoord'), { tekst: `Gisteren, ${CANARY}` });
  await soon(() => expect(shows(theCard(leader, ref))).toContain('nieuws van de melder'));
  seen.push(await reads(leader, ref), JSON.stringify(await dialogOf(leader, ref, 'berichten')));
  expect(seen.at(-2)).toContain(`Gisteren, ${CANARY}`);
  expect(seen.at(-2)).toContain('De melder houdt de naam achter');
  await leader.says('openstaand');
  for (let step = 0; step < 3; step += 1) await board.next(() => undefined);
  // Closed, so that nobody hears of it again.
  const rest = await leader.opens(
    { title: '', verb: 'rond-af', data: { ref } },
    answerTo(liveCards(leader, ref).slice(-1)),
  );
  const closing = await leader.submits(formIn(rest, 'vink-plichten-af'), allDuties('gedaan'));
  const ended = { uitkomst: 'gesprek', terugkoppeling: `Besproken. ${CANARY}` };
  seen.push(JSON.stringify(closing), JSON.stringify(await leader.submits(formIn(closing, 'afhandelen'), ended)));
  await soon(() => expect(shows(theCard(me, ref))).toContain('Afgehandeld'));
  const all = [...seen, JSON.stringify(cameTo(leader).filter((held) => !before.has(held)))].join('\n');
  expect(all).not.toMatch(
    /Docent wiskunde|docent\.wiskunde|CSG Calvijn|Onderbouw|calvijn-onderbouw|29:docent|aad-docent/,
  );
  await unchanged(ref);
});

test('one about the own leidinggevende never reaches them', async () => {
  const me = board.person('docent.dierverzorging');
  const leader = board.person('teamleider.dier');
  const unchanged = await watched(leader);
  const check = await checkOf(me, { ...STORY, wat: `Mijn leidinggevende zet me in de app voor ${CANARY} uit.` });
  expect(JSON.stringify(check)).toContain('Ja, over Teamleider dierverzorging');
  const unanswered = await me.submits(formIn(check, 'meld-verstuur'), {});
  expect(JSON.stringify(unanswered)).toContain('Kies hier iets: ja of nee.');
  const ref = await send(me, check, 'teamleider.dier@voorbeeld.example');
  const next = board.person('locatiedirecteur');
  await soon(() => theCard(next, ref));
  await reads(next, ref);
  await toTheEnd(ref);
  await unchanged(ref);
});

test('one of sexual misconduct by staff towards a minor goes to the bestuur, past every leidinggevende', async () => {
  const me = board.person('docent.wiskunde');
  const passed = ['teamleider.onderbouw', 'vestigingsdirecteur', 'algemeen.directeur', 'crisiscoordinator'];
  const unchanged = await Promise.all(passed.map((name) => watched(board.person(name))));
  const check = await checkOf(me, {
    ...STORY,
    wat: `Een collega stuurt seksuele appjes aan een leerling van 15. ${CANARY}`,
    soort: 'seksueel',
    door: 'medewerker',
  });
  expect(JSON.stringify(check)).toContain('Dit gaat naar Bestuurder');
  expect(JSON.stringify(check)).toContain('0900-1113111');
  const ref = await send(me, check);
  const bestuur = board.person('bestuurder');
  await soon(() => theCard(bestuur, ref));
  expect(await reads(bestuur, ref)).toContain('vertrouwensinspecteur');
  expect(JSON.stringify(await dialogOf(bestuur, ref, 'doorzet-vraag'))).not.toMatch(/vestigingsdirecteur/i);
  await toTheEnd(ref);
  for (const same of unchanged) await same(ref);
});

test('one that is urgent on a Saturday goes to the crisis contact, and after an hour to who is next', async () => {
  const me = board.person('docent.wiskunde');
  const crisis = board.person('crisiscoordinator');
  const leader = board.person('vestigingsdirecteur');
  const unchanged = await watched(board.person('teamleider.onderbouw'));
  const before = cameTo(leader);
  const begun = await saturday();
  const check = await checkOf(me, { ...TOLD, ...STORY, spoed: 'true' });
  expect(JSON.stringify(check)).toContain('Dit gaat naar Crisiscoördinator');
  const ref = await send(me, check);
  expect(shows(theCard(me, ref))).toContain('000-0000004');
  await soon(() => theCard(crisis, ref));
  expect(cameTo(leader)).toEqual(before);
  const notice = shows(theCard(crisis, ref));
  expect(notice).toContain('Melding met spoed');
  // To the minute: an hour after it was sent, which was between these two moments.
  const moments = [begun, await move('half-uur')].map((each) => each.getTime() + HOUR);
  const [from = 0, until = 0] = [moments[0], (moments[1] ?? 0) - HOUR / 2];
  const possible = [];
  for (let at = from; at <= until + 60_000; at += 60_000) possible.push(momentWords(example, new Date(at)));
  expect(possible.some((each) => notice.includes(each))).toBe(true);
  await board.next(() => theCard(leader, ref));
  await reads(leader, ref);
  await unchanged(ref);
});

test('one passed on with an exclusion added: whom it excludes has access no more, at once', async () => {
  const me = board.person('docent.wiskunde');
  const leader = board.person('vestigingsdirecteur');
  const officer = board.person('functionaris.gegevensbescherming');
  const next = board.person('algemeen.directeur');
  const foreign = await finds(officer, 'M-222222');
  const ref = await send(me, await checkOf(me, { ...TOLD, ...STORY, soort: 'vertrouwelijk' }));
  await soon(() => [theCard(leader, ref), theCard(officer, ref)]);
  await reads(officer, ref);
  const held = theCard(officer, ref);

  const form = formIn(await dialogOf(leader, ref, 'doorzet-vraag'), 'doorzetten');
  const typed = { naar: 'algemeen.directeur@voorbeeld.example', reden: `Zij kent de klas. ${CANARY}` };
  const refused = await leader.submits(form, { ...typed, over: typed.naar });
  expect(JSON.stringify(refused)).toContain('"type":"continue"');
  await leader.submits(form, { ...typed, over: 'functionaris.gegevensbescherming@voorbeeld.example' });
  // Whoever still has the card open finds nothing behind it.
  expect(JSON.stringify(await officer.opens(button(held, 'open-zaak'), held))).toContain('Dit nummer ken ik niet');
  await soon(() => expect(JSON.stringify(officer.cards())).not.toContain(ref));
  expect(await finds(officer, ref)).toEqual(foreign);
  const known = cameTo(officer);

  await soon(() => theCard(next, ref));
  expect(await reads(next, ref)).toContain('Zij kent de klas.');
  await soon(() => expect(shows(theCard(me, ref))).toContain('Doorgezet naar'));
  await toTheEnd(ref);
  expect(cameTo(officer)).toEqual(known);
});
