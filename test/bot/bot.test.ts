import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { checkCard } from '../../src/cards/elements.ts';
import { contactsFor } from '../../src/protocol/protocol.ts';
import { buttonsIn as buttons } from '../fakes/buttons.ts';
import { articleOf, protocolOf } from '../protocol/library.ts';
import { createWorld, everything, example, found, offtopic, only, withSchools } from './world.ts';

const onPage = { channel: 'page', protocol: 'gsv' } as const;
const inChannel = { privacy: 'public', conversation: 'teams:channel' } as const;

const answer: Answer = {
  kind: 'answer',
  ...found,
  articles: [articleOf('calvijn', 'D.1'), articleOf('calvijn', 'D.2')],
  about: undefined,
  mayI: true,
};
const escalate: Answer = {
  kind: 'escalate',
  ...found,
  case: 'ontsporing',
  articles: [articleOf('calvijn', 'C.2')],
  contacts: contactsFor(protocolOf('calvijn'), { case: 'ontsporing' }),
};
const report: Answer = { ...escalate, kind: 'report', case: 'misstand', urgent: false };
const askBack: Answer = { kind: 'ask-back', ...found, ask: 'situation' };

describe('home', () => {
  test('greets, and asks which school when there are more', async () => {
    const replies = await createWorld().tell({ kind: 'home' });
    expect(replies.map((reply) => 'screen' in reply && reply.screen.name)).toEqual(['welcome', 'choose']);
    expect(buttons(replies).filter(({ verb }) => verb === 'kies-school')).toHaveLength(5);
  });

  test('greets for the only school', async () => {
    const { screen } = only(await createWorld({ organisation: withSchools('aeres') }).tell({ kind: 'home' }));
    expect(screen.name).toBe('welcome');
    expect(JSON.stringify(screen.card)).toContain('Aeres MBO');
  });

  test('on the page greets for the chosen one', async () => {
    const { screen } = only(await createWorld().tell({ kind: 'home' }, onPage));
    expect(JSON.stringify(screen.card)).toContain('Voor Groningse Schoolvereniging');
  });

  test('its examples can be asked by clicking', async () => {
    const world = createWorld();
    const example = buttons(await world.tell({ kind: 'home' }, onPage)).find(({ verb }) => verb === 'vraag');
    await world.click('vraag', example?.data ?? {}, onPage);
    expect(world.asked[0]?.question).toBe(example?.data.vraag);
  });
});

describe('which school', () => {
  test('is asked once; the question waits and is answered', async () => {
    const world = createWorld();
    const asked = await world.say('Mag ik dit plaatsen?');
    expect(world.asked).toEqual([]);
    expect(only(asked).kind).toBe('show');
    const school = buttons(asked).find(({ title }) => title === 'Aeres MBO');
    const answered = only(await world.click(school?.verb ?? '', school?.data));
    expect(answered.kind).toBe('replace');
    expect(answered.screen.summary).toBe('antwoord op aeres.');
    expect(world.asked.map(({ protocol, question }) => [protocol, question])).toEqual([
      ['aeres', 'Mag ik dit plaatsen?'],
    ]);
    await world.say('Iets anders?');
    expect(world.asked.at(-1)).toMatchObject({ protocol: 'aeres', question: 'Iets anders?' });
  });

  test('without a question, choosing greets', async () => {
    expect(only(await createWorld().click('kies-school', { school: 'gsv' })).screen.name).toBe('welcome');
  });

  test('a school that does not exist is asked again, and the question still waits', async () => {
    const world = createWorld();
    await world.say('Mag dit?');
    for (const school of ['', 'nergens', '__proto__', 'toString']) {
      expect(only(await world.click('kies-school', { school })).screen.name).toBe('choose');
    }
    await world.click('kies-school', { school: 'gsv' });
    expect(world.asked).toMatchObject([{ protocol: 'gsv', question: 'Mag dit?' }]);
  });

  test('is chosen for each conversation by itself', async () => {
    const world = createWorld();
    await world.click('kies-school', { school: 'gsv' });
    expect(only(await world.say('En hier?', { conversation: 'teams:2' })).screen.name).toBe('choose');
  });

  test('the school’s own words are filled in', async () => {
    const world = createWorld();
    await world.click('kies-school', { school: 'model' });
    expect(everything(await world.tell({ kind: 'command', name: 'artikel', argument: 'S.7' }))).toContain(
      'Dan kan De Modelschool daarvan melding maken',
    );
  });

  test('many schools become a list of rows', async () => {
    const locations = Array.from({ length: 20 }, (_, i) => ({
      id: `s${i}`,
      name: `School ${i}`,
      protocol: 'gsv',
      blanks: {},
    }));
    const replies = await createWorld({ organisation: { ...example, locations } }).say('Mag dit?');
    expect(only(replies).screen.name).toBe('list');
    expect(buttons(replies)).toHaveLength(20);
    expect(() => checkCard(only(replies).screen.card)).not.toThrow();
  });

  test('who belongs to no organisation is told so', async () => {
    const world = createWorld({ organisation: undefined });
    for (const replies of [await world.say('Mag dit?'), await world.click('kies-school', { school: 'gsv' })]) {
      expect(only(replies).screen.summary).toContain('Ik ken jouw school nog niet');
    }
    expect(world.asked).toEqual([]);
  });

  test('can be chosen again; on the page that is done beside the conversation', async () => {
    const world = createWorld();
    await world.click('kies-school', { school: 'gsv' });
    const school = { kind: 'command', name: 'school', argument: '' } as const;
    expect(only(await world.tell(school)).screen.name).toBe('choose');
    expect(buttons(await world.tell(school, onPage))).toEqual([]);
  });
});

describe('an answer', () => {
  const world = () => createWorld({ organisation: withSchools('calvijn'), answer: () => answer });

  test('gives the verdict first, cites the place, and leads to the whole article and back', async () => {
    const bot = world();
    const replies = await bot.say('Mag ik over school schrijven?');
    const { screen } = only(replies);
    expect(() => checkCard(screen.card)).not.toThrow();
    expect(screen.summary).toMatch(/^Mag, mits … Je mag privé over school publiceren.* Artikel D\.1\./);
    const open = buttons(replies).find(({ data }) => data.article === 'D.1');
    expect(open?.verb).toBe('toon-artikel');
    const article = await bot.click('toon-artikel', open?.data);
    expect(only(article)).toMatchObject({ kind: 'replace', screen: { name: 'article' } });
    expect(everything(article)).toContain('Er zijn twee voorwaarden');
    const back = buttons(article).find(({ verb }) => verb === 'terug');
    expect(only(await bot.click('terug', back?.data))).toMatchObject({ kind: 'replace', screen: { name: 'answer' } });
    expect(bot.asked.map(({ question }) => question)).toEqual([
      'Mag ik over school schrijven?',
      'Mag ik over school schrijven?',
    ]);
  });

  test('to what a word means is the meaning; without an article it says where it stands', async () => {
    const definition = { term: 'directie', meaning: 'iedereen die directielid is' };
    const kinds: Answer[] = [
      { ...answer, definition: { ...definition, article: 'G.2' } },
      { kind: 'unknown', ...found, about: undefined, turnTo: [], near: [], definition },
    ];
    for (const given of kinds) {
      const bot = createWorld({ organisation: withSchools('calvijn'), answer: () => given });
      const shown = everything(await bot.say('wat is de directie'));
      expect(shown).toContain('Directie: iedereen die directielid is.');
      expect(shown).not.toContain('Dat staat niet in het protocol');
    }
  });

  test.each([
    ['age', 'noemt geen leeftijd'],
    ['time', 'zegt niet hoe lang'],
    ['count', 'noemt geen aantal'],
    ['form', 'noemt geen formulier'],
    ['meeting', 'noemt geen training'],
    ['name', 'noemt geen namen'],
    ['place', 'zegt niet waar'],
  ] as const)(
    'of a subject without what was asked about it (%s) says so, with the article that comes near',
    async (lacks, said) => {
      const near = answer.articles.slice(0, 1);
      const given: Answer = { kind: 'unknown', ...found, about: undefined, turnTo: [], near, lacks };
      const bot = createWorld({ organisation: withSchools('calvijn'), answer: () => given });
      const shown = everything(await bot.say('Hoeveel dan?'));
      expect(shown).toContain(said);
      expect(shown).toContain(`Het dichtst in de buurt komt: ${near[0]?.title} (${near[0]?.place}).`);
    },
  );

  test('the question stays out of the card', async () => {
    expect(everything(await world().say('Mag Pietje de Vries dit?'))).not.toContain('Pietje');
  });

  test('goes back to each of the last questions, and has forgotten older ones and those of yesterday', async () => {
    const bot = world();
    const keys: string[] = [];
    for (let i = 0; i < 9; i++) {
      const article = buttons(await bot.say(`Vraag ${i}?`)).find(({ verb }) => verb === 'toon-artikel');
      keys.push(article?.data.answer ?? '');
    }
    expect(new Set(keys).size).toBe(9);
    expect(only(await bot.click('terug', { answer: keys[1] ?? '' })).screen.name).toBe('answer');
    expect(bot.asked.at(-1)?.question).toBe('Vraag 1?');
    // The oldest of nine is no longer kept.
    expect(only(await bot.click('terug', { answer: keys[0] ?? '' })).screen.summary).toContain('Ik weet niet meer');
    bot.pass(9);
    expect(only(await bot.click('terug', { answer: keys[8] ?? '' })).screen.summary).toContain('Ik weet niet meer');
  });

  test('thumbs about nothing count for nothing', async () => {
    const bot = world();
    for (const data of [{}, { op: 'goed', answer: 'onbekend' }, { op: '<b>', answer: '__proto__' }]) {
      expect(only(await bot.click('duim', data)).screen.name).toBe('text');
    }
    expect(bot.feedback).toEqual([]);
    expect(bot.failed).toEqual([]);
  });
});

describe('asking back', () => {
  const world = () => createWorld({ organisation: withSchools('calvijn'), answer: () => askBack });

  test('leads back to the question, and keeps what was chosen for that question only', async () => {
    const bot = world();
    const choices = buttons(await bot.say('Twijfel'));
    expect(choices.map(({ title, verb, data }) => [title, verb, data.situation])).toEqual([
      ['Voor mijn werk', 'kies', 'werk'],
      ['Privé', 'kies', 'prive'],
    ]);
    await bot.say('Iets anders');
    expect(only(await bot.click('kies', choices[1]?.data)).kind).toBe('replace');
    const context = { situation: 'prive', audience: undefined };
    expect(bot.asked.at(-1)).toMatchObject({ question: 'Twijfel', context });
    await bot.click('kies', { answer: choices[1]?.data.answer ?? '', audience: 'leerling' });
    expect(bot.asked.at(-1)).toMatchObject({ context: { situation: 'prive', audience: 'leerling' } });
    await bot.say('Nog iets heel anders');
    expect(bot.asked.at(-1)?.context).toEqual({ situation: undefined, audience: undefined });
  });

  test('what is no choice changes nothing', async () => {
    const bot = world();
    const [choice] = buttons(await bot.say('Twijfel'));
    await bot.click('kies', { ...choice?.data, situation: 'vakantie', audience: 'directeur', protocol: 'gsv' });
    const context = { situation: undefined, audience: undefined };
    expect(bot.asked.at(-1)).toMatchObject({ protocol: 'calvijn', context });
  });

  test.each([{}, { situation: 'werk' }, { situation: 'werk', answer: 'onbekend' }])(
    'a choice about nothing (%j) says that the question is forgotten',
    async (data) => {
      const bot = world();
      await bot.say('Twijfel');
      expect(only(await bot.click('kies', data)).screen.summary).toContain('Ik weet niet meer');
      expect(bot.asked).toHaveLength(1);
    },
  );
});

describe('where others read along', () => {
  const story = 'Jan de Boer uit 3B wordt uitgescholden';

  test.each([
    ['a doubt', escalate],
    ['a report', report],
  ])('%s gets one neutral line with nothing quoted and no names', async (_, given) => {
    const bot = createWorld({ organisation: withSchools('calvijn'), answer: () => given });
    for (const replies of [await bot.say(story, inChannel), await bot.click('vraag', { vraag: story }, inChannel)]) {
      expect(only(replies).screen.name).toBe('text');
      expect(only(replies).screen.summary).toMatch(/niet hier.* privébericht/);
      expect(everything(replies)).not.toMatch(/Jan|Boer|3B|uitgescholden|leidinggevende|C\.2/);
      expect(buttons(replies)).toEqual([]);
    }
    // Nothing is kept of it in the conversation of all.
    expect(only(await bot.click('kies', { situation: 'werk' }, inChannel)).screen.summary).toContain(
      'Ik weet niet meer',
    );
  });

  test('the same in private is answered', async () => {
    const bot = createWorld({ organisation: withSchools('calvijn'), answer: () => report });
    expect(only(await bot.say(story)).screen.name).toBe('answer');
  });

  test('a question about the protocol is answered, without thumbs', async () => {
    const bot = createWorld({ organisation: withSchools('calvijn'), answer: () => answer });
    const replies = await bot.say('Mag ik over school schrijven?', inChannel);
    expect(only(replies).screen.name).toBe('answer');
    expect(buttons(replies).map(({ verb }) => verb)).not.toContain('duim');
  });

  test('what waits for a school is a story still', async () => {
    const bot = createWorld({ answer: () => report });
    expect(everything(await bot.say(story, inChannel))).not.toContain('Jan');
    expect(everything(await bot.click('kies-school', { school: 'calvijn' }, inChannel))).toContain('privébericht');
  });

  test('a search does not repeat what was sought', async () => {
    const bot = createWorld({ organisation: withSchools('calvijn') });
    const search = { kind: 'command', name: 'zoek', argument: story } as const;
    expect(everything(await bot.tell(search, inChannel))).not.toContain('Jan');
    expect(everything(await bot.tell(search))).toContain('Jan');
  });
});

describe('what goes wrong inside', () => {
  test('becomes a friendly screen, and the operator hears of it without the text', async () => {
    const bot = createWorld({
      organisation: withSchools('gsv'),
      answer: () => {
        throw new Error('boom');
      },
    });
    const { screen } = only(await bot.say('Mag Pietje dit?'));
    expect(screen.summary).toContain('Er ging bij mij iets mis');
    expect(bot.failed.map(({ during }) => during)).toEqual(['text']);
    expect(JSON.stringify(bot.failed)).not.toContain('Pietje');
    expect((await bot.click('vraag', { vraag: 'Mag Pietje dit?' })).length).toBe(1);
    expect(bot.failed.map(({ during }) => during)).toEqual(['text', 'action']);
  });

  test('and the next question is answered', async () => {
    let broken = true;
    const bot = createWorld({
      organisation: withSchools('gsv'),
      answer: () => {
        if (broken) throw new Error('boom');
        return offtopic('Gelukt');
      },
    });
    await bot.say('Een');
    broken = false;
    expect(only(await bot.say('Twee')).screen.summary).toBe('Gelukt.');
  });
});
