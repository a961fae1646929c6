import { describe, expect, test } from 'vitest';
import type { Values } from '../../../src/conversation/event.ts';
import { all, type Someone, world } from '../cases/world.ts';
import { reported, TOLD } from './reporting.ts';

/**
 * Who a report is about must not be able to notice it. Everything they can see is compared, letter by letter, with a world in
 * which the report does not exist; what is random anywhere (references, nonces) is numbered in the order in which it appears.
 */

/** What could be tried with a reference that somebody overheard or guessed. */
const tried: readonly (readonly [kind: 'action' | 'submit', verb: string, values: Values])[] = [
  ['action', 'open-zaak', {}],
  ['action', 'zaak', {}],
  ['action', 'ververs', { stap: 'notify' }],
  ['action', 'ontvangen', {}],
  ['action', 'in-behandeling', {}],
  ['action', 'doorzet-vraag', {}],
  ['action', 'rond-af', {}],
  ['submit', 'doorzetten', { naar: 'bestuurder@voorbeeld.example', reden: 'omdat' }],
  ['submit', 'afhandelen', { uitkomst: 'gesprek', terugkoppeling: 'Klaar.' }],
  ['submit', 'geef-antwoord', { tekst: 'Daar.' }],
];

async function everythingSeen(me: Someone, ref: string): Promise<unknown[]> {
  const seen: unknown[] = [await me.tell({ kind: 'home' })];
  for (const name of ['help', 'openstaand', 'mijn vragen', 'mijn meldingen', 'twijfel', 'meld', 'protocol'])
    seen.push(await me.command(name));
  for (const [kind, verb, values] of tried) {
    const what = { ref, ...values };
    seen.push(
      kind === 'action'
        ? await me.click(verb, what)
        : await me.tell({ kind: 'submit', verb, values: what, nonce: 'n' }),
    );
  }
  seen.push(await me.say(`hoe staat het met ${ref}?`), [...me.cards.values()]);
  return seen;
}

/** The same week: something else comes to them, which they pass on; the report comes first in one of the two worlds. */
async function week(name: string, told: Values | undefined, ref = 'M-222222'): Promise<{ seen: string; ref: string }> {
  // From a Saturday on: the crisis contact has what is urgent first, and a deputy who may be the one it is about.
  const at = await world({ now: new Date('2026-11-28T13:00:00.000Z') });
  const me = at.as(name);
  const known = told === undefined ? ref : await reported(at, 'docent.wiskunde', told);
  const other = await reported(at, 'docent.geschiedenis', { ...TOLD, wat: 'Iets anders.' });
  const seen: unknown[] = await everythingSeen(me, known);
  for (let day = 0; day < 7; day += 1) {
    await at.later(24);
    seen.push([...me.cards.values()], await me.command('openstaand'));
  }
  seen.push(await me.click('doorzet-vraag', { ref: other }), await me.click('sluit-uit', { ref: other }));
  // Their own report, from the form on: whom it goes to must not tell either.
  seen.push(await me.press(await me.command('meld'), 'Verder', { ...TOLD, wat: 'Nog iets.' }));
  seen.push(...(await everythingSeen(me, known)));
  return { seen: numbered(all(seen), known), ref: known };
}

function numbered(text: string, known: string): string {
  const names = new Map<string, string>();
  return text.replaceAll(known, 'KNOWN').replace(/M-[2-9A-Z]{6}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (each) => {
    const name = names.get(each) ?? `#${names.size + 1}`;
    names.set(each, name);
    return name;
  });
}

describe.each([
  ['the one it would have gone to', 'vestigingsdirecteur'],
  ['the leidinggevende of the reporter', 'teamleider.onderbouw'],
  ['who stands in, and is the next level', 'algemeen.directeur'],
])('%s', (_, name) => {
  const about = { ...TOLD, wat: 'Iets ergs.', over: `${name}@voorbeeld.example` };

  test.each([
    ['an ordinary report', about],
    ['an urgent one', { ...about, spoed: 'true' }],
    ['one of which the name is withheld', { ...about, anoniem: 'true' }],
    ['one about leaked data', { ...about, soort: 'vertrouwelijk' }],
  ])('sees nothing of %s about them', async (_kind, told) => {
    const with_ = await week(name, told);
    const without = await week(name, undefined, with_.ref);
    expect(with_.seen).toBe(without.seen);
  });
});

test('control: the same comparison tells when the report is not about them', async () => {
  const with_ = await week('vestigingsdirecteur', { ...TOLD, wat: 'Iets ergs.' });
  const without = await week('vestigingsdirecteur', undefined, with_.ref);
  expect(with_.seen).not.toBe(without.seen);
});

test('who is excluded later sees from then on what they would have seen without it', async () => {
  const at = await world();
  const ref = await reported(at, 'docent.wiskunde');
  await at.as('vestigingsdirecteur').tell({
    kind: 'submit',
    verb: 'doorzetten',
    values: { ref, naar: 'algemeen.directeur@voorbeeld.example', reden: 'x' },
    nonce: 'n',
  });
  await at.deliver();
  await at.as('algemeen.directeur').tell({
    kind: 'submit',
    verb: 'uitsluiten',
    values: { ref, over: 'vestigingsdirecteur@voorbeeld.example' },
    nonce: 'n',
  });
  const me = at.as('vestigingsdirecteur');
  const seen = await everythingSeen(me, ref);
  // All but the card they once had, which says no more than that it is not known.
  const nothing = await world();
  expect(numbered(all(seen.slice(0, -1)), ref)).toBe(
    numbered(all((await everythingSeen(nothing.as('vestigingsdirecteur'), ref)).slice(0, -1)), ref),
  );
  await at.deliver();
  expect(all([...me.cards.values()])).not.toContain(ref);
  expect(all([...me.cards.values()])).toContain('Dit nummer ken ik niet');
});
