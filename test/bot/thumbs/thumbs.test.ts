import { describe, expect, test } from 'vitest';
import { checkCard } from '../../../src/cards/elements.ts';
import { buttonsIn } from '../../fakes/buttons.ts';
import { QUESTION } from '../cases/questions.ts';
import { all, buttonOf, screenIn, world } from '../cases/world.ts';
import { example } from '../world.ts';

/** Thumbs and a line with them, on the real answers: what is kept says nothing of who it was. */

const named = {
  ...example,
  people: example.people.map((person) =>
    person.email.startsWith('docent.wiskunde@') ? { ...person, name: 'Noor Quispel' } : person,
  ),
};
const at = () => world({ organisation: named });
const verbsIn = (value: unknown) => buttonsIn(value).map(({ verb }) => verb);

describe('a thumb', () => {
  test('up is thanked for on the card itself; its question is not kept', async () => {
    const { as, feedback } = await at();
    const said = await as('docent.wiskunde').say('Mag ik een klassenfoto op Instagram zetten?');
    const thanked = await as('docent.wiskunde').press(said, '👍');
    expect(thanked).toMatchObject([{ kind: 'replace', screen: { name: 'answer' } }]);
    expect(all(thanked)).toContain('Bedankt.');
    expect(verbsIn(thanked)).not.toContain('duim');
    expect(() => checkCard(screenIn(thanked).card)).not.toThrow();
    expect(feedback).toMatchObject([
      {
        organisation: 'example',
        about: 'thumb',
        protocol: 'calvijn',
        kind: 'answer',
        good: true,
        question: '',
        line: '',
      },
    ]);
    expect(feedback[0]?.article).not.toBe('');
    expect(feedback[0]?.topic).not.toBe('');
  });

  test('down keeps the question, without names and numbers, and nothing of who asked', async () => {
    const { as, feedback } = await at();
    const asker = as('docent.wiskunde');
    const said = await asker.say('Mag Noor Quispel een klassenfoto van 23 leerlingen op Instagram zetten?');
    await asker.press(said, '👎');
    expect(feedback).toMatchObject([
      { good: false, question: 'Mag … een klassenfoto van … leerlingen op Instagram zetten?' },
    ]);
    expect(all(feedback)).not.toMatch(/docent|wiskunde|noor|quispel|teams|@|23/i);
    expect(Object.keys(feedback[0] ?? {}).toSorted()).toEqual(
      ['about', 'article', 'good', 'kind', 'line', 'organisation', 'protocol', 'question', 'topic'].toSorted(),
    );
  });

  test('counts once, however often it is clicked', async () => {
    const { as, feedback } = await at();
    const asker = as('docent.wiskunde');
    const said = await asker.say('Mag ik een klassenfoto op Instagram zetten?');
    await asker.press(said, '👎');
    await asker.press(said, '👎');
    await asker.press(said, '👍');
    expect(feedback).toHaveLength(1);
  });

  test('down without its question says so, and keeps that it was not right', async () => {
    const { as, feedback } = await at();
    const asker = as('docent.wiskunde');
    const said = await asker.say('Mag ik een klassenfoto van Jan, Piet en Klaas op Instagram zetten?');
    const thanked = await asker.press(said, '👎');
    expect(all(thanked)).toContain('Je vraag bewaar ik niet.');
    expect(feedback).toMatchObject([{ good: false, question: '' }]);
  });

  test.each([
    ['a report', 'Een leerling wordt uitgescholden op Instagram door klasgenoten'],
    ['a doubt', 'Ik twijfel of ik dit mag plaatsen'],
  ])('is not asked for under %s', async (_what, text) => {
    const { as, feedback } = await at();
    const asker = as('docent.wiskunde');
    const said = await asker.say(text);
    expect(verbsIn(said)).not.toContain('duim');
    // Nor does it count when it is made up.
    const key = buttonsIn(said).find(({ data }) => data.answer ?? data.antwoord)?.data;
    await asker.click('duim', { answer: key?.answer ?? key?.antwoord ?? '', op: 'fout' });
    expect(feedback).toEqual([]);
  });
});

describe('is only there', () => {
  const { owner, ...ownerless } = named;
  const rolelessly = named.people.map((person) => ({
    ...person,
    roles: person.roles.filter(({ role }) => role !== owner),
  }));

  test.each([
    ['where somebody owns the protocol', ownerless],
    ['where somebody has that role', { ...named, people: rolelessly }],
    ['where the school says for how long', { ...named, retention: {} }],
  ])('%s', async (_where, organisation) => {
    const { as, feedback } = await world({ organisation });
    const asker = as('docent.wiskunde');
    const said = await asker.say('Mag ik een klassenfoto op Instagram zetten?');
    expect(verbsIn(said)).not.toContain('duim');
    const [article] = buttonsIn(said).filter(({ verb }) => verb === 'toon-artikel');
    expect(article?.data.answer).not.toBe('');
    await asker.click('duim', { answer: article?.data.answer ?? '', op: 'fout' });
    await asker.say(QUESTION);
    expect(feedback).toEqual([]);
    expect(all(await asker.tell({ kind: 'home' }))).not.toContain('duim omlaag');
  });

  test('for people of the organisation, where nobody reads along', async () => {
    const { as, feedback } = await at();
    for (const [name, where] of [
      [undefined, { protocol: 'calvijn', channel: 'page' }],
      ['docent.wiskunde', { privacy: 'public' }],
    ] as const) {
      const said = await as(name).say('Mag ik een klassenfoto op Instagram zetten?', where);
      expect(screenIn(said).name).toBe('answer');
      expect(verbsIn(said)).not.toContain('duim');
      await as(name).say(QUESTION, where);
    }
    expect(feedback).toEqual([]);
    // The control: the same question of the same person, where nobody reads along.
    await as('docent.wiskunde').say(QUESTION, { conversation: 'eigen' });
    expect(feedback).toHaveLength(1);
  });
});

describe('what was made up', () => {
  test.each([
    [{ op: 'goed' }],
    [{ op: 'goed', answer: 'onbekend' }],
    [{ op: 'fout', answer: '__proto__' }],
    [{ op: '<b>', answer: undefined }],
  ])('%j counts for nothing', async (data) => {
    const { as, feedback, failed } = await at();
    const asker = as('docent.wiskunde');
    const key = buttonOf(await asker.say('Mag ik een klassenfoto op Instagram zetten?'), '👍').data.answer ?? '';
    const forged = 'answer' in data && data.answer === undefined ? { ...data, answer: key } : data;
    for (const verb of ['duim', 'duim-woord']) expect(screenIn(await asker.click(verb, forged)).name).toBe('text');
    await asker.tell({
      kind: 'submit',
      verb: 'duim-stuur',
      values: { ...forged, tekst: 'dit klopt niet' },
      nonce: 'n',
    });
    // Of somebody else's conversation.
    await as('docent.geschiedenis').click('duim', { answer: key, op: 'goed' });
    expect(feedback).toEqual([]);
    expect(failed).toEqual([]);
  });
});

describe('over a store that fails', () => {
  test('nobody is thanked for a thumb, and it counts when it is clicked again', async () => {
    const { as, feedback, failed, breakStore, heal } = await at();
    const asker = as('docent.wiskunde');
    const said = await asker.say('Mag ik een klassenfoto op Instagram zetten?');
    breakStore('feedback');
    const shown = all(await asker.press(said, '👎'));
    expect(shown).toContain('nog niet opgeslagen');
    expect(shown).not.toContain('Bedankt');
    expect(failed).toMatchObject([{ during: 'feedback' }]);
    heal();
    expect(all(await asker.press(said, '👎'))).toContain('Bedankt');
    expect(feedback).toHaveLength(1);
  });

  test('a line keeps its form, and is taken when it is sent again', async () => {
    const { as, feedback, breakStore, heal } = await at();
    const asker = as('docent.wiskunde');
    const said = await asker.say('Mag ik een klassenfoto op Instagram zetten?');
    const form = await asker.press(await asker.press(said, '👎'), 'Zeg wat er niet klopt');
    breakStore('feedback');
    const refused = await asker.press(form, 'Versturen', { tekst: 'geldt hier niet' });
    expect(refused).toMatchObject([{ kind: 'field-errors', errors: [{ field: '' }] }]);
    heal();
    expect(all(await asker.press(form, 'Versturen', { tekst: 'geldt hier niet' }))).toContain('Bedankt');
    expect(feedback.map(({ about }) => about)).toEqual(['thumb', 'line']);
  });
});

describe('a line with it', () => {
  const rated = async () => {
    const given = await at();
    const asker = given.as('docent.wiskunde');
    const said = await asker.say('Mag ik een klassenfoto op Instagram zetten?');
    return { ...given, asker, thanked: await asker.press(said, '👎') };
  };

  test('is kept without names and numbers, once', async () => {
    const { asker, thanked, feedback } = await rated();
    const form = await asker.press(thanked, 'Zeg wat er niet klopt');
    expect(form).toMatchObject([{ kind: 'dialog' }]);
    expect(() => checkCard(screenIn(form).card)).not.toThrow();
    const tekst = 'Volgens Noor geldt het voor klas 3 niet, sinds vorig jaar';
    const sent = await asker.press(form, 'Versturen', { tekst });
    expect(sent).toMatchObject([{ kind: 'replace', screen: { name: 'answer' } }]);
    expect(verbsIn(sent)).not.toContain('duim-woord');
    await asker.press(form, 'Versturen', { tekst });
    // Nor after a click on a thumb of an older card.
    await asker.click('duim', buttonOf(thanked, 'Zeg wat').data);
    await asker.press(form, 'Versturen', { tekst });
    expect(feedback).toHaveLength(2);
    expect(feedback[1]).toMatchObject({ about: 'line', question: '', good: false });
    expect(feedback[1]?.line).toBe('Volgens … geldt het voor klas … niet, sinds vorig jaar');
  });

  test('needs words, not too many, and nothing that tells of somebody', async () => {
    const { asker, thanked, feedback } = await rated();
    const form = await asker.press(thanked, 'Zeg wat er niet klopt');
    const told = ['Er is iemand met een mes gezien', 'Een docent stuurt hartjes aan een leerling'];
    for (const tekst of [' ', 'x'.repeat(1001), 'Piet Jansen, 06-12345678', ...told]) {
      expect(await asker.press(form, 'Versturen', { tekst })).toMatchObject([
        { kind: 'field-errors', errors: [{ field: 'tekst' }] },
      ]);
    }
    expect(feedback).toHaveLength(1);
  });

  test('is for people of the organisation, where nobody reads along', async () => {
    const { as, asker, thanked, feedback } = await rated();
    const { data } = buttonOf(thanked, 'Zeg wat');
    const submit = { kind: 'submit', verb: 'duim-stuur', values: { ...data, tekst: 'x' }, nonce: 'n' } as const;
    await as(undefined).tell(submit);
    await as('docent.geschiedenis').tell(submit);
    await asker.tell(submit, { privacy: 'public' });
    expect(screenIn(await as(undefined).click('duim-woord', data)).name).toBe('text');
    expect(feedback).toHaveLength(1);
  });
});
