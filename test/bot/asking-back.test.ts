import { describe, expect, test } from 'vitest';
import { buttonsIn as buttons } from '../fakes/buttons.ts';
import { learnedAnswers } from '../fakes/learned.ts';
import { library } from '../protocol/library.ts';
import { createWorld, everything, only, withSchools } from './world.ts';

const at = (school: string) => createWorld({ organisation: withSchools(school), answers: learnedAnswers(library) });
const said = async (replies: ReturnType<ReturnType<typeof at>['say']>) => only(await replies).screen.summary;

describe('whom it is about', () => {
  test('is asked with a button for each, which leads to the answer in place', async () => {
    const bot = at('calvijn');
    const asked = await bot.say('Wat hangt de onverlaat boven het hoofd?');
    expect(only(asked).screen.summary).toBe(
      'Voor een medewerker geldt iets anders dan voor een leerling of een ouder. Over wie gaat je vraag? Een medewerker, Een leerling, Een ouder.',
    );
    const pupil = buttons(asked).find(({ title }) => title === 'Een leerling');
    const answered = await bot.click('kies', pupil?.data);
    expect(only(answered).kind).toBe('replace');
    expect(only(answered).screen.summary).toContain('E.4');
    expect(everything(answered)).toContain('Je koos: een leerling.');
  });

  test('may be typed too', async () => {
    const bot = at('model');
    await bot.say('sancties?');
    const answered = await bot.say('over een ouder');
    expect(only(answered).screen.summary).toContain('Sancties en gevolgen, punt 6');
    expect(everything(answered)).toContain('Ik las dit als je vorige vraag, maar dan over een ouder.');
  });

  test('where others read along only a button answers', async () => {
    const bot = at('model');
    const inChannel = { privacy: 'public', conversation: 'teams:channel' } as const;
    await bot.say('sancties?', inChannel);
    expect(everything(await bot.say('een ouder', inChannel))).not.toContain('vorige vraag');
  });
});

describe('a follow-up about somebody else', () => {
  test('is the question before about them, and each card leads back to its own', async () => {
    const bot = at('calvijn');
    const staff = await bot.say('Mag ik onder werktijd op Facebook?');
    const pupil = await bot.say('en een leerling?');
    expect([only(staff).screen.summary, only(pupil).screen.summary]).toEqual([
      expect.stringContaining('B.1'),
      expect.stringContaining('A.1'),
    ]);
    const keys = [staff, pupil].map((each) => buttons(each).find(({ verb }) => verb === 'toon-artikel')?.data.answer);
    for (const [i, place] of ['B.1', 'A.1', 'B.1'].entries())
      expect(await said(bot.click('terug', { answer: keys[i % 2] ?? '' }))).toContain(place);
  });

  test('says for whom the article is when they have none of their own', async () => {
    const bot = at('aeres');
    await bot.say('Mag ik iets over school publiceren?');
    expect(everything(await bot.say('en een student?'))).toContain('Dit artikel geldt voor medewerkers.');
  });

  test('and one about the other situation is read for that', async () => {
    const bot = at('model');
    await bot.say('Moet ik zeggen waar ik werk als ik in mijn vrije tijd meepraat over school?');
    expect(everything(await bot.say('en tijdens het werk?'))).toContain('B.2');
  });
});

describe('a question without a subject', () => {
  test('is asked what it is about, and a few words complete it', async () => {
    const bot = at('gsv');
    expect(await said(bot.say('mag dat zomaar?'))).toContain('Waar gaat je vraag over?');
    const answered = await bot.say('mijn wachtwoord delen');
    expect(only(answered).screen.summary).toContain('Wachtwoorden');
    expect(everything(answered)).toContain('Ik las dit samen met je vorige vraag.');
  });

  test('is about the question before, when there is one', async () => {
    const bot = at('gsv');
    await bot.say('Mijn wachtwoord delen met een stagiair?');
    const answered = await bot.say('mag dat zomaar?');
    expect(everything(answered)).toContain('Ik las dit samen met je vorige vraag.');
    expect(only(answered).screen.summary).toContain('Wachtwoorden');
  });

  test('is no longer waited for once something else is asked or looked up', async () => {
    const bot = at('calvijn');
    await bot.say('mag dat zomaar?');
    expect(await said(bot.say('artikel C.3'))).toContain('C.3');
    await bot.say('mag dat zomaar?');
    expect(everything(await bot.say('Mag ik onder werktijd op Facebook?'))).not.toContain('vorige vraag');
  });
});
