import { describe, expect, test } from 'vitest';
import { asksWho, audienceOf, speaksAsLeader } from '../../../src/answer/cues/audience.ts';
import { words } from '../../../src/answer/text/words.ts';

describe('for whom one asks', () => {
  test.each([
    ['Mag ik een foto van leerlingen plaatsen?', ['medewerker']],
    ['Mogen leerlingen in de les op hun telefoon?', ['leerling']],
    ['Een ouder filmt op het plein', ['ouder']],
    ['wachtwoord delen', []],
  ])('%s', (question, expected) => expect([...(audienceOf(words(question)) ?? [])]).toEqual(expected));
});

describe('a leader', () => {
  test.each([
    ['Ik ben teamleider en twijfel', true],
    ['Als lid van de directie aarzel ik', true],
    ['Ik vraag het aan de teamleider', false],
  ])('%s → %s', (text, expected) => expect(speaksAsLeader(words(text))).toBe(expected));
});

test('asking for a person', () => {
  expect(asksWho(words('Bij wie moet ik zijn?'))).toBe(true);
  expect(asksWho(words('Welke functionaris doet aangifte?'))).toBe(true);
  expect(asksWho(words('Welke afspraken gelden er?'))).toBe(false);
  expect(asksWho(words('Wat zegt het protocol?'))).toBe(false);
});
