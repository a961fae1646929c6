import { describe, expect, test } from 'vitest';
import { checkCard } from '../../../src/cards/elements.ts';
import { QUESTION } from '../cases/questions.ts';
import { all, screenIn, world } from '../cases/world.ts';
import { example } from '../world.ts';

const COMMAND = 'vragen zonder antwoord';
const owned = {
  ...example,
  owner: 'protocolhouder',
  people: example.people.map((person) =>
    person.email.startsWith('teamleider.onderbouw@')
      ? { ...person, roles: [...person.roles, { role: 'protocolhouder', reach: 'board' as const }] }
      : person,
  ),
};
const OWNER = 'teamleider.onderbouw';

describe('what the protocol left open', () => {
  test('is a list for who owns it, of questions without who asked', async () => {
    const { as, feedback } = await world({ organisation: owned });
    const asker = as('docent.wiskunde');
    await asker.say(QUESTION);
    await asker.say('Waar kan ik mijn 3 fietsen parkeren?');
    expect(feedback).toHaveLength(2);
    const list = await as(OWNER).command(COMMAND);
    expect(screenIn(list).name).toBe('list');
    expect(all(list)).toContain('vakantiedagen');
    expect(all(list)).toContain('mijn … fietsen');
    expect(all(list)).not.toMatch(/docent|wiskunde/);
    expect(() => checkCard(screenIn(list).card)).not.toThrow();
  });

  test('is nothing to anybody else, and where others read along', async () => {
    const { as } = await world({ organisation: owned });
    await as('docent.wiskunde').say(QUESTION);
    for (const said of [
      await as('docent.wiskunde').command(COMMAND),
      await as(undefined).command(COMMAND),
      await as(OWNER).command(COMMAND, { privacy: 'public' }),
    ]) {
      expect(all(said)).not.toContain('vakantiedagen');
    }
  });

  test('of another school is not in it', async () => {
    const { as } = await world({ organisation: owned });
    await as('leerkracht.groep7').say(QUESTION);
    // Who has the role for the whole board sees all, and of which school it is.
    expect(all(await as(OWNER).command(COMMAND))).toContain('GSV');
    const { as: inPlace } = await world();
    await inPlace('leerkracht.groep7').say(QUESTION);
    expect(all(await inPlace('vestigingsdirecteur').command(COMMAND))).toContain('Er is niets');
  });

  test('stands among what the owner can type, and tells others whom it is for', async () => {
    const { as } = await world();
    expect(all(await as('vestigingsdirecteur').command('help'))).toContain(COMMAND);
    expect(all(await as('docent.wiskunde').command('help'))).not.toContain(COMMAND);
    expect(all(await as('vestigingsdirecteur').command('help', { privacy: 'public' }))).not.toContain(COMMAND);
    expect(all(await as('docent.wiskunde').command(COMMAND))).toContain('voor wie op jouw school het protocol beheert');
    expect(all(await as(undefined).command(COMMAND))).toContain('medewerkers');
  });

  test('is not there where nothing is kept', async () => {
    const { as } = await world({ organisation: { ...example, retention: {} } });
    expect(all(await as('vestigingsdirecteur').command(COMMAND))).toContain('bewaart geen vragen');
    expect(all(await as('vestigingsdirecteur').command('help'))).not.toContain(COMMAND);
  });
});

describe('is not kept', () => {
  test.each([
    ['a story', 'Een leerling wordt uitgescholden op Instagram door klasgenoten'],
    ['a doubt', 'Ik twijfel of ik dit mag plaatsen'],
    ['what had an answer', 'Mag ik een klassenfoto op Instagram zetten?'],
    ['what touches the law', 'Waar vind ik de klokkenluidersregeling van de tennisclub?'],
    ['what names too much', 'Hoeveel vakantiedagen hebben Jan, klas 3b en mevrouw de vries?'],
    ['what is told', 'De fietsen van de vakgroep staan altijd in de weg bij de deur'],
    ['what is too long to be a question', `${QUESTION} ${'Dat vraag ik me af. '.repeat(12)}`],
  ])('%s', async (_what, text) => {
    const { as, feedback } = await world({ organisation: owned });
    await as('docent.wiskunde').say(text);
    expect(feedback).toEqual([]);
  });

  test('what was asked before, or comes with a file', async () => {
    const { as, feedback } = await world({ organisation: owned });
    const asker = as('docent.wiskunde');
    await asker.tell({ kind: 'text', text: QUESTION, files: true });
    expect(feedback).toEqual([]);
    await asker.say(QUESTION);
    expect(feedback).toEqual([]);
    await asker.say(QUESTION, { conversation: 'nieuw' });
    await asker.say(QUESTION, { conversation: 'nieuw' });
    expect(feedback).toHaveLength(1);
  });

  test('what follows on something that was told, in that conversation', async () => {
    const { as, feedback } = await world({ organisation: owned });
    const asker = as('docent.wiskunde');
    await asker.say('Een leerling wordt uitgescholden op Instagram door klasgenoten');
    await asker.say(QUESTION);
    expect(feedback).toEqual([]);
    await asker.say(QUESTION, { conversation: 'nieuw' });
    expect(feedback).toHaveLength(1);
  });

  test('what a button asks again', async () => {
    const { as, feedback } = await world({ organisation: owned });
    await as('docent.wiskunde').click('vraag', { vraag: QUESTION });
    expect(feedback).toEqual([]);
  });
});
