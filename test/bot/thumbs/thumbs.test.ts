import { describe, expect, test } from 'vitest';
import { checkCard } from '../../../src/cards/elements.ts';
import { buttonsIn } from '../../fakes/buttons.ts';
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
    const tekst = 'Volgens Noor, bel 06-12345678, geldt het voor klas 3 niet';
    const sent = await asker.press(form, 'Versturen', { tekst });
    expect(sent).toMatchObject([{ kind: 'replace', screen: { name: 'answer' } }]);
    expect(verbsIn(sent)).not.toContain('duim-woord');
    await asker.press(form, 'Versturen', { tekst });
    expect(feedback).toHaveLength(2);
    expect(feedback[1]).toMatchObject({ about: 'line', question: '', good: false });
    expect(feedback[1]?.line).toContain('geldt het voor klas … niet');
    expect(feedback[1]?.line).not.toMatch(/noor|\d|@/i);
  });

  test('needs words, and not too many', async () => {
    const { asker, thanked, feedback } = await rated();
    const form = await asker.press(thanked, 'Zeg wat er niet klopt');
    for (const tekst of [' ', 'x'.repeat(1001)]) {
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
