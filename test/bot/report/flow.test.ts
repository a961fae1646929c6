import { describe, expect, test } from 'vitest';
import { checkCard } from '../../../src/cards/elements.ts';
import type { Values } from '../../../src/conversation/event.ts';
import type { Card } from '../../../src/conversation/reply.ts';
import { buttonsIn } from '../../fakes/buttons.ts';
import { allDuties } from '../../fakes/forms.ts';
import { all, buttonOf, type Someone, screenIn, world } from '../cases/world.ts';
import { checkOf, reported, SECRETS, schools, TOLD } from './reporting.ts';

describe.each(schools)('a report at $school', ({ reporter, handler, to }) => {
  test('goes from the form to its closing, and the reporter sees every step', async () => {
    const at = await world();
    const me = at.as(reporter);
    const leader = at.as(handler);

    const form = await me.command('meld');
    expect(form[0]).toMatchObject({ kind: 'dialog', dialog: { name: 'report-form', title: 'Iets melden' } });
    expect(screenIn(form).summary).toContain('112');
    const check = await me.press(form, 'Verder', TOLD);
    expect(check[0]).toMatchObject({ kind: 'dialog', dialog: { name: 'report-check' } });
    expect(all(check)).toContain(to);
    expect(all(check)).toContain('Beheerders van dit platform');
    // What was typed waits in the store, not on the card.
    expect(all(check)).not.toMatch(SECRETS);

    const sent = await me.press(check, 'Versturen');
    expect(sent[0]).toMatchObject({ kind: 'replace', screen: { name: 'case-status' } });
    const { ref = '' } = buttonOf(sent, 'Openen').data;
    expect(ref).toMatch(/^M-[2-9A-Z]{6}$/);
    expect(screenIn(sent).summary).toMatch(/Verstuurd/);

    await at.deliver();
    expect(leader.last()).toMatchObject({ name: 'case-notice' });
    expect(leader.last().summary).toContain('Er is een melding voor jou');
    expect(all(leader.last())).toContain('Pesten');
    expect(all(await leader.command('openstaand'))).toContain(ref);

    await leader.press(leader.last(), 'Ontvangst bevestigen');
    await at.deliver();
    expect(me.last().summary).toContain('Ontvangen');
    const read = await leader.press(leader.last(), 'Openen');
    for (const text of [TOLD.wat, TOLD.waar]) expect(all(read)).toContain(text);
    expect(screenIn(read).summary).not.toMatch(SECRETS);

    await leader.press(read, 'In behandeling nemen');
    await at.deliver();
    expect(me.last().summary).toContain('In behandeling');

    const closing = await settleAll(leader, ref);
    const closed = await leader.press(closing, 'Afhandelen', {
      uitkomst: 'gesprek',
      terugkoppeling: 'We spraken met de pinguïn en de klas.',
    });
    expect(closed[0]).toMatchObject({ kind: 'replace', screen: { name: 'case-notice' } });
    expect(screenIn(closed).summary).toContain('afgehandeld');

    await at.deliver();
    expect(me.last().summary).toContain('Afgehandeld');
    const own = await me.press(me.last(), 'Openen');
    expect(all(own)).toContain('We spraken met de pinguïn en de klas.');
    expect(all(own)).toContain('Er is een gesprek geweest');
    expect(all(await me.command('mijn meldingen'))).toContain(ref);
    expect(all(await me.command('mijn vragen'))).not.toContain(ref);
    expect(all(await leader.command('openstaand'))).not.toContain(ref);

    expect(all([at.brought, sent, closed])).not.toMatch(SECRETS);
    expect((await at.cases.verifyJournal()).faults).toEqual([]);
    expect(at.failed).toEqual([]);
    for (const screen of [...at.brought, ...[form, check, sent, read, closing, own].map(screenIn)])
      expect(() => checkCard(screen.card)).not.toThrow();
  });
});

/** "Afhandelen": everything that must be done on one form, if there is anything, and then how it ends. */
async function settleAll(leader: Someone, ref: string) {
  const now = await leader.click('rond-af', { ref });
  return screenIn(now).name === 'report-duties' ? leader.press(now, 'Verder', allDuties('gedaan')) : now;
}

test('the second step is exact when the clock has moved: it never goes to somebody who was not named', async () => {
  const at = await world({ now: new Date('2026-11-23T15:50:00.000Z') });
  const me = at.as('docent.wiskunde');
  const check = await checkOf(me, { ...TOLD, spoed: 'true' });
  expect(all(check)).toContain('de vestigingsdirecteur (B.6)');
  await at.later(1);
  const again = await me.press(check, 'Versturen');
  expect(again[0]).toMatchObject({ kind: 'dialog', dialog: { name: 'report-check' } });
  expect(all(again)).toContain('Crisiscoördinator');
  const sent = await me.press(again, 'Versturen');
  expect(all(sent)).toContain('Crisiscoördinator');
});

test('a question back, an answer, a note, and something added', async () => {
  const at = await world();
  const ref = await reported(at, 'docent.wiskunde');
  const me = at.as('docent.wiskunde');
  const leader = at.as('vestigingsdirecteur');

  const asked = await leader.press(await leader.click('vraag-terug', { ref }), 'Vraag versturen', {
    tekst: 'Wie beheert de giraffegroep?',
  });
  expect(screenIn(asked).summary).toContain('Je vraag ligt bij de melder');
  await at.deliver();
  expect(me.last().summary).toContain('Vraag aan jou');
  const form = await me.press(me.last(), 'Antwoord geven');
  expect(all(form)).toContain('Wie beheert de giraffegroep?');
  await me.press(form, 'Versturen', { tekst: 'Dat is een neushoorn.' });
  await at.deliver();
  expect(leader.last().summary).toContain('Er is nieuws van de melder');

  const noted = await leader.press(await leader.click('notitie', { ref }), 'Bewaren', { tekst: 'Even navragen.' });
  expect(all(noted)).toContain('Dat is een neushoorn.');
  expect(all(noted)).toContain('Notitie van Vestigingsdirecteur');
  await me.press(await me.click('antwoord', { ref }), 'Versturen', { tekst: 'Het gaat nog door.' });
  const own = await me.click('open-zaak', { ref });
  expect(all(own)).toContain('Het gaat nog door.');
  expect(all(own)).not.toContain('Even navragen.');
  await at.deliver();
  expect(all(at.brought)).not.toMatch(SECRETS);
});

test('what must be done is done or explained before it is closed, and closing leads along it', async () => {
  const at = await world();
  const ref = await reported(at, 'docent.wiskunde');
  const leader = at.as('vestigingsdirecteur');
  const early = await leader.tell({
    kind: 'submit',
    verb: 'afhandelen',
    values: { ref, uitkomst: 'anders', terugkoppeling: 'Klaar.' },
    nonce: 'n',
  });
  expect(early).toEqual([{ kind: 'field-errors', errors: [expect.objectContaining({ field: 'uitkomst' })] }]);
  expect((await at.cases.load(ref))?.case.state).toBe('open');

  const required = (await at.cases.load(ref))?.case.report?.required ?? [];
  expect(required).toEqual(['calvijn-maatregel-leerling', 'calvijn-leerlingdossier']);
  const form = await leader.click('rond-af', { ref });
  expect(screenIn(form).name).toBe('report-duties');
  // Each with its article.
  expect(all(form)).toMatch(
    /past bij wat de leerling deed.*Moet · artikel A\.7.*leerlingendossier.*Moet · artikel E\.3/,
  );
  const send = (typed: Values) => leader.press(form, 'Verder', typed);
  for (const nothing of [{}, { plicht0: 'nog', plicht1: 'nog' }, { plicht0: 'onzin' }])
    expect(await send(nothing)).toEqual([
      { kind: 'field-errors', errors: [expect.objectContaining({ field: 'plicht0' })] },
    ]);
  const unexplained = await send({ plicht0: 'gedaan', plicht1: 'niet' });
  expect(unexplained).toEqual([{ kind: 'field-errors', errors: [expect.objectContaining({ field: 'tekst' })] }]);
  expect((await at.cases.load(ref))?.case.report?.duties).toEqual({});
  // Something is left: what was said of the rest is kept, and the report says so.
  const half = await send({ plicht0: 'gedaan', plicht1: 'nog' });
  expect(screenIn(half).name).toBe('report-read');
  expect(all(half)).toContain('Gedaan door Vestigingsdirecteur');
  const rest = await leader.click('rond-af', { ref });
  expect(all(rest)).not.toContain('artikel A.7');
  const now = await leader.press(rest, 'Verder', { plicht0: 'niet', tekst: 'Was niet nodig.' });
  expect(screenIn(now).name).toBe('report-close');
  await leader.press(now, 'Afhandelen', { uitkomst: 'anders', terugkoppeling: 'Klaar.' });
  expect((await at.cases.load(ref))?.case.state).toBe('closed');
  expect(all(await leader.click('open-zaak', { ref }))).toContain('Was niet nodig.');
  expect(all(await at.as('docent.wiskunde').click('open-zaak', { ref }))).not.toContain('Was niet nodig.');
});

test('a duty that hangs on who did it can be said not to count, at one click', async () => {
  const at = await world();
  const { door: _unknown, ...told } = TOLD;
  const ref = await reported(at, 'docent.wiskunde', told);
  const leader = at.as('vestigingsdirecteur');
  const none = allDuties('niet');
  const form = await leader.click('rond-af', { ref });
  const closing = await leader.press(form, 'Verder', none);
  expect(screenIn(closing).name).toBe('report-close');
  expect(all(await leader.click('open-zaak', { ref }))).toContain('Geldt hier niet.');
  // The same form once more, from a client that heard nothing, adds nothing.
  const before = (await at.cases.journalOf(ref)).length;
  expect(screenIn(await leader.press(form, 'Verder', none)).name).toBe('report-close');
  expect((await at.cases.journalOf(ref)).length).toBe(before);
});

test('one duty alone, out of the report: done, or not counting with a word of why', async () => {
  const at = await world();
  const ref = await reported(at, 'docent.wiskunde');
  const leader = at.as('vestigingsdirecteur');
  const [first] = buttonsIn(await leader.click('open-zaak', { ref })).filter(({ verb }) => verb === 'plicht');
  const form = await leader.click('plicht', first?.data);
  expect(screenIn(form).name).toBe('report-tick');
  for (const title of ['Geldt hier niet', 'Uitleg bewaren'])
    expect(await leader.press(form, title)).toEqual([
      { kind: 'field-errors', errors: [expect.objectContaining({ field: 'tekst' })] },
    ]);
  const read = await leader.press(form, 'Geldt hier niet', { tekst: 'Al eerder gebeurd.' });
  expect(screenIn(read).name).toBe('report-read');
  expect(all(read)).toContain('Al eerder gebeurd.');
});

test('"Terug" gives the form back with everything that was typed, also from the whole form', async () => {
  const at = await world();
  const me = at.as('docent.wiskunde');
  const told = { ...TOLD, link: 'https://voorbeeld.example/okapi', wanneer: 'gisteren', anoniem: 'true' };
  const whole = await me.press(await me.command('meld'), 'Meer invullen', told);
  const check = await me.press(whole, 'Verder', told);
  const back = await me.press(check, 'Terug');
  const values = Object.fromEntries(
    screenIn(back).card.body.flatMap(({ id, value }) => (typeof id === 'string' ? [[id, value]] : [])),
  );
  expect(values).toMatchObject(told);
});

test('the same form twice is one report, whenever it comes', async () => {
  const at = await world();
  const me = at.as('docent.wiskunde');
  const check = await checkOf(me);
  const first = await me.press(check, 'Versturen');
  const again = await me.press(check, 'Versturen');
  expect(again).toEqual(first);
  expect((await at.cases.verifyJournal()).cases).toBe(1);
  await at.later(5);
  const late = await me.press(check, 'Versturen');
  expect(all(late)).toContain('verlopen');
  expect((await at.cases.verifyJournal()).cases).toBe(1);
});

test('the store fails: nothing is promised, the form keeps everything, and once it works it is sent', async () => {
  const at = await world();
  const me = at.as('docent.wiskunde');
  const check = await checkOf(me);
  at.breakStore('create');
  const failed = await me.press(check, 'Versturen');
  expect(failed).toEqual([
    { kind: 'field-errors', errors: [{ field: '', message: expect.stringContaining('nog niet opgeslagen') }] },
  ]);
  expect(at.failed).toHaveLength(1);
  at.heal();
  const sent = await me.press(check, 'Versturen');
  expect(all(await me.press(sent, 'Openen'))).toContain(TOLD.wat);
});

test('a story is taken over by "Meld dit", and its answer stays', async () => {
  const at = await world();
  const me = at.as('docent.wiskunde');
  const story = 'ze schelden een leerling uit 2B helemaal uit in de groepsapp van de klas en het houdt maar niet op';
  const answer = await me.say(story);
  expect(all(buttonOf(answer, 'Meld dit').data)).not.toContain('schelden');
  const form = await me.press(answer, 'Meld dit');
  expect(all(form)).toContain(story);
  const sent = await me.press(await me.press(form, 'Verder', { ...TOLD, wat: story }), 'Versturen');
  expect(sent[0]).toMatchObject({ kind: 'show', screen: { name: 'case-status' } });
  expect(buttonsIn(await at.as(undefined).say(story)).map(({ title }) => title)).not.toContain('Meld dit');
});

test('what cannot wait is proposed as urgent, seen before it is sent, and can be said not to be', async () => {
  const at = await world();
  const me = at.as('docent.wiskunde');
  const { soort: _kind, ...told } = {
    ...TOLD,
    wat: 'Een leerling schrijft dat hij morgen met een mes naar school komt.',
  };
  const check = await checkOf(me, told);
  expect(all(check)).toContain('"title":"Spoed","value":"Ja"');
  const whole = await me.press(await me.command('meld'), 'Meer invullen', told);
  expect(all(whole)).toMatch(/"id":"spoed"[^}]*"value":"true"/);
  const calm = await me.press(whole, 'Verder', { ...told, spoed: 'false' });
  expect(all(calm)).not.toContain('"title":"Spoed"');
  expect(all(await checkOf(me))).not.toContain('"title":"Spoed"');
});

test('what was left open is not said to be unknown', async () => {
  const at = await world();
  const { speelt: _open, ...told } = TOLD;
  const read = await at
    .as('vestigingsdirecteur')
    .click('open-zaak', { ref: await reported(at, 'docent.wiskunde', told) });
  expect(all(read)).toContain('"Speelt het nog","value":"Niet ingevuld"');
  const unsure = await reported(at, 'docent.wiskunde', { ...told, speelt: 'weet-niet' });
  expect(all(await at.as('vestigingsdirecteur').click('open-zaak', { ref: unsure }))).toContain(
    '"Speelt het nog","value":"Weet ik niet"',
  );
});

test('whom it is about is chosen from the own school first; of others the school stands with it', async () => {
  const at = await world();
  const me = at.as('leraar.muziek');
  const form = screenIn(await me.press(await me.command('meld'), 'Meer invullen', TOLD));
  const titles = formField(form.card, 'over').map(({ title }) => title);
  expect(titles.slice(0, 3)).toEqual(['Directeur', 'Bouwcoördinator', 'Leraar middenbouw']);
  expect(titles.slice(3, 5)).toEqual(['Bestuurder', 'Voorzitter raad van toezicht']);
  const others = titles.slice(titles.indexOf('Medewerker marketing en communicatie') + 1);
  expect(others.length).toBeGreaterThan(15);
  for (const title of others)
    expect(title).toMatch(/ \((CSG Calvijn|De Modelschool|Groningse Schoolvereniging|Aeres MBO)\)$/);
  const schoolOf = (title: string) => /\((.*)\)$/.exec(title)?.[1] ?? '';
  const inTurn = others.map(schoolOf).filter((school, i, all) => school !== all[i - 1]);
  expect(inTurn).toEqual([...new Set(inTurn)]);
});

test('at an mbo the form, the question before it and the law speak of students', async () => {
  const at = await world();
  const me = at.as('docent.dierverzorging');
  const wat = 'De docent appt een studente elke avond over haar lichaam.';
  const form = await me.press(await me.command('meld'), 'Meer invullen', { ...TOLD, wat });
  expect(all(form)).toContain('Is dat een minderjarige student?');
  const asked = await me.press(form, 'Verder', { wat });
  expect(screenIn(asked).summary).toContain('te dichtbij een student komt');
  const check = await me.press(asked, 'Ja, of misschien');
  expect(screenIn(check).summary).toContain('tegen een minderjarige student');
  expect(all([form, asked, check])).not.toMatch(/\bleerlingen?\b(?!")/);
  // The control: elsewhere it is the usual word.
  const other = at.as('docent.wiskunde');
  expect(all(await other.press(await other.command('meld'), 'Meer invullen', TOLD))).toContain(
    'Is dat een minderjarige leerling?',
  );
});

/** What a field of a card can be chosen from. */
function formField(card: Card, id: string): readonly { readonly title: string }[] {
  const field = card.body.find((element) => element.id === id);
  return Array.isArray(field?.choices) ? field.choices : [];
}
