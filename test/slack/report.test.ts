import { beforeEach, describe, expect, test } from 'vitest';
import { SECRETS, schools, TOLD } from '../bot/report/reporting.ts';
import { allDuties } from '../fakes/forms.ts';
import { type School, startSchool } from '../fakes/slack/school.ts';
import { buttonsIn, type Someone } from '../fakes/slack/someone.ts';
import { click, letters, modalOf, refsIn, seen, submit } from './steps.ts';

/** A report from its form to its closing through signed requests, in a school that uses only Slack. */

let school: School;

beforeEach(async () => {
  school = await startSchool();
});

/** Fields of the folded form go with "Meer invullen". */
const { wat, waar, speelt } = TOLD;
const FIRST = { wat, waar, speelt };

/** From `/meld` to a report that is with somebody. */
async function reported(name: string, answer: Readonly<Record<string, string>> = {}): Promise<string> {
  const reporter = school.as(name);
  await reporter.command('/meld');
  await school.settle();
  // Folded at first; unfolded in the same modal, with what was typed.
  expect(buttonsIn(modalOf(reporter).view.blocks).map(({ verb }) => verb)).toEqual(['meld-meer']);
  await reporter.clicks(modalOf(reporter), 'Meer invullen');
  await school.settle();
  expect(school.slack.workspace.stack(reporter.user.id)).toHaveLength(1);
  const checked = await submit(school, reporter, TOLD);
  expect(checked).toMatchObject({ response_action: 'update' });
  await submit(school, reporter, answer);
  expect(reporter.modal()).toBeUndefined();
  const [ref = ''] = refsIn(reporter);
  return ref;
}

/** Ticks off one duty out of the open report, and the others on the form that comes before closing. */
async function settleAll(handler: Someone): Promise<void> {
  const stack = () => school.slack.workspace.stack(handler.user.id);
  const [first] = buttonsIn(modalOf(handler).view.blocks).filter(({ verb }) => verb === 'plicht');
  if (first !== undefined) {
    await click(school, handler, modalOf(handler), first.title);
    expect(stack()).toHaveLength(2);
    await submit(school, handler, {});
    // Back on what was read, which shows it.
    expect(stack()).toHaveLength(1);
  }
  await click(school, handler, modalOf(handler), 'Afhandelen');
  const { view } = modalOf(handler);
  if (letters(view).includes('Zeg van elk')) await submit(school, handler, allDuties('gedaan'));
}

describe.each(schools)('a report at $school', ({ reporter, handler, to }) => {
  test('goes from the form to its closing, and the reporter sees every step', async () => {
    const leader = school.as(handler);
    const me = school.as(reporter);
    await me.command('/meld');
    await school.settle();
    expect(letters(modalOf(me).view)).toContain('112');
    await submit(school, me, FIRST);
    expect(letters(modalOf(me).view)).toContain(to);
    expect(letters(modalOf(me).view)).not.toMatch(SECRETS);
    expect(JSON.stringify(modalOf(me).view)).not.toMatch(SECRETS);
    await submit(school, me, {});
    const [ref = ''] = refsIn(me);
    expect(ref).toMatch(/^M-/);
    expect(seen(me)).toHaveLength(1);

    expect(seen(leader)).toHaveLength(1);
    expect(seen(leader)[0]).toContain('Er is een melding voor jou');
    await click(school, leader, leader.last(), 'Ontvangst bevestigen');
    expect(seen(me).at(-1)).toContain('Ontvangen');
    await click(school, leader, leader.last(), 'Openen');
    expect(letters(modalOf(leader).view)).toContain(TOLD.wat);
    await click(school, leader, modalOf(leader), 'In behandeling nemen');
    expect(seen(me).at(-1)).toContain('In behandeling');
    expect(seen(leader).at(-1)).toContain('behandeling');
    // Who reads goes on reading.
    expect(letters(modalOf(leader).view)).toContain(TOLD.wat);
    expect(letters(modalOf(leader).view)).not.toContain('In behandeling nemen');
    await settleAll(leader);
    await submit(school, leader, { uitkomst: 'gesprek', terugkoppeling: 'We spraken met de pinguïn en de klas.' });
    expect(leader.modal()).toBeUndefined();
    expect(seen(leader).at(-1)).toContain('afgehandeld');
    expect(seen(me).at(-1)).toContain('Afgehandeld');
    await click(school, me, me.last(), 'Openen');
    expect(letters(modalOf(me).view)).toContain('We spraken met de pinguïn en de klas.');

    expect(school.failed).toEqual([]);
    expect(school.slack.workspace.refused()).toEqual([]);
    expect((await school.cases.verifyJournal()).faults).toEqual([]);
    expect(JSON.stringify([...school.slack.workspace.messages.values()])).not.toMatch(SECRETS);
    expect(school.slack.logged.join('')).not.toMatch(SECRETS);
  });
});

test('the form unfolds and goes back in one modal, with everything that was typed', async () => {
  const me = school.as('docent.wiskunde');
  await me.command('/meld');
  await school.settle();
  await me.clicks(modalOf(me), 'Meer invullen');
  await school.settle();
  await submit(school, me, { ...TOLD, wanneer: 'gisteren', anoniem: 'true' });
  expect(letters(modalOf(me).view.title)).toBe('Controleer en verstuur');
  await click(school, me, modalOf(me), 'Terug');
  const view = JSON.stringify(modalOf(me).view);
  for (const text of [TOLD.wat, TOLD.waar, 'gisteren']) expect(view).toContain(text);
  expect(school.slack.workspace.stack(me.user.id)).toHaveLength(1);
  expect(school.slack.workspace.refused()).toEqual([]);
});

test('what it is about is not told to who it is about, and the name is held back', async () => {
  const bypassed = school.as('vestigingsdirecteur');
  const director = school.as('algemeen.directeur');
  const me = school.as('docent.wiskunde');
  await me.command('/meld');
  await school.settle();
  await submit(school, me, { ...FIRST, wat: 'De vestigingsdirecteur scheldt leerlingen uit op Instagram, zebra.' });
  expect(letters(modalOf(me).view)).toContain('Ja, over');
  const missing = await submit(school, me, { anoniem: 'true' });
  expect(missing).toMatchObject({ response_action: 'errors' });
  await submit(school, me, { over: bypassed.user.email, anoniem: 'true' });
  const [ref = ''] = refsIn(me);
  expect(ref).toMatch(/^M-/);
  expect(seen(director).join()).toContain(ref);
  await click(school, director, director.last(), 'Openen');
  expect(letters(modalOf(director).view)).not.toContain('Docent wiskunde');

  // The one it is about sees nothing of it, anywhere.
  await bypassed.says('openstaand');
  await bypassed.command('/meldingen');
  await bypassed.opensHome();
  await school.settle();
  await school.later(200);
  const everything = JSON.stringify([bypassed.messages(), school.slack.workspace.homes.get(bypassed.user.id)]);
  expect(everything).not.toContain(ref);
});

test('a question back, an answer, and the card of each changes', async () => {
  const leader = school.as('vestigingsdirecteur');
  const me = school.as('docent.wiskunde');
  await reported('docent.wiskunde');
  await click(school, leader, leader.last(), 'Openen');
  await click(school, leader, modalOf(leader), 'Iets vragen aan de melder');
  // Slack's own button goes back to what is read; a second one would do the same.
  expect(letters(modalOf(leader).view).match(/Terug/g)).toHaveLength(1);
  await submit(school, leader, { tekst: 'Wie beheert de giraffegroep?' });
  expect(seen(me).at(-1)).toContain('Vraag aan jou');
  await click(school, me, me.last(), 'Antwoord geven');
  expect(letters(modalOf(me).view)).toContain('Wie beheert de giraffegroep?');
  await submit(school, me, { tekst: 'Dat is een neushoorn.' });
  expect(seen(leader).at(-1)).toContain('nieuws van de melder');
  expect(JSON.stringify([...school.slack.workspace.messages.values()])).not.toMatch(SECRETS);
});

test('an urgent one outside working hours reaches the crisis contact', async () => {
  const crisis = school.as('crisiscoordinator');
  await school.later(11);
  const me = school.as('docent.wiskunde');
  await me.command('/meld');
  await school.settle();
  await me.clicks(modalOf(me), 'Meer invullen');
  await school.settle();
  await submit(school, me, { ...TOLD, spoed: 'true' });
  expect(letters(modalOf(me).view)).toContain('Crisiscoördinator');
  await submit(school, me, {});
  expect(seen(crisis).at(-1)).toContain('spoed');
});

test('a message that somebody picked fills the form with its text and a link, never its files', async () => {
  const me = school.as('docent.wiskunde');
  const channel = school.slack.workspace.channel('U0ELSE');
  const text = 'Ze noemen haar een <https://x.example|zebrakop> &amp; meer';
  const files = [{ id: 'F1', url_private: 'https://files.slack.com/geheim.jpg', name: 'foto.jpg' }];
  await me.messageShortcut('meld-bericht', channel, { type: 'message', text, ts: '1700000000.000100', files });
  await school.settle();
  const view = JSON.stringify(modalOf(me).view);
  expect(view).toContain('Ze noemen haar een https://x.example & meer');
  expect(view).toContain(`https://voorbeeld.slack.com/archives/${channel}/p1700000000000100`);
  expect(view).not.toContain('files.slack.com');
  expect(view).toMatch(/gaan niet mee.*Stuur het niet door/);
  await submit(school, me, { speelt: 'ja' });
  await submit(school, me, {});
  expect(seen(me)[0]).toMatch(/M-/);
  expect(seen(me)[0]).not.toContain('zebra');
});

test('a long message that somebody picked is shortened where it can be seen', async () => {
  const me = school.as('docent.wiskunde');
  const text = 'woord '.repeat(3000);
  await me.messageShortcut('meld-bericht', 'C1', { type: 'message', text, ts: '1700000000.000100' });
  await school.settle();
  expect(JSON.stringify(modalOf(me).view)).toContain('woord …');
  expect(school.slack.workspace.refused()).toEqual([]);
});
