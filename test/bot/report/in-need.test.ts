import { expect, test } from 'vitest';
import { buttonsIn } from '../../fakes/buttons.ts';
import { all, screenIn, world } from '../cases/world.ts';

/** Somebody who may not want to live broke no rule: help comes first, and nothing is said about measures or the police. */
test.each(['docent.wiskunde', 'docent.dierverzorging'])('%s reads whom to call and whom to tell', async (name) => {
  const me = (await world()).as(name);
  const shown = await me.say('Een leerling appte vannacht dat hij zelfmoord wil plegen');
  expect(screenIn(shown).summary).toMatch(/^Gedachten aan zelfmoord\? Bel 113\..*laat diegene niet alleen\./);
  expect(all(shown)).not.toMatch(/aangifte|maatregel|vervelend|misstand/i);
  expect(buttonsIn(shown).map(({ title }) => title)).toContain('Meld dit');
});
