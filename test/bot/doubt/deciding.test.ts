import { describe, expect, test } from 'vitest';
import { buttonsIn } from '../../fakes/buttons.ts';
import { all, asked, buttonOf, screenIn, wayOf, world } from '../cases/world.ts';

const way = wayOf('calvijn');

const open = async () => {
  const at = await world();
  const ref = await asked(at, way);
  const contact = at.as(way.contact);
  return { at, ref, contact, asker: at.as(way.asker), dialog: await contact.press(contact.last(), 'Openen') };
};

describe('a decision', () => {
  test.each([
    ['akkoord', 'Akkoord', 'decided'],
    ['niet-plaatsen', 'Plaats het niet', 'decided'],
    ['bel-me', 'vraagt of je even belt: 000-0000103', 'open'],
  ])('%s is told to the asker', async (besluit, told, state) => {
    const { at, ref, contact, asker, dialog } = await open();
    await contact.press(dialog, 'Besluit versturen', { besluit });
    await at.deliver();
    expect(asker.last().summary).toContain(told);
    if (besluit === 'bel-me') expect(asker.last().summary).toContain('Nog niet plaatsen');
    expect((await at.cases.load(ref))?.case.state).toBe(state);
  });

  test.each([
    [{}, 'besluit'],
    [{ besluit: 'misschien' }, 'besluit'],
    [{ besluit: 'akkoord-mits' }, 'toelichting'],
    [{ besluit: 'akkoord-mits', toelichting: '  ' }, 'toelichting'],
    [{ besluit: 'akkoord', toelichting: 'x'.repeat(1001) }, 'toelichting'],
  ])('%j is a fault at %s', async (values, field) => {
    const { at, ref, contact, dialog } = await open();
    expect(await contact.press(dialog, 'Besluit versturen', values)).toMatchObject([
      { kind: 'field-errors', errors: [{ field }] },
    ]);
    expect((await at.cases.load(ref))?.case.decision).toBeUndefined();
  });

  test('rests on an article of the protocol, never on one made up', async () => {
    const { at, ref, contact, asker, dialog } = await open();
    const values = { ref, besluit: 'akkoord', artikel: 'Z.99' };
    await contact.tell({ kind: 'submit', verb: 'beslis', values, nonce: buttonOf(dialog, 'Besluit').data.nonce ?? '' });
    expect((await at.cases.load(ref))?.case.decision).not.toHaveProperty('article');
    const other = await open();
    await other.contact.press(other.dialog, 'Besluit versturen', { besluit: 'akkoord', artikel: 'C.3' });
    await other.at.deliver();
    expect(all(other.asker.last())).toContain('C.3: ');
    expect(all(asker.cards)).not.toContain('Z.99');
  });

  test.each([
    ['calvijn', 'ontspoort', 'C.2'],
    ['calvijn', 'werk beeld ja', ''],
    ['calvijn', way.choices, ''],
    ['aeres', wayOf('aeres').choices, ''],
  ])('begins at %s after "%s" with the article it is about: "%s"', async (school, choices, article) => {
    const at = await world();
    const there = { ...wayOf(school), choices };
    await asked(at, there);
    const { card } = screenIn(await at.as(there.contact).press(at.as(there.contact).last(), 'Openen'));
    const field = card.body.find(({ id }) => id === 'artikel');
    expect(field?.value).toBe(article);
    expect(all(field?.choices)).toContain(article);
  });

  test('the first one counts; the second sees how it stands', async () => {
    const { at, ref, contact, dialog } = await open();
    await contact.press(dialog, 'Besluit versturen', { besluit: 'niet-plaatsen' });
    const late = await contact.press(dialog, 'Besluit versturen', { besluit: 'akkoord' });
    expect(screenIn(late).summary).toContain('niet plaatsen');
    expect((await at.cases.load(ref))?.case.decision?.kind).toBe('niet-plaatsen');
  });
});

test('receipt is confirmed once, and the asker sees it', async () => {
  const { at, ref, contact, asker } = await open();
  const received = await contact.press(contact.last(), 'Ontvangst');
  expect(buttonsIn(received).map(({ verb }) => verb)).not.toContain('ontvangen');
  await at.deliver();
  expect(asker.last().summary).toContain('ontvangen door Teamleider onderbouw');
  expect(await contact.click('ontvangen', { ref })).toEqual(received);
});

describe('passing on', () => {
  test('to somebody of the list, with a reason that only who may read it sees', async () => {
    const { at, contact, asker } = await open();
    const form = await contact.press(contact.last(), 'Doorzetten');
    expect(all(form)).toContain('vestigingsdirecteur@');
    expect(all(form)).not.toMatch(/docent|teamleider\.onderbouw@|rector@/);
    const to = { naar: 'vestigingsdirecteur@voorbeeld.example', reden: 'dit kan alleen de neushoorn' };
    const passed = await contact.press(form, 'Doorzetten', to);
    expect(screenIn(passed).summary).toContain('ligt nu bij Vestigingsdirecteur');
    await at.deliver();
    const next = at.as('vestigingsdirecteur');
    expect(all(next.last())).toContain('doorgezet door Teamleider onderbouw');
    expect(all(await next.press(next.last(), 'Openen'))).toContain('neushoorn');
    expect(all(asker.last())).toContain('Vestigingsdirecteur');
    expect(all([at.brought, passed])).not.toContain('neushoorn');
  });

  test.each([
    [{ naar: 'docent.wiskunde@voorbeeld.example', reden: 'x' }, 'naar'],
    [{ naar: 'docent.geschiedenis@voorbeeld.example', reden: 'x' }, 'naar'],
    [{ naar: 'rector@voorbeeld.example', reden: 'x' }, 'naar'],
    [{ naar: 'iemand@elders.example', reden: 'x' }, 'naar'],
    [{ naar: 'vestigingsdirecteur@voorbeeld.example', reden: ' ' }, 'reden'],
  ])('%j is a fault at %s', async (values, field) => {
    const { at, ref, contact } = await open();
    const form = await contact.click('doorzet-vraag', { ref });
    expect(await contact.press(form, 'Doorzetten', values)).toMatchObject([
      { kind: 'field-errors', errors: [{ field }] },
    ]);
    expect((await at.cases.load(ref))?.case.at).toBe(0);
  });
});

test('the asker takes it back; nobody needs to do anything any more', async () => {
  const { at, ref, contact, asker, dialog } = await open();
  const back = await asker.click('trek-in', { ref });
  expect(screenIn(back).summary).toContain('Ingetrokken');
  await at.deliver();
  expect(contact.last().summary).toContain('ingetrokken');
  expect(screenIn(await contact.press(dialog, 'Besluit', { besluit: 'akkoord' })).summary).toContain('ingetrokken');
});

test('both look back: mijn vragen, openstaand', async () => {
  const { ref, contact, asker, at } = await open();
  const mine = await asker.command('mijn vragen');
  expect(all(mine)).toContain('Nog niet plaatsen');
  expect(await asker.press(mine, `Twijfel ${ref}`)).toMatchObject([{ kind: 'show', screen: { name: 'case-status' } }]);
  const waiting = await contact.command('openstaand');
  expect(await contact.press(waiting, `Twijfel ${ref}`)).toMatchObject([{ screen: { name: 'case-notice' } }]);
  for (const other of ['docent.geschiedenis', 'vestigingsdirecteur', 'beheerder'])
    for (const list of ['mijn vragen', 'openstaand']) expect(all(await at.as(other).command(list))).not.toContain(ref);
});
