import { describe, expect, test } from 'vitest';
import { all, screenIn, type World, world } from '../cases/world.ts';
import { reported, SECRETS, sentBy, TOLD } from './reporting.ts';

const NOBODYS = 'M-222222';

/** Everything that can be done to a report, as a click or as a form; with what the table of the hand-over calls it. */
const doings = [
  ['open', 'action', 'open-zaak', {}],
  ['open', 'action', 'zaak', {}],
  ['open', 'action', 'zaak', { uit: 'lijst' }],
  ['open', 'action', 'berichten', { vanaf: '0' }],
  ['receive', 'action', 'ontvangen', {}],
  ['start', 'action', 'in-behandeling', {}],
  ['ask', 'action', 'vraag-terug', {}],
  ['ask', 'submit', 'stel-vraag', { tekst: 'Wie?' }],
  ['ask', 'submit', 'stel-vraag', { tekst: '' }],
  ['note', 'action', 'notitie', {}],
  ['note', 'submit', 'schrijf-notitie', { tekst: 'x'.repeat(2000) }],
  ['pass-on', 'action', 'doorzet-vraag', {}],
  ['pass-on', 'submit', 'doorzetten', { naar: 'bestuurder@voorbeeld.example', reden: 'omdat' }],
  ['pass-on', 'submit', 'doorzetten', { naar: '', reden: '', over: 'niemand' }],
  ['exclude', 'action', 'sluit-uit', {}],
  ['exclude', 'submit', 'uitsluiten', { over: 'rector@voorbeeld.example' }],
  ['exclude', 'submit', 'uitsluiten', { over: 'onzin' }],
  ['tick', 'action', 'plicht', { plicht: 'calvijn-leerlingdossier' }],
  ['tick', 'submit', 'vink-af', { plicht: 'calvijn-leerlingdossier', staat: 'done' }],
  ['tick', 'submit', 'vink-af', { plicht: 'onzin', staat: 'onzin' }],
  ['close', 'submit', 'vink-plichten-af', { plichten: 'calvijn-leerlingdossier,onzin', plicht0: 'gedaan' }],
  ['close', 'submit', 'vink-plichten-af', { plichten: 'onzin' }],
  ['close', 'action', 'rond-af', {}],
  ['close', 'submit', 'afhandelen', { uitkomst: 'gesprek', terugkoppeling: 'Klaar.' }],
  ['close', 'submit', 'afhandelen', { uitkomst: 'onzin', terugkoppeling: '' }],
  ['answer', 'action', 'antwoord', {}],
  ['answer', 'submit', 'geef-antwoord', { tekst: 'Daar.' }],
  ['answer', 'submit', 'geef-antwoord', { tekst: '' }],
  ['release-name', 'action', 'naam-noemen', {}],
  ['release-name', 'action', 'noem-naam', {}],
  ['withdraw', 'action', 'trek-in', {}],
  ['decide', 'submit', 'beslis', { besluit: 'akkoord' }],
] as const;

/** A report about the teamleider that was passed on once, with the privacy officer beside it. */
async function passedOn(at: World): Promise<string> {
  const told = { ...TOLD, soort: 'vertrouwelijk', over: 'teamleider.onderbouw@voorbeeld.example' };
  const ref = await reported(at, 'docent.wiskunde', told);
  const form = { naar: 'algemeen.directeur@voorbeeld.example', reden: 'past beter' };
  await at.as('vestigingsdirecteur').tell({ kind: 'submit', verb: 'doorzetten', values: { ref, ...form }, nonce: 'n' });
  await at.deliver();
  return ref;
}

describe.each([
  ['a colleague', 'docent.geschiedenis', 'example', []],
  ['the administrator', 'beheerder', 'example', []],
  ['who comes later in the line', 'bestuurder', 'example', []],
  ['who is excluded', 'teamleider.onderbouw', 'example', []],
  ['a stranger', undefined, 'example', []],
  ['somebody of another organisation', 'docent.wiskunde', 'elders', []],
  ['the reporter', 'docent.wiskunde', 'example', ['open', 'answer', 'release-name']],
  ['who had it before', 'vestigingsdirecteur', 'example', ['open']],
  ['who has it beside', 'functionaris.gegevensbescherming', 'example', ['open', 'receive', 'note', 'exclude', 'tick']],
  [
    'who has it',
    'algemeen.directeur',
    'example',
    ['open', 'receive', 'start', 'ask', 'note', 'pass-on', 'exclude', 'tick', 'close'],
  ],
] as const)('%s', (_, name, organisation, allowed) => {
  const denied = doings.filter(([verb]) => !allowed.some((each) => each === verb));
  test('may nothing else: it is as if there were no such report', async () => {
    // One world for all of them: whatever is denied leaves it as it was.
    const at = await world();
    const ref = await passedOn(at);
    const other = at.as(name, organisation);
    const kept = async () => ({
      stored: await at.cases.load(ref),
      entries: (await at.cases.journalOf(ref)).length,
      content: await at.cases.content(ref),
      rows: await at.cases.rowsOf(ref),
    });
    const before = await kept();
    for (const [, kind, verb, values] of denied) {
      const told = (which: string) =>
        kind === 'action'
          ? other.click(verb, { ref: which, ...values })
          : other.tell({ kind: 'submit', verb, values: { ref: which, ...values }, nonce: 'n' });
      const real = await told(ref);
      for (const fake of [NOBODYS, 'constructor', '']) expect([verb, real]).toEqual([verb, await told(fake)]);
      expect(all(real)).not.toMatch(SECRETS);
      expect(all(real)).not.toContain(ref);
      expect([verb, await kept()]).toEqual([verb, before]);
    }
    expect(at.failed).toEqual([]);
  });

  const done = doings.filter(([verb]) => allowed.some((each) => each === verb));
  test.skipIf(done.length === 0)('is answered otherwise where it may', async () => {
    for (const [, kind, verb, values] of done) {
      const at = await world();
      const ref = await passedOn(at);
      const me = at.as(name, organisation);
      const reply =
        kind === 'action'
          ? await me.click(verb, { ref, ...values })
          : await me.tell({ kind: 'submit', verb, values: { ref, ...values }, nonce: 'n' });
      expect([verb, all(reply)]).toEqual([verb, expect.not.stringContaining('Dit nummer ken ik niet')]);
    }
  });
});

describe('who is not in the organisation file, or where others read along', () => {
  test('no form, and nothing is kept of one that was made up', async () => {
    const at = await world();
    for (const stranger of [at.as(undefined), at.as('niemand')]) {
      for (const replies of [
        await stranger.command('meld'),
        await stranger.command('mijn meldingen'),
        await stranger.click('meld', {}),
        await stranger.tell({ kind: 'submit', verb: 'meld-verder', values: TOLD, nonce: 'n' }),
        await stranger.tell({ kind: 'submit', verb: 'meld-verstuur', values: {}, nonce: 'n' }),
      ])
        expect(screenIn(replies).summary).toContain('alleen voor medewerkers');
    }
    expect((await at.cases.verifyJournal()).cases).toBe(0);
  });

  test('in a channel every command, button and form gets the neutral line, with nothing quoted', async () => {
    const at = await world();
    const ref = await reported(at, 'docent.wiskunde');
    const where = { privacy: 'public', conversation: 'teams:channel' } as const;
    const me = at.as('vestigingsdirecteur');
    for (const replies of [
      await me.command('meld', where),
      await me.command('mijn meldingen', where),
      await me.click('in-behandeling', { ref }, where),
      await me.click('vraag-terug', { ref }, where),
      await me.tell({ kind: 'submit', verb: 'meld-verder', values: TOLD, nonce: 'n' }, where),
    ]) {
      expect(screenIn(replies).summary).toMatch(/niet hier.*privébericht/);
      expect(all(replies)).not.toMatch(SECRETS);
      expect(all(replies)).not.toContain(ref);
    }
  });
});

test('a draft belongs to who typed it', async () => {
  const at = await world();
  const me = at.as('docent.wiskunde');
  await me.tell({ kind: 'submit', verb: 'meld-verder', values: TOLD, nonce: 'nonce-1' });
  const other = at.as('docent.geschiedenis');
  const back = await other.click('meld-terug', { form: 'nonce-1' });
  const sent = await other.tell({ kind: 'submit', verb: 'meld-verstuur', values: {}, nonce: 'nonce-1' });
  expect(all([back, sent])).not.toMatch(SECRETS);
  expect(all(sent)).toContain('verlopen');
  expect((await at.cases.verifyJournal()).cases).toBe(0);
});

test('a form that was made up promises nothing it does not keep', async () => {
  const at = await world();
  const me = at.as('docent.wiskunde');
  const forged = { ...TOLD, belofte: 'bestuurder@voorbeeld.example', verstuurd: 'M-222222', alles: 'x', uit: 'y' };
  const check = await me.tell({ kind: 'submit', verb: 'meld-verder', values: forged, nonce: 'nonce-1' });
  expect(all(check)).toContain('de vestigingsdirecteur (B.6)');
  const ref = /M-[2-9A-Z]{6}/.exec(all(await me.press(check, 'Versturen')))?.[0] ?? '';
  expect((await at.cases.load(ref))?.case.recipients[0]?.email).toBe('vestigingsdirecteur@voorbeeld.example');
});

test('the same form of two people is two reports, and sent at the same moment by one it is one', async () => {
  const at = await world();
  const send = async (name: string) => {
    const me = at.as(name);
    await me.tell({ kind: 'submit', verb: 'meld-verder', values: TOLD, nonce: 'nonce-1' });
    return Promise.all(
      [1, 2, 3].map(() => me.tell({ kind: 'submit', verb: 'meld-verstuur', values: {}, nonce: 'nonce-1' })),
    );
  };
  const [first, ...others] = await send('docent.wiskunde');
  for (const other of others) expect(other).toEqual(first);
  await send('docent.geschiedenis');
  expect((await at.cases.verifyJournal()).cases).toBe(2);
  expect(all(await sentBy(at.as('docent.wiskunde')))).toContain('Verstuurd');
});
