import { expect, test } from 'vitest';
import type { Reply } from '../../../src/conversation/reply.ts';
import { buttonsIn } from '../../fakes/buttons.ts';
import { all, buttonOf, mail, world } from '../cases/world.ts';
import { checkOf, SECRETS, TOLD } from './reporting.ts';

/** Somebody of the school who comes too close to a pupil, told in the words that staff use. */

const { soort: _kind, wie: _who, minderjarig: _minor, door: _by, ...rest } = TOLD;
const told = { ...rest, wat: 'De gymleraar appt een leerlinge steeds over haar lichaam, noemt haar zijn giraffe.' };
const passed = ['teamleider.onderbouw', 'vestigingsdirecteur', 'algemeen.directeur'];
const titles = (replies: readonly Reply[]) => buttonsIn(replies).map(({ title }) => title);

test('it is asked before anything is sent, and with "ja" it goes past every leidinggevende', async () => {
  const at = await world();
  const me = at.as('docent.wiskunde');
  const question = await checkOf(me, told);
  expect(titles(question)).toEqual(['Ja, of misschien', 'Nee', 'Terug']);
  expect(all(question)).not.toMatch(SECRETS);
  const check = await me.press(question, 'Ja, of misschien');
  expect(all(check)).toContain('Dit gaat naar Bestuurder');
  expect(all(check)).toContain('0900-1113111');
  const sent = await me.press(check, 'Versturen', { over: 'geen' });
  // Nobody comes after the bestuur, so nothing of the kind is promised.
  expect(all(sent)).toContain('verder is er niemand');
  expect(all(sent)).not.toContain('anders vraag ik het verder');
  const { ref = '' } = buttonOf(sent, 'Openen').data;
  for (let day = 0; day < 10; day += 1) await at.later(24);
  expect((await at.cases.load(ref))?.case.recipients.map(({ email }) => email)).toEqual([mail('bestuurder')]);
  for (const name of passed) expect([name, at.as(name).cards.size]).toEqual([name, 0]);
});

test('with "nee" it goes where the protocol says', async () => {
  const at = await world();
  const me = at.as('docent.wiskunde');
  const check = await me.press(await checkOf(me, told), 'Nee');
  expect(all(check)).toContain('Dit gaat naar de vestigingsdirecteur (B.6)');
  await me.press(check, 'Versturen', { over: 'geen' });
  await at.deliver();
  expect(at.as('vestigingsdirecteur').cards.size).toBe(1);
});

test('whoever goes back finds what was typed, and is asked again', async () => {
  const at = await world();
  const me = at.as('docent.wiskunde');
  const form = await me.press(await checkOf(me, told), 'Terug');
  expect(all(form)).toContain('giraffe');
  expect(titles(await me.press(form, 'Verder', told))).toContain('Ja, of misschien');
});

test('an answer to a form of somebody else, or of long ago, shows nothing', async () => {
  const at = await world();
  const question = await checkOf(at.as('docent.wiskunde'), told);
  const stolen = await at.as('vestigingsdirecteur').press(question, 'Ja, of misschien');
  expect(all(stolen)).toContain('Dit formulier is verlopen');
  expect(all(stolen)).not.toMatch(SECRETS);
});

test('told in the chat, the law comes first in the answer', async () => {
  const me = (await world()).as('docent.wiskunde');
  const answer = all(await me.say('mijn collega appt met een meisje uit 3V, hij noemt haar lieverd, waar meld ik dit'));
  expect(answer).toContain('Meld het meteen zelf bij het bestuur');
  expect(answer).toContain('0900-1113111');
  expect(all(await me.say('een leerling wordt gepest in de klassenapp, waar meld ik dit'))).not.toContain(
    'bij het bestuur',
  );
});
