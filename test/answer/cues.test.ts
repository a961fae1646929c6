import { describe, expect, test } from 'vitest';
import { asksWho, audienceOf, hesitation, speaksAsLeader } from '../../src/answer/cues.ts';
import { words } from '../../src/answer/text/words.ts';

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

describe('saying that one hesitates', () => {
  test.each([
    ['Ik twijfel of dit kan', 'posting'],
    ['Ben er niet uit of ik deze foto moet plaatsen', 'posting'],
    ['In mijn column gaat het over school, ik durf hem niet te publiceren', 'posting'],
    ['weet nt of dit slim is, ben niet zeker', 'posting'],
    ['Not sure whether I can post this', 'posting'],
    ['twijfel', 'posting'],
    ['weet niet of het handig is', 'posting'],
    ['ik weet niet of mijn verslag er wel op kan', 'posting'],
    ['Ik ben onzeker over mijn contract', 'something-else'],
    ['ik twijfel of ik morgen kom werken', 'something-else'],
    ['ik weet niet of ik naar de dokter moet', 'something-else'],
    ['Ik durf morgen niet voor de klas', undefined],
    ['Wie de Holocaust in twijfel trekt op Telegram', undefined],
    ['Software van twijfelachtige herkomst', undefined],
    ['Mag ik een foto plaatsen?', undefined],
  ])('%s → %s', (text, expected) => expect(hesitation(words(text))).toBe(expected));
});

test('asking for a person', () => {
  expect(asksWho(words('Bij wie moet ik zijn?'))).toBe(true);
  expect(asksWho(words('Wat zegt het protocol?'))).toBe(false);
});
