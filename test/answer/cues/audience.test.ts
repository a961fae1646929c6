import { describe, expect, test } from 'vitest';
import { asksWho, audienceOf, leavesCulpritOpen } from '../../../src/answer/cues/audience.ts';
import { speaksAsLeader } from '../../../src/answer/cues/leading.ts';
import { words } from '../../../src/answer/text/words.ts';

describe('for whom one asks', () => {
  test.each([
    ['Mag ik een foto van leerlingen plaatsen?', ['medewerker']],
    ['Mogen leerlingen in de les op hun telefoon?', ['leerling']],
    ['Een ouder filmt op het plein', ['ouder']],
    ['wachtwoord delen', []],
  ])('%s', (question, expected) => expect([...(audienceOf(words(question)) ?? [])]).toEqual(expected));
});

describe('who broke a rule is left open', () => {
  test.each([
    ['Welke straf staat daarop?', true],
    ['Welke straf geldt er bij ons?', true],
    ['Wat kan ik doen als iemand zich niet aan de regels houdt?', true],
    ['Wat hangt mij boven het hoofd?', false],
    ['Wat kan ik doen als een leerling zich misdraagt?', false],
    ['Wat gebeurt er als iemand van de ouders doorgaat?', false],
  ])('%s → %s', (text, expected) => expect(leavesCulpritOpen(words(text))).toBe(expected));
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
