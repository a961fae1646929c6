import { describe, expect, test } from 'vitest';
import { checkCard } from '../../../src/cards/elements.ts';
import { buttonsIn } from '../../fakes/buttons.ts';
import { all, asked, buttonOf, formOf, SECRETS, screenIn, TYPED, walked, wayOf, ways, world } from '../cases/world.ts';

describe.each(ways)('a doubt at $school', (way) => {
  test('goes from the walk to the decision and back', async () => {
    const at = await world();
    const asker = at.as(way.asker);
    const contact = at.as(way.contact);

    const form = await formOf(asker, way.choices);
    expect(form[0]?.kind).toBe('dialog');
    expect(all(form)).toContain(way.why);
    expect(screenIn(form).summary).toContain('Plaats het nog niet');

    const sent = await asker.press(form, 'Versturen', TYPED);
    expect(sent[0]).toMatchObject({ kind: 'replace', screen: { name: 'case-status' } });
    expect(all(sent)).toContain('Nog niet plaatsen');
    expect(all(sent)).toContain(way.why);
    const { ref = '' } = buttonOf(sent, 'Openen').data;
    expect(ref).toMatch(/^V-[2-9A-Z]{6}$/);

    await at.deliver();
    expect(contact.last()).toMatchObject({ name: 'case-notice' });
    expect(contact.last().summary).toContain('twijfelt en vraagt het aan jou');

    const dialog = await contact.press(contact.last(), 'Openen');
    for (const text of Object.values(TYPED)) expect(all(dialog)).toContain(text);
    expect(screenIn(dialog).summary).not.toMatch(SECRETS);

    const decided = await contact.press(dialog, 'Besluit versturen', {
      besluit: 'akkoord-mits',
      toelichting: 'zonder neushoorn',
    });
    expect(decided[0]).toMatchObject({ kind: 'replace', screen: { name: 'case-notice' } });
    expect(screenIn(decided).summary).toContain('akkoord, onder voorwaarden');

    await at.deliver();
    expect(asker.last()).toMatchObject({ name: 'case-status' });
    expect(asker.last().summary).toContain('Akkoord, onder voorwaarden');
    expect(all(asker.last())).toContain('Besloten door');
    expect(all(await asker.press(asker.last(), 'Openen'))).toContain('zonder neushoorn');

    // Not one word of it in anything that stays in a chat.
    expect(all([at.brought, sent, decided])).not.toMatch(/zebrafoto|okapi|giraffe|neushoorn/);
    expect((await at.cases.verifyJournal()).faults).toEqual([]);
    expect(at.failed).toEqual([]);
    for (const screen of at.brought) expect(() => checkCard(screen.card)).not.toThrow();
    for (const replies of [form, sent, dialog, decided]) expect(() => checkCard(screenIn(replies).card)).not.toThrow();
  });
});

describe.each([
  ['calvijn', 'docent.wiskunde', 'ontspoort', '000-0000103', '000-0000103'],
  ['model', 'leraar.nederlands', 'ontspoort', '000-0000203', '000-0000203'],
  ['msvr', 'leraar.muziek', 'ontspoort ja', '000-0000302', '000-0000302'],
  ['gsv', 'leerkracht.groep3', 'ontspoort ja', '000-0000402', '000-0000402'],
  ['aeres', 'docent.dierverzorging', 'ontspoort', '000-0000005', '000-0000005'],
])('a discussion that derails at %s', (_, name, choices, phone, inForm) => {
  test('gives the number at once, and is urgent', async () => {
    const at = await world();
    const asker = at.as(name);
    const advice = await walked(asker, choices);
    expect(all(advice)).toContain(phone);
    const form = await asker.press(advice, 'Vraag het aan');
    expect(all(form)).toContain(inForm);
    expect(all(form)).toContain('binnen 1 uur');
    const sent = await asker.press(form, 'Versturen', TYPED);
    expect(all(sent)).toContain(inForm);
    const { ref = '' } = buttonOf(sent, 'Openen').data;
    expect((await at.cases.load(ref))?.case).toMatchObject({ urgent: true, subject: 'ontsporing' });
  });

  test('in the evening the form already says that the crisis contact gets it', async () => {
    const at = await world({ now: new Date('2026-11-23T20:00:00.000Z') });
    const asker = at.as(name);
    const form = await formOf(asker, choices);
    expect(all(form)).toContain('Dit gaat naar Crisiscoördinator');
    await asker.press(form, 'Versturen', TYPED);
    await at.deliver();
    expect(at.as('crisiscoordinator').last().summary).toContain('loopt uit de hand');
  });
});

describe('how a walk begins', () => {
  test.each([
    ['ik twijfel of ik dit mag plaatsen', 'Wat wil je doen?'],
    ['de discussie op facebook loopt helemaal uit de hand', 'Reageer nu niet meer.'],
  ])('“%s” is answered and followed by it', async (text, shown) => {
    const at = await world();
    const replies = await at.as('docent.wiskunde').say(text);
    expect(replies.map((reply) => 'screen' in reply && reply.screen.name)).toEqual([
      'answer',
      shown === 'Wat wil je doen?' ? 'walk' : 'advice',
    ]);
    expect(all(replies[1])).toContain(shown);
  });

  test('under every answer to staff there is “Ik twijfel”', async () => {
    const at = await world();
    const answer = await at.as('docent.wiskunde').say('Mag ik een klassenfoto op Instagram zetten?');
    const walk = await at.as('docent.wiskunde').press(answer, 'Ik twijfel');
    expect(walk[0]).toMatchObject({ kind: 'show', screen: { name: 'walk' } });
    const stranger = await at.as(undefined).click('kies-school', { school: 'calvijn' });
    expect(stranger).toHaveLength(1);
    expect(buttonsIn(await at.as(undefined).say('Mag ik een klassenfoto op Instagram zetten?'))).not.toContainEqual(
      expect.objectContaining({ title: 'Ik twijfel' }),
    );
  });

  test('the protocol is that of the own school, whatever was chosen elsewhere', async () => {
    const at = await world();
    const walk = await at.as('leerkracht.groep3').command('twijfel', { protocol: 'calvijn' });
    expect(all(walk)).toContain((await all(await at.as('leerkracht.groep3').command('twijfel'))).slice(10, 200));
    expect(all(walk)).not.toContain('Calvijn');
  });

  test('a leader at msvr is told not to publish, and has nothing to ask', async () => {
    const at = await world();
    const advice = await walked(at.as('directeur.montessori'), 'tekst ja nee ja misschien');
    expect(buttonsIn(advice).map(({ verb }) => verb)).not.toContain('vraag-aan');
  });
});

test('nobody to ask: says whom to call and that nothing was kept; the operator hears of it', async () => {
  const at = await world();
  const asker = at.as('bestuurder');
  const form = await formOf(asker, wayOf('calvijn').choices);
  expect(all(form)).toContain('Crisiscoördinator: 000-0000004');
  expect(all(form)).toContain('niets opgeslagen');
  expect(at.failed).toHaveLength(1);
});

test('what waits is reminded, then goes to the deputy, and the asker sees it', async () => {
  const at = await world();
  const way = wayOf('calvijn');
  await asked(at, way);
  await at.later(5);
  expect(at.as(way.contact).last().summary).toContain('Herinnering');
  await at.later(19);
  expect(at.as(way.contact).last().summary).toContain('ligt nu bij Teamleider bovenbouw');
  expect(at.as('teamleider.bovenbouw').last().summary).toContain('vraagt het aan jou');
  expect(all(at.as(way.asker).last())).toContain('Teamleider bovenbouw');
  expect(all(at.brought)).not.toMatch(SECRETS);
});
