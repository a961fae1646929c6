import { beforeEach, describe, expect, test } from 'vitest';
import { ANSWER, QUESTION, QUESTION_SECRETS, unanswered } from '../bot/cases/questions.ts';
import { SECRETS, TYPED, type Way, wayOf, ways } from '../bot/cases/world.ts';
import { type School, startSchool } from '../fakes/slack/school.ts';
import { buttonsIn, type Someone } from '../fakes/slack/someone.ts';
import type { Message } from '../fakes/slack/state.ts';
import { click, letters, modalOf, refsIn, seen, submit, walked } from './steps.ts';

/** A doubt from question to decision through signed requests, in a school that uses only Slack. */

let school: School;

beforeEach(async () => {
  school = await startSchool();
});

/** Through the walk in the own chat to a case that is with somebody. */
async function asked(way: Way): Promise<{ asker: Someone; contact: Someone; ref: string }> {
  const asker = school.as(way.asker);
  const contact = school.as(way.contact);
  await asker.says('twijfel');
  await school.settle();
  const end = await walked(school, asker, way.choices, () => asker.last());
  await click(school, asker, end, 'Vraag het aan');
  await submit(school, asker, TYPED);
  const [ref = ''] = refsIn(asker);
  return { asker, contact, ref };
}

describe.each(ways)('$school', (way) => {
  test('a doubt, from question to decision', async () => {
    const { asker, contact, ref } = await asked(way);
    expect(ref).toMatch(/^V-/);
    // The walk's own message became the card of the case.
    expect(seen(asker)).toHaveLength(1);
    expect(seen(asker)[0]).toMatch(/nog niet plaatsen/i);

    // Who never wrote to the bot is found by e-mail.
    expect(seen(contact)).toHaveLength(1);
    expect(seen(contact)[0]).toContain(ref);
    await click(school, contact, contact.last(), 'Openen');
    const form = modalOf(contact);
    expect(letters(form.view)).toContain(TYPED.vraag);
    expect(letters(form.view)).toContain(TYPED.draft);
    const { body } = await contact.submits({ besluit: 'akkoord', toelichting: 'Top' });
    expect(body).toEqual({ response_action: 'clear' });
    await school.settle();

    expect(seen(contact)).toHaveLength(1);
    expect(seen(contact)[0]).toMatch(/akkoord/i);
    expect(seen(asker).at(-1)).toMatch(/akkoord/i);
    expect(school.slack.workspace.refused()).toEqual([]);
    expect(school.failed).toEqual([]);
    // Nothing of what was written stands in any chat, nor in the log.
    expect(JSON.stringify([...school.slack.workspace.messages.values()])).not.toMatch(SECRETS);
    expect(school.slack.logged.join('')).not.toMatch(SECRETS);
  });
});

const calvijn = wayOf('calvijn');

test('the whole of it from a command, seen by the asker alone', async () => {
  const asker = school.as(calvijn.asker);
  const channel = school.slack.workspace.channel('U0ELSE');
  await asker.command('/twijfel', '', channel);
  await school.settle();
  const [first] = asker.alone(channel);
  expect(first).toBeDefined();
  const end = await walked(school, asker, calvijn.choices, () => asker.alone(channel).at(-1) as Message);
  await click(school, asker, end, 'Vraag het aan');
  await submit(school, asker, TYPED);
  expect(school.slack.workspace.shown(channel).filter(({ only }) => only === undefined)).toEqual([]);
  // The card of the case stays, so it stands in the own chat.
  expect(seen(asker)).toHaveLength(1);
  expect(seen(asker)[0]).toMatch(/nog niet plaatsen/i);
});

test('the whole of it from a shortcut, in one modal', async () => {
  const asker = school.as(calvijn.asker);
  await asker.shortcut('twijfel');
  await school.settle();
  const end = await walked(school, asker, calvijn.choices, () => modalOf(asker));
  expect(school.slack.workspace.stack(asker.user.id)).toHaveLength(1);
  await click(school, asker, end, 'Vraag het aan');
  expect(school.slack.workspace.stack(asker.user.id)).toHaveLength(2);
  await submit(school, asker, TYPED);
  expect(asker.modal()).toBeUndefined();
  expect(seen(asker)[0]).toMatch(/nog niet plaatsen/i);
});

test('what is missing is said at its field, and nothing typed is lost', async () => {
  const asker = school.as(calvijn.asker);
  await asker.says('twijfel');
  await school.settle();
  await click(school, asker, await walked(school, asker, calvijn.choices, () => asker.last()), 'Vraag het aan');
  const { body } = await asker.submits({ ...TYPED, vraag: '' });
  expect(body).toEqual({ response_action: 'errors', errors: { 'veld-vraag': 'Vul in wat je wilt weten.' } });
  expect(asker.modal()).toBeDefined();
});

test('passing on, in a modal on top of the case', async () => {
  const { contact, ref } = await asked(calvijn);
  const other = school.as('vestigingsdirecteur');
  await click(school, contact, contact.last(), 'Openen');
  await click(school, contact, modalOf(contact), 'Doorzetten');
  await submit(school, contact, { naar: other.user.email, reden: 'Ik ben er niet' });
  expect(seen(contact)[0]).toContain('Dit ligt nu bij');
  expect(seen(other)[0]).toContain(ref);
});

test('withdrawing: everybody sees it where they are, and "mijn vragen" says so', async () => {
  const { asker, contact, ref } = await asked(calvijn);
  await click(school, asker, asker.last(), 'Intrekken');
  expect(seen(asker)).toHaveLength(1);
  expect(seen(asker)[0]).toContain('Ingetrokken');
  expect(seen(contact)).toHaveLength(1);
  expect(seen(contact)[0]).toMatch(/ingetrokken/i);
  await asker.says('mijn vragen');
  await school.settle();
  expect(seen(asker).at(-1)).toMatch(new RegExp(`Twijfel ${ref}[\\s\\S]*Ingetrokken`));
  await contact.says('openstaand');
  await school.settle();
  expect(seen(contact).at(-1)).not.toContain(ref);
});

test('a reminder, the deputy, the next levels, and nobody is ever left without', async () => {
  const line = ['teamleider.bovenbouw', 'vestigingsdirecteur', 'algemeen.directeur', 'bestuurder'];
  for (const name of line) school.as(name);
  const { contact, ref } = await asked(calvijn);
  await school.later(5);
  expect(seen(contact)).toHaveLength(2);
  expect(seen(contact).at(-1)).toContain('Herinnering');
  expect(buttonsIn(contact.messages()[0]?.blocks)).toEqual([]);
  const order: string[] = [];
  for (let hours = 0; hours < 14 * 24; hours += 12) {
    await school.later(12);
    for (const name of line) {
      if (!order.includes(name) && seen(school.as(name)).join().includes(ref)) order.push(name);
    }
  }
  expect(order).toEqual(line);
  expect(seen(school.as('bestuurder')).at(-1)).toContain('nog steeds bij jou');
  // The one it passed on from is told, on the card that is there.
  expect(seen(contact).at(-1)).toContain('Dit ligt nu bij');
  expect(school.slack.workspace.refused()).toEqual([]);
});

test('somebody whom Slack does not know is passed by for the next in line', async () => {
  const asker = school.as(calvijn.asker);
  // The teamleider has no account in this workspace.
  const deputy = school.as('teamleider.bovenbouw');
  await asker.says('twijfel');
  await school.settle();
  await click(school, asker, await walked(school, asker, calvijn.choices, () => asker.last()), 'Vraag het aan');
  await submit(school, asker, TYPED);
  expect(seen(deputy)).toHaveLength(1);
});

test('a guest, and somebody of another organisation, get answers and no case', async () => {
  const guest = school.slack.person('gast@elders.example', { is_restricted: true });
  const posing = school.slack.person('docent.wiskunde@voorbeeld.example', { is_ultra_restricted: true });
  const { ref } = await asked(wayOf('model'));
  for (const each of [guest, posing]) {
    await each.says('mijn vragen');
    await school.settle();
    expect(seen(each).at(-1)).toContain('alleen voor medewerkers');
    await each.says('wie beslist er bij twijfel?');
    await school.settle();
    expect(seen(each).length).toBeGreaterThan(1);
    expect(seen(each).join()).not.toContain(ref);
  }
});

describe.each(unanswered)('$school', (way) => {
  test('what the protocol does not say is put to the contact, and the answer comes back', async () => {
    const asker = school.as(way.asker);
    const contact = school.as(way.contact);
    await asker.says(QUESTION);
    await school.settle();
    await click(school, asker, asker.last(), 'Vraag het aan');
    expect(letters(modalOf(asker).view) + JSON.stringify(modalOf(asker).view)).toContain(QUESTION);
    await submit(school, asker, { vraag: QUESTION });
    expect(seen(asker).at(-1)).toMatch(/Wacht op antwoord/);

    await click(school, contact, contact.last(), 'Openen');
    expect(letters(modalOf(contact).view)).toContain(QUESTION);
    await submit(school, contact, { besluit: 'antwoord', toelichting: ANSWER });
    expect(seen(asker).at(-1)).toMatch(/Er is een antwoord/);
    await click(school, asker, asker.last(), 'Openen');
    expect(letters(modalOf(asker).view)).toContain(ANSWER);
    expect(seen(contact).join('')).not.toMatch(QUESTION_SECRETS);
    expect(school.slack.logged.join('')).not.toMatch(QUESTION_SECRETS);
    expect(school.failed).toEqual([]);
  });
});
