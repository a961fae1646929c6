import { describe, expect, test } from 'vitest';
import type { Organisation } from '../../../src/organisation/schema.ts';
import { buttonsIn } from '../../fakes/buttons.ts';
import { all, buttonOf, mail, screenIn, world } from '../cases/world.ts';
import { example } from '../world.ts';
import { checkOf, reported, SECRETS, sentBy, TOLD } from './reporting.ts';

const { soort: _kind, door: _by, ...story } = TOLD;

describe('the own leidinggevende', () => {
  const told = { ...story, wat: 'Mijn teamleider zet me elke dag voor zebra in de appgroep van het team.' };

  test('is asked about, and with "ja" neither gets it nor stands in for anybody', async () => {
    const at = await world();
    const me = at.as('leraar.nederlands');
    const check = await checkOf(me, { ...told, wat: 'Mijn rector zet me elke dag voor zebra in de appgroep.' });
    expect(all(check)).toContain('Ja, over Rector');
    expect(all(check)).toContain('Kies je hieronder nee');
    const unanswered = await me.press(check, 'Versturen');
    expect(unanswered).toEqual([
      { kind: 'field-errors', errors: [{ field: 'over', message: 'Kies hier iets: ja of nee.' }] },
    ]);
    const both = await me.press(check, 'Versturen', { over: `${mail('rector')},geen` });
    expect(both[0]?.kind).toBe('field-errors');
    expect((await at.cases.verifyJournal()).cases).toBe(0);
    const sent = await me.press(check, 'Versturen', { over: mail('rector') });
    const { ref = '' } = buttonOf(sent, 'Openen').data;
    const kase = (await at.cases.load(ref))?.case;
    expect(kase?.excluded).toContain(mail('rector'));
    expect(kase?.recipients.map(({ email }) => email)).not.toContain(mail('rector'));
    // It goes on for as long as nobody answers, and never to them.
    for (let day = 0; day < 12; day += 1) await at.later(24);
    expect(at.as('rector').cards.size).toBe(0);
    expect(all(at.brought)).not.toMatch(SECRETS);
  });

  test('with "nee" it goes where the protocol says', async () => {
    const at = await world();
    const sent = await sentBy(
      at.as('leraar.nederlands'),
      { ...told, wat: 'Mijn rector weet ervan.' },
      { over: 'geen' },
    );
    const { ref = '' } = buttonOf(sent, 'Openen').data;
    expect((await at.cases.load(ref))?.case.recipients[0]?.email).toBe(mail('rector'));
  });

  test('who was chosen on the form is not asked about again, and who is promised gets it', async () => {
    const at = await world();
    const check = await checkOf(at.as('leraar.nederlands'), {
      ...told,
      wat: 'Mijn rector zet me voor zebra.',
      over: mail('rector'),
    });
    expect(buttonsIn(check).map(({ title }) => title)).toEqual(['Versturen', 'Terug']);
    expect(all(check)).not.toContain('Ja, over');
    expect(all(check)).toContain('Dit gaat naar Bestuurder');
  });
});

test('suspected misconduct by somebody of the school goes straight to the bestuur, past every leidinggevende, for ever', async () => {
  const at = await world();
  const told = {
    wat: 'Een collega stuurt seksuele appjes met een giraffe aan een leerling van 15.',
    waar: 'Snapchat',
    speelt: 'ja',
    soort: 'seksueel',
    wie: 'leerling',
    minderjarig: 'ja',
    door: 'medewerker',
  };
  const check = await checkOf(at.as('docent.wiskunde'), told);
  expect(all(check)).toContain('Bestuurder');
  expect(all(check)).toContain('0900-1113111');
  // The law does not wait a working day, though nobody said that it is urgent.
  expect(all(check)).toMatch(/"Spoed","value":"Ja"/);
  const sent = await at.as('docent.wiskunde').press(check, 'Versturen', { over: 'geen' });
  const { ref = '' } = buttonOf(sent, 'Openen').data;
  await at.deliver();
  expect(all(at.as('bestuurder').last())).toContain('Melding met spoed');
  expect(all(at.as('bestuurder').last())).toContain(
    'het bestuur moet dit van de wet meteen weten (wet: Meld-, overleg- en aangifteplicht)',
  );
  await at.later(0.5);
  expect(at.as('bestuurder').last().summary).toContain('Herinnering');
  for (let day = 0; day < 10; day += 1) await at.later(24);
  expect(at.as('bestuurder').last().summary).toContain('ligt nog steeds bij jou');
  for (const name of ['teamleider.onderbouw', 'vestigingsdirecteur', 'algemeen.directeur', 'crisiscoordinator'])
    expect([name, at.as(name).cards.size]).toEqual([name, 0]);
  const read = await at.as('bestuurder').click('open-zaak', { ref });
  expect(screenIn(read).summary).toContain('Onderzoek het niet zelf');
  const list = await at.as('bestuurder').click('doorzet-vraag', { ref });
  expect(all(list)).not.toContain(mail('vestigingsdirecteur'));
});

describe('with the name withheld', () => {
  const told = { ...TOLD, anoniem: 'true' };
  /** The reporter, their team, school and leidinggevende, in every way a card could name them. */
  const WHO = /Docent wiskunde|docent\.wiskunde|CSG Calvijn|Onderbouw|calvijn-onderbouw|Teamleider onderbouw/;

  test('who has it sees nobody, through every stage, and a question comes back answered', async () => {
    const at = await world();
    const ref = await reported(at, 'docent.wiskunde', told);
    const me = at.as('docent.wiskunde');
    const leader = at.as('vestigingsdirecteur');
    const seen: unknown[] = [leader.last(), await leader.command('openstaand')];
    seen.push(await leader.press(leader.last(), 'Ontvangst bevestigen'));
    seen.push(await leader.click('vraag-terug', { ref }));
    seen.push(
      await leader.tell({ kind: 'submit', verb: 'stel-vraag', values: { ref, tekst: 'Wanneer was dit?' }, nonce: 'n' }),
    );
    await at.deliver();
    await me.press(await me.press(me.last(), 'Antwoord geven'), 'Versturen', { tekst: 'Gisteren, bij de giraffe.' });
    await at.later(1);
    seen.push(leader.last(), await leader.click('open-zaak', { ref }), await leader.click('berichten', { ref }));
    seen.push(await leader.click('rond-af', { ref }));
    for (let day = 0; day < 20; day += 1) {
      await at.later(24);
      seen.push(leader.last());
    }
    expect(all(seen)).toContain('giraffe');
    expect(all(seen)).toContain('De melder houdt de naam achter');
    expect(all(seen)).toContain('"Waarom jij","value":"de vestigingsdirecteur (B.6)"');
    expect(all(seen)).not.toMatch(WHO);
    expect(all(await at.cases.journalOf(ref))).not.toContain('docent.wiskunde');

    // Only the reporter can change that.
    await me.press(await me.press(me.last(), 'Noem mijn naam alsnog'), 'Ja, noem');
    await at.deliver();
    expect(leader.last().summary).toContain('nieuws van de melder');
    expect(all(await leader.click('open-zaak', { ref }))).toContain('Docent wiskunde, CSG Calvijn');
    expect(buttonsIn(me.last()).map(({ title }) => title)).not.toContain('Noem mijn naam alsnog');
  });

  test('why somebody has it is the law where that says so, and the protocol alone where the reason would tell of a team', async () => {
    const at = await world();
    const misconduct = { ...told, soort: 'seksueel', door: 'medewerker', minderjarig: 'ja' };
    await reported(at, 'docent.wiskunde', misconduct);
    expect(all(at.as('bestuurder').last())).toContain(
      '"Waarom jij","value":"het bestuur moet dit van de wet meteen weten (wet: Meld-, overleg- en aangifteplicht)"',
    );

    const other = await world({
      organisation: { ...example, defaults: { ...example.defaults, misstand: 'leidinggevende' } },
    });
    await reported(other, 'leraar.muziek', told);
    expect(all(other.as('bouwcoordinator').last())).toContain('"Waarom jij","value":"zo is het afgesproken"');
  });

  test('what a client sends for a toggle that nobody touched does not give the name away', async () => {
    const at = await world();
    for (const anoniem of ['false', '', 'nee']) {
      const ref = await reported(at, 'docent.wiskunde', told, { anoniem });
      expect((await at.cases.load(ref))?.case.report?.nameWithheld).toBe(true);
    }
    expect(all(await checkOf(at.as('docent.wiskunde'), told))).not.toContain('Input.Toggle');
    const last = await reported(at, 'docent.wiskunde', TOLD, { anoniem: 'true' });
    expect((await at.cases.load(last))?.case.report?.nameWithheld).toBe(true);
  });

  test('next levels and who it is passed on to see no more, and no list tells by who is missing from it', async () => {
    const at = await world();
    // A leader who reports: in a list of who can get it, their absence would tell.
    const ref = await reported(at, 'teamleider.bovenbouw', { ...told, anoniem: 'false' }, { anoniem: 'true' });
    const leader = at.as('vestigingsdirecteur');
    const list = await leader.click('doorzet-vraag', { ref });
    for (const name of ['teamleider.bovenbouw', 'teamleider.onderbouw', 'rector', 'teamleider.dier'])
      expect(all(list)).toContain(mail(name));
    const refused = await leader.tell({
      kind: 'submit',
      verb: 'doorzetten',
      values: { ref, naar: mail('teamleider.bovenbouw'), reden: 'omdat' },
      nonce: 'n',
    });
    expect(refused[0]?.kind).toBe('field-errors');
    await at.later(24);
    const above = at.as('algemeen.directeur');
    expect(above.last().summary).toContain('Er is een melding voor jou');
    expect(all([above.last(), await above.click('open-zaak', { ref })])).not.toMatch(
      /Teamleider bovenbouw|teamleider\.bovenbouw|CSG Calvijn/,
    );
  });
});

test('urgent on a Saturday goes to the crisis contact, with an hour', async () => {
  const at = await world({ now: new Date('2026-11-28T13:00:00.000Z') });
  const me = at.as('docent.wiskunde');
  const check = await checkOf(me, { ...TOLD, spoed: 'true' });
  expect(all(check)).toContain('Crisiscoördinator');
  const sent = await me.press(check, 'Versturen');
  expect(all(sent)).toContain('000-0000004');
  await at.deliver();
  const crisis = at.as('crisiscoordinator');
  expect(all(crisis.last())).toContain('Melding met spoed');
  expect(all(crisis.last())).toContain('za 28 nov 15:00');
  await at.later(2);
  expect(at.as('vestigingsdirecteur').last().summary).toContain('Er is een melding voor jou');
});

test('passed on, with somebody excluded in the same form', async () => {
  const at = await world();
  const ref = await reported(at, 'docent.wiskunde');
  const leader = at.as('vestigingsdirecteur');
  const form = await leader.press(leader.last(), 'Doorzetten');
  const same = { naar: mail('algemeen.directeur'), reden: 'Zij kent de klas.', over: mail('algemeen.directeur') };
  expect((await leader.press(form, 'Doorzetten', same))[0]?.kind).toBe('field-errors');
  const done = await leader.press(form, 'Doorzetten', { ...same, over: mail('bestuurder') });
  expect(screenIn(done).summary).toContain('ligt nu bij Algemeen directeur');
  await at.deliver();
  const next = at.as('algemeen.directeur');
  expect(all(await next.press(next.last(), 'Openen'))).toContain('Zij kent de klas.');
  expect(all(at.as('docent.wiskunde').last())).toContain('Doorgezet naar');
  for (let day = 0; day < 10; day += 1) await at.later(24);
  expect(at.as('bestuurder').cards.size).toBe(0);
  expect((await at.cases.load(ref))?.case.excluded).toContain(mail('bestuurder'));
});

test('excluding whoever has it beside ends their access at once', async () => {
  const at = await world();
  const ref = await reported(at, 'docent.wiskunde', { ...TOLD, soort: 'vertrouwelijk' });
  const officer = at.as('functionaris.gegevensbescherming');
  expect(officer.last().summary).toContain('persoonsgegevens');
  expect(all(officer.last())).toContain('Datalek melden vóór');
  expect(all(officer.last())).toContain('do 26 nov 10:00');
  expect(all(await officer.command('openstaand'))).toContain(ref);
  const leader = at.as('vestigingsdirecteur');
  const form = await leader.click('sluit-uit', { ref });
  await leader.press(form, 'Uitsluiten', { over: mail('functionaris.gegevensbescherming') });
  // Before anything is delivered: whoever still has the card open finds nothing behind it.
  expect(all(await officer.press(officer.last(), 'Openen'))).toContain('Dit nummer ken ik niet');
  await at.deliver();
  expect(all([...officer.cards.values()])).not.toContain(ref);
  expect(all(await officer.command('openstaand'))).not.toContain(ref);
  expect(at.as('bestuurder').last().summary).toContain('persoonsgegevens');
});

test('nobody at all: says whom to call, keeps nothing, and the operator hears of it', async () => {
  const alone: Organisation = {
    ...example,
    people: example.people.filter(({ email }) => email === mail('docent.wiskunde')),
  };
  const at = await world({ organisation: alone });
  const me = at.as('docent.wiskunde');
  const told = await checkOf(me);
  expect(all(told)).toContain('Er is niets opgeslagen');
  expect(all(told)).toContain('0900-1113111');
  expect(at.failed.map(({ cause }) => cause)).toEqual([expect.objectContaining({ code: 'NOBODY_FOR_REPORT' })]);
  expect(all(at.failed.map(({ cause }) => String(cause)))).not.toMatch(SECRETS);
  expect((await at.cases.verifyJournal()).cases).toBe(0);
  const { nonce = '' } = { nonce: 'n' };
  expect(all(await me.tell({ kind: 'submit', verb: 'meld-verstuur', values: {}, nonce }))).toContain('verlopen');
});

test('a board with more people than a list holds: who is not on it can be named in the text, and is asked about', async () => {
  const [one] = example.people;
  if (one === undefined) throw new Error('nobody');
  const crowd = Array.from({ length: 120 }, (_, i) => ({
    ...one,
    email: `collega${i}@voorbeeld.example`,
    name: i === 119 ? 'Roos Nachtegaal' : 'Jan Merel',
    roles: [],
    location: 'aeres',
  }));
  const at = await world({ organisation: { ...example, people: [...example.people, ...crowd] } });
  const me = at.as('docent.wiskunde');
  const form = await me.press(await me.command('meld'), 'Meer invullen', story);
  expect(all(form)).toContain('Noem die dan in je tekst');
  expect(all(form)).not.toContain('Nachtegaal');
  const check = await me.press(form, 'Verder', { ...story, wat: 'Roos Nachtegaal zet mij voor zebra.' });
  expect(all(check)).toContain('Ja, over Roos Nachtegaal');
  // The control: at a small board nothing is said about it.
  const small = (await world()).as('docent.wiskunde');
  expect(all(await small.press(await small.command('meld'), 'Meer invullen', story))).not.toContain('Noem die dan');
});
