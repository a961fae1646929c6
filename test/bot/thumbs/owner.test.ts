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
    expect(all(await as(OWNER).command(COMMAND))).toContain('Er is niets');
  });
});

describe('is not kept', () => {
  test.each([
    ['a story', 'Een leerling wordt uitgescholden op Instagram door klasgenoten'],
    ['a doubt', 'Ik twijfel of ik dit mag plaatsen'],
    ['what had an answer', 'Mag ik een klassenfoto op Instagram zetten?'],
    ['what is too long to be a question', `${QUESTION} ${'Dat vraag ik me af. '.repeat(12)}`],
  ])('%s', async (_what, text) => {
    const { as, feedback } = await world({ organisation: owned });
    await as('docent.wiskunde').say(text);
    expect(feedback).toEqual([]);
  });

  test('what a button asks again', async () => {
    const { as, feedback } = await world({ organisation: owned });
    await as('docent.wiskunde').click('vraag', { vraag: QUESTION });
    expect(feedback).toEqual([]);
  });
});
