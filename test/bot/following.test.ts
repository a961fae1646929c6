import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { leansBack } from '../../src/bot/following.ts';
import { buttonsIn as buttons } from '../fakes/buttons.ts';
import { learnedAnswers } from '../fakes/learned.ts';
import { articleOf, library } from '../protocol/library.ts';
import { createWorld, everything, found, only, withSchools } from './world.ts';

describe('leaning on the question before', () => {
  test.each([
    ['En op LinkedIn?', 'wholly'],
    ['en als het een collega is?', 'wholly'],
    ['maar als hij het goed vindt?', 'wholly'],
    ['Geldt dat ook in de vakantie?', 'wholly'],
    ['mag dat in mijn vrije tijd wel', 'wholly'],
    ['wat als het een oud-leerling is', 'wholly'],
    ['and on facebook?', 'wholly'],
    ['En wie geeft die toestemming?', 'perhaps'],
    ['en wachtwoorden delen?', 'perhaps'],
    ['Mag ik een foto plaatsen?', 'no'],
    ['Facebook', 'no'],
    ['En toen we terugkwamen van kamp stond er opeens een filmpje van mij op het internet', 'no'],
    ['', 'no'],
  ] as const)('“%s” %s', (question, leans) => expect(leansBack(question)).toBe(leans));
});

/** An answer that rests on this much. */
const answer = (weight: number): Answer => ({
  kind: 'answer',
  ...found,
  articles: [articleOf('calvijn', 'D.1')],
  because: [{ article: 'D.1', reason: 'gevonden omdat', weight }],
  about: undefined,
  mayI: true,
});

const calvijn = { organisation: withSchools('calvijn') };

describe('a follow-up', () => {
  test('that has no subject is read with the question before, and says so', async () => {
    const bot = createWorld({ ...calvijn, answer: () => answer(0.9) });
    await bot.say('Mag ik vrienden worden met een leerling?');
    const replies = await bot.say('En op LinkedIn?');
    expect(bot.asked.at(-1)?.question).toBe('En op LinkedIn? Mag ik vrienden worden met een leerling?');
    expect(everything(replies)).toContain('Ik las dit samen met je vorige vraag');
    expect(everything(replies)).not.toContain('vrienden worden');
    await bot.say('en als het een collega is?');
    expect(bot.asked.at(-1)?.question).toBe(
      'en als het een collega is? En op LinkedIn? Mag ik vrienden worden met een leerling?',
    );
  });

  test.each([
    [0.9, 'En wie geeft die toestemming?'],
    [0.1, 'En wie geeft die toestemming? Mag een leerling filmen?'],
  ])('with words of its own stands alone unless that says next to nothing (%d)', async (weight, asked) => {
    const bot = createWorld({ ...calvijn, answer: () => answer(weight) });
    await bot.say('Mag een leerling filmen?');
    await bot.say('En wie geeft die toestemming?');
    expect(bot.asked.at(-1)?.question).toBe(asked);
  });

  test.each([
    ['nothing came before', undefined, {}],
    ['where others talk too', 'Mag een leerling filmen?', { privacy: 'public', conversation: 'teams:channel' }],
  ] as const)('stands alone when %s', async (_, before, where) => {
    const bot = createWorld({ ...calvijn, answer: () => answer(0.1) });
    if (before !== undefined) await bot.say(before, where);
    const replies = await bot.say('En op LinkedIn?', where);
    expect(bot.asked.at(-1)?.question).toBe('En op LinkedIn?');
    expect(everything(replies)).not.toContain('vorige vraag');
  });

  test('after a new question leans on that one', async () => {
    const bot = createWorld({ ...calvijn, answer: () => answer(0.9) });
    await bot.say('Mag een leerling filmen?');
    await bot.say('Hoe kies ik een wachtwoord?');
    await bot.say('En thuis?');
    expect(bot.asked.at(-1)?.question).toBe('En thuis? Hoe kies ik een wachtwoord?');
  });

  test('keeps what was chosen for the question it leans on; a new subject does not', async () => {
    const bot = createWorld({ ...calvijn, answer: () => ({ kind: 'ask-back', ...found, ask: 'situation' }) });
    const choices = buttons(await bot.say('Mag ik dit plaatsen?'));
    await bot.click('kies', choices.find(({ data }) => data.situation === 'prive')?.data);
    await bot.say('En op LinkedIn?');
    expect(bot.asked.at(-1)).toMatchObject({ context: { situation: 'prive' } });
    await bot.say('Hoe kies ik een wachtwoord?');
    expect(bot.asked.at(-1)?.context).toEqual({ audience: undefined, situation: undefined });
  });
});

test('what was chosen stands on the card, and can be changed there', async () => {
  const bot = createWorld({ ...calvijn, answers: learnedAnswers(library) });
  const first = await bot.say('Ik weet niet zeker of ik dit bericht wel kan plaatsen');
  const prive = buttons(first).find(({ data }) => data.situation === 'prive');
  const chosen = await bot.click('kies', prive?.data);
  expect(everything(chosen)).toContain('Je koos: privé.');
  const other = buttons(chosen).filter(({ verb }) => verb === 'kies');
  expect(other.map(({ title }) => title)).toEqual(['Voor mijn werk']);
  expect(everything(await bot.click('kies', other[0]?.data))).toContain('Je koos: voor je werk.');
});

test('with the real answers a follow-up finds what it leans on', async () => {
  const bot = createWorld({ organisation: withSchools('model'), answers: learnedAnswers(library) });
  await bot.say('Mag ik vrienden worden met een leerling op Instagram?');
  const { screen } = only(await bot.say('en met ouders?'));
  expect(screen.summary).toContain('A.6');
});
