import { describe, expect, test } from 'vitest';
import { commandMeant } from '../../src/bot/meant.ts';
import { all, world } from './cases/world.ts';

describe('a command in other words', () => {
  test.each([
    ['Hoe maak ik een melding?', 'meld'],
    ['hoe kan ik hier eigenlijk iets melden', 'meld'],
    ['Hoi, ik wil graag iets melden', 'meld'],
    ['Waar dien ik een melding in?', 'meld'],
    ['ik zou een melding willen doen', 'meld'],
    ['melding maken', 'meld'],
    ['waar vind ik het meldformulier?', 'meld'],
    ['How do I report something?', 'meld'],
    ['Waar is mijn melding?', 'mijn meldingen'],
    ['waar is m’n melding gebleven', 'mijn meldingen'],
    ['Hoe staat het met mijn melding?', 'mijn meldingen'],
    ['hoe ver zijn jullie met mijn melding van vorige week', 'mijn meldingen'],
    ['Is mijn melding al gelezen?', 'mijn meldingen'],
    ['Heeft iemand al iets gedaan met mijn melding?', 'mijn meldingen'],
    ['Wat is de status van mijn melding?', 'mijn meldingen'],
    ['Hoe kan ik mijn melding intrekken?', 'mijn meldingen'],
    ['Wanneer hoor ik iets over mijn melding?', 'mijn meldingen'],
    ['wat is er gebeurd met de melding die ik maandag deed', 'mijn meldingen'],
    ['Where is my report?', 'mijn meldingen'],
    ['Hoe trek ik mijn vraag in?', 'mijn vragen'],
    ['waar kan ik mijn vragen terugvinden', 'mijn vragen'],
    ['Is mijn vraag al beantwoord?', 'mijn vragen'],
    ['Hoe staat het met mijn twijfel?', 'mijn vragen'],
    ['Krijg ik nog antwoord op mijn vraag?', 'mijn vragen'],
    ['Wat wacht er nog op mij?', 'openstaand'],
  ])('%s → %s', (text, command) => expect(commandMeant(text)).toBe(command));

  test.each([
    'Bij wie meld ik misstanden?',
    'Hoe meld ik een datalek?',
    'Moet ik het melden als ik iets zie?',
    'Ik wil iets melden over een leerling die gepest wordt',
    'Wie leest mijn melding?',
    'Kan ik anoniem een melding doen?',
    'Hoe lang wordt mijn melding bewaard?',
    'Mag ik mijn twijfels over school op Twitter zetten?',
    'Ik heb een vraag over mijn telefoon',
    'waar mag mijn vraag over gaan',
    'Is mijn vraag vertrouwelijk?',
    'Een leerling meldt dat zijn account is gehackt',
  ])('is not in: %s', (text) => expect(commandMeant(text)).toBeUndefined());
});

describe('said instead of typed', () => {
  test('does the same for somebody of the school', async () => {
    const me = (await world()).as('docent.wiskunde');
    for (const [said, command] of [
      ['Hoe maak ik een melding?', 'meld'],
      ['Waar is mijn melding?', 'mijn meldingen'],
      ['Hoe trek ik mijn vraag in?', 'mijn vragen'],
    ] as const)
      expect(plain(await me.say(said))).toBe(plain(await me.command(command)));
  });

  test('is not for others to read along', async () => {
    const me = (await world()).as('docent.wiskunde');
    expect(all(await me.say('Waar is mijn melding?', { privacy: 'public' }))).toContain('privébericht');
  });

  test('is a question to the protocol for who is not in the organisation file', async () => {
    const stranger = (await world()).as(undefined);
    expect(all(await stranger.say('Hoe maak ik een melding?'))).not.toBe(all(await stranger.command('meld')));
  });
});

/** Every form has a nonce of its own. */
const plain = (replies: unknown) => all(replies).replace(/"nonce":"[^"]*"/g, '');
