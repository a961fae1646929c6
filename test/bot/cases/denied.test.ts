import { describe, expect, test } from 'vitest';
import { all, asked, buttonOf, formOf, SECRETS, screenIn, TYPED, wayOf, world } from './world.ts';

const way = wayOf('calvijn');
const NOBODYS = 'V-222222';

/** Everything that can be done with a reference, as a click or as a form. */
const doings = [
  ['action', 'open-zaak', {}],
  ['action', 'ontvangen', {}],
  ['action', 'trek-in', {}],
  ['action', 'zaak', {}],
  ['action', 'zaak', { uit: 'lijst' }],
  ['action', 'doorzet-vraag', {}],
  ['submit', 'beslis', { besluit: 'akkoord' }],
  ['submit', 'beslis', { besluit: 'onzin' }],
  ['submit', 'doorzetten', { naar: 'bestuurder@voorbeeld.example', reden: 'omdat' }],
  ['submit', 'doorzetten', { naar: 'niemand', reden: '' }],
] as const;

describe.each([
  ['a colleague', 'docent.geschiedenis', 'example'],
  ['the administrator', 'beheerder', 'example'],
  ['who comes later in the line', 'vestigingsdirecteur', 'example'],
  ['a stranger', undefined, 'example'],
  ['somebody of another organisation', 'docent.wiskunde', 'elders'],
])('%s', (_, name, organisation) => {
  test.each(doings)('%s %s %j: as if there were no such case', async (kind, verb, values) => {
    const at = await world();
    const ref = await asked(at, way);
    const before = await at.cases.load(ref);
    const entries = (await at.cases.journalOf(ref)).length;
    const other = at.as(name, organisation);
    const told = (which: string) =>
      kind === 'action'
        ? other.click(verb, { ref: which, ...values })
        : other.tell({ kind: 'submit', verb, values: { ref: which, ...values }, nonce: 'n' });
    const real = await told(ref);
    for (const fake of [NOBODYS, 'constructor', '', '../../etc', '<b>']) expect(real).toEqual(await told(fake));
    expect(all(real)).not.toMatch(SECRETS);
    expect(all(real)).not.toContain(ref);
    expect(await at.cases.load(ref)).toEqual(before);
    expect((await at.cases.journalOf(ref)).length).toBe(entries);
    expect(at.failed).toEqual([]);
  });
});

test.each(doings)('somebody excluded, %s %s %j: as if there were no such case', async (kind, verb, values) => {
  const at = await world();
  const ref = await asked(at, way);
  const stored = await at.cases.load(ref);
  if (stored === undefined) throw new Error('gone');
  // Even who had it before: exclusion comes first.
  const kase = { ...stored.case, excluded: ['teamleider.onderbouw@voorbeeld.example'] };
  await at.cases.change(ref, stored.version, { case: kase, journal: [], rows: [] });
  const other = at.as(way.contact);
  const told = (which: string) =>
    kind === 'action'
      ? other.click(verb, { ref: which, ...values })
      : other.tell({ kind: 'submit', verb, values: { ref: which, ...values }, nonce: 'n' });
  expect(await told(ref)).toEqual(await told(NOBODYS));
});

test.each([
  ['ontvangen', {}],
  ['doorzet-vraag', {}],
])('the asker cannot %s', async (verb, values) => {
  const at = await world();
  const ref = await asked(at, way);
  const asker = at.as(way.asker);
  expect(await asker.click(verb, { ref, ...values })).toEqual(await asker.click(verb, { ref: NOBODYS, ...values }));
});

test('the asker cannot decide, and the contact cannot withdraw', async () => {
  const at = await world();
  const ref = await asked(at, way);
  const decision = { kind: 'submit', verb: 'beslis', values: { ref, besluit: 'akkoord' }, nonce: 'n' } as const;
  expect(all(await at.as(way.asker).tell(decision))).toContain('Dit nummer ken ik niet');
  expect(all(await at.as(way.contact).click('trek-in', { ref }))).toContain('Dit nummer ken ik niet');
  expect((await at.cases.load(ref))?.case.state).toBe('open');
});

describe('who is not in the organisation file', () => {
  test.each(['mijn vragen', 'openstaand'])('%s: a calm sentence', async (name) => {
    const at = await world();
    for (const who of [at.as(undefined), at.as('niemand')])
      expect(screenIn(await who.command(name)).summary).toContain('alleen voor medewerkers');
  });

  test('no form, and nothing is kept of one that was made up', async () => {
    const at = await world();
    const stranger = at.as(undefined);
    const form = await formOf(at.as(way.asker), way.choices);
    const { stand = '' } = buttonOf(form, 'Versturen').data;
    for (const replies of [
      await stranger.click('vraag-aan', { stand }),
      await stranger.tell({ kind: 'submit', verb: 'stuur-twijfel', values: { stand, ...TYPED }, nonce: 'n' }),
    ])
      expect(screenIn(replies).summary).toContain('alleen voor medewerkers');
    expect((await at.cases.verifyJournal()).cases).toBe(0);
  });

  test('sees no numbers of people in a walk', async () => {
    const at = await world();
    await at.as(undefined).click('kies-school', { school: 'calvijn' });
    const advice = await at.as(undefined).click('twijfel', { begin: 'ontsporing' });
    expect(all(advice)).not.toMatch(/000-0000|vraag-aan/);
  });
});

describe('where others read along', () => {
  const inChannel = { privacy: 'public', conversation: 'teams:channel' } as const;

  test('every command, button and form gets the neutral line, with nothing quoted', async () => {
    const at = await world();
    const ref = await asked(at, way);
    const contact = at.as(way.contact);
    for (const replies of [
      await contact.command('twijfel', inChannel),
      await contact.command('mijn vragen', inChannel),
      await contact.command('openstaand', inChannel),
      await contact.click('open-zaak', { ref }, inChannel),
      await contact.click('zaak', { ref }, inChannel),
      await contact.click('vraag-aan', { stand: '' }, inChannel),
      await contact.tell(
        { kind: 'submit', verb: 'beslis', values: { ref, besluit: 'akkoord' }, nonce: 'n' },
        inChannel,
      ),
      await contact.tell({ kind: 'submit', verb: 'stuur-twijfel', values: TYPED, nonce: 'n' }, inChannel),
    ]) {
      expect(screenIn(replies).summary).toMatch(/niet hier.*privébericht/);
      expect(all(replies)).not.toMatch(SECRETS);
      expect(all(replies)).not.toContain(ref);
    }
    expect((await at.cases.load(ref))?.case.state).toBe('open');
  });

  test('a doubt is followed by no walk', async () => {
    const at = await world();
    const replies = await at.as(way.asker).say('ik twijfel of ik dit mag plaatsen', inChannel);
    expect(screenIn(replies).summary).toMatch(/niet hier.*privébericht/);
  });
});

describe('a forged state', () => {
  test.each(['', 'x', 'deadbeef.werk', '__proto__', '00000000'.repeat(200), '<img src=x>'])(
    '%j goes to whom the protocol names for a doubt, and loses nothing that was typed',
    async (stand) => {
      const at = await world();
      const asker = at.as(way.asker);
      const sent = await asker.tell({ kind: 'submit', verb: 'stuur-twijfel', values: { stand, ...TYPED }, nonce: 'n' });
      const { ref = '' } = buttonOf(sent, 'Openen').data;
      const kase = (await at.cases.load(ref))?.case;
      expect(kase).toMatchObject({ asker: 'docent.wiskunde@voorbeeld.example', location: 'calvijn', urgent: false });
      expect(kase?.recipients[0]?.email).toBe('teamleider.onderbouw@voorbeeld.example');
      expect((await at.cases.content(ref))?.fields.question).toBe(TYPED.vraag);
    },
  );
});
