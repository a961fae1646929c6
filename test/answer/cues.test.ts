import { describe, expect, test } from 'vitest';
import { audienceOf, situationOf, speaksAsLeader, tellsStory } from '../../src/answer/cues.ts';
import { words } from '../../src/answer/text/words.ts';

describe('for whom one asks', () => {
  test.each([
    ['Mag ik een foto van leerlingen plaatsen?', ['medewerker']],
    ['Mogen leerlingen in de les op hun telefoon?', ['leerling']],
    ['Een ouder filmt op het plein', ['ouder']],
    ['wachtwoord delen', []],
  ])('%s', (question, expected) => expect([...(audienceOf(words(question)) ?? [])]).toEqual(expected));
});

describe('the situation', () => {
  test.each([
    ['Mag ik dat privé plaatsen?', 'prive'],
    ['tijdens het werk op insta', 'werk'],
    ['mag dit', undefined],
  ])('%s → %s', (question, expected) => expect(situationOf(words(question))).toBe(expected));
});

describe('telling instead of asking', () => {
  test.each([
    ['Een collega zet al weken gemene dingen over onze kinderen op X.', true],
    ['Een collega zet al weken gemene dingen op X, wat nu?', true],
    ['Een ouder scheldt in de groepsapp. Wie bel ik?', true],
    ['Mijn mentorleerling appt me om elf uur in de avond, moet ik antwoorden', false],
    ['Een collega scheldt op X. Mag dat?', false],
    ['Mag je als collega zulke dingen zomaar op X zetten', false],
    ['wachtwoord delen collega', false],
  ])('%s → %s', (text, expected) => expect(tellsStory(text, words(text))).toBe(expected));
});

describe('a leader', () => {
  test.each([
    ['Ik ben teamleider en twijfel', true],
    ['Als lid van de directie aarzel ik', true],
    ['Ik vraag het aan de teamleider', false],
  ])('%s → %s', (text, expected) => expect(speaksAsLeader(words(text))).toBe(expected));
});
