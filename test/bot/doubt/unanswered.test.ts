import { describe, expect, test } from 'vitest';
import { buttonsIn } from '../../fakes/buttons.ts';
import { ANSWER, QUESTION, QUESTION_SECRETS, unanswered } from '../cases/questions.ts';
import { all, asked, buttonOf, screenIn, wayOf, world } from '../cases/world.ts';

describe.each(unanswered)('what the protocol does not say, at $school', ({ asker: who, contact: whom, title }) => {
  test('goes to the contact, and the answer comes back', async () => {
    const at = await world();
    const asker = at.as(who);
    const contact = at.as(whom);
    const said = await asker.say(QUESTION);
    expect(all(said)).toContain('Dat staat niet in het protocol');
    expect(buttonOf(said, 'Vraag het aan').title).toBe(title);

    const form = await asker.press(said, 'Vraag het aan');
    expect(all(form)).toContain(QUESTION);
    expect(all(form)).not.toMatch(/[Pp]laats/);
    const sent = await asker.press(form, 'Versturen', { vraag: QUESTION });
    expect(screenIn(sent).summary).toContain('Wacht op antwoord');
    await at.deliver();
    expect(contact.last().summary).toContain('Een collega heeft een vraag waar het protocol niets over zegt');

    const dialog = await contact.press(contact.last(), 'Openen');
    expect(all(dialog)).toContain(QUESTION);
    await contact.press(dialog, 'Antwoord versturen', { besluit: 'antwoord', toelichting: ANSWER });
    await at.deliver();
    expect(contact.last().summary).toContain('Deze vraag is beantwoord');
    expect(asker.last().summary).toContain('Er is een antwoord');
    expect(all(await asker.press(asker.last(), 'Openen'))).toContain(ANSWER);
    // Nothing of what was written is in anything that somebody is notified of.
    expect(all(at.brought)).not.toMatch(QUESTION_SECRETS);
    expect(all(at.brought)).not.toMatch(/[Pp]laats|twijfel/i);
    expect(at.failed).toEqual([]);
  });
});

const [first] = unanswered;
if (first === undefined) throw new Error('there are schools');

const open = async () => {
  const at = await world();
  const asker = at.as(first.asker);
  const sent = await asker.press(await asker.press(await asker.say(QUESTION), 'Vraag het aan'), 'Versturen', {
    vraag: QUESTION,
  });
  await at.deliver();
  const contact = at.as(first.contact);
  const ref = buttonOf(sent, 'Openen').data.ref ?? '';
  return { at, asker, contact, ref, dialog: await contact.press(contact.last(), 'Openen') };
};

test('an answer needs its words, and a verdict on a post is none', async () => {
  const { at, contact, ref, dialog } = await open();
  for (const values of [{ besluit: 'antwoord', toelichting: ' ' }, { besluit: 'akkoord' }]) {
    expect(await contact.press(dialog, 'Antwoord versturen', values)).toMatchObject([{ kind: 'field-errors' }]);
  }
  expect((await at.cases.load(ref))?.case.state).toBe('open');
});

test('a doubt takes no answer: it needs a decision', async () => {
  const at = await world();
  const way = wayOf('calvijn');
  const ref = await asked(at, way);
  const contact = at.as(way.contact);
  const dialog = await contact.press(contact.last(), 'Openen');
  const values = { besluit: 'antwoord', toelichting: 'Ja hoor' };
  expect(await contact.press(dialog, 'Besluit versturen', values)).toMatchObject([{ kind: 'field-errors' }]);
  expect((await at.cases.load(ref))?.case.state).toBe('open');
});

test('bel me even leaves the question open; it is in the lists, and can be taken back', async () => {
  const { at, asker, contact, ref, dialog } = await open();
  await contact.press(dialog, 'Antwoord versturen', { besluit: 'bel-me' });
  await at.deliver();
  expect(asker.last().summary).toContain('vraagt of je even belt');
  expect(asker.last().summary).toContain('Je vraag blijft open');
  expect(all(await asker.command('mijn vragen'))).toContain('Wacht op antwoord');
  expect(all(await contact.command('openstaand'))).toContain(`Vraag ${ref}`);
  await asker.press(asker.last(), 'Intrekken');
  expect((await at.cases.load(ref))?.case.state).toBe('withdrawn');
});

test('without an answer it is reminded of, and goes on to who stands in', async () => {
  const { at, contact } = await open();
  await at.later(24);
  expect(all([...contact.cards.values()])).toMatch(/Herinnering|Dit ligt nu bij/);
  await at.later(24);
  expect(contact.last().summary).toContain('Dit ligt nu bij');
  expect(contact.last().summary).toContain('antwoorden');
});

describe('is not for everybody', () => {
  const offered = (said: unknown) => buttonsIn(said).filter(({ verb }) => verb === 'vraag-aan');

  test('nor everywhere: strangers, and where others read along', async () => {
    const at = await world();
    expect(offered(await at.as(first.asker).say(QUESTION))).toHaveLength(1);
    expect(offered(await at.as(undefined).say(QUESTION))).toEqual([]);
    expect(offered(await at.as(first.asker).say(QUESTION, { privacy: 'public' }))).toEqual([]);
    const click = await at.as(undefined).click('vraag-aan', { stand: 'vraag' });
    expect(screenIn(click).name).toBe('text');
  });

  test('a key of somebody else leads to an empty form', async () => {
    const at = await world();
    const { data } = buttonOf(await at.as(first.asker).say(QUESTION), 'Vraag het aan');
    expect(all(await at.as('docent.geschiedenis').click('vraag-aan', data))).not.toMatch(QUESTION_SECRETS);
  });
});
