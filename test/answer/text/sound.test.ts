import { describe, expect, test } from 'vitest';
import { soundOf, spokenOf } from '../../../src/answer/text/sound.ts';

describe('words that people mix up by ear sound alike', () => {
  test.each([
    ['twijvel', 'twijfel'],
    ['belangryk', 'belangrijk'],
    ['wachtwoort', 'wachtwoord'],
    ['sosjale', 'sociale'],
    ['polisie', 'politie'],
    ['filme', 'filmen'],
    ['discusie', 'discussie'],
    ['foutoos', 'fautoos'],
    ['sitaat', 'citaat'],
    ['telefoon', 'tellefoon'],
  ])('%s, %s', (typed, meant) => expect(soundOf(typed)).toBe(soundOf(meant)));

  test.each([
    ['school', 'scholier'],
    ['ouder', 'oudere'],
    ['delen', 'dalen'],
    ['foto', 'fiets'],
    ['straf', 'staf'],
  ])('and others do not: %s, %s', (one, other) => expect(soundOf(one)).not.toBe(soundOf(other)));
});

describe('words that are one when they are spoken', () => {
  test.each([
    ['gemaak', 'gemaakt'],
    ['zellef', 'zelf'],
    ['werruk', 'werk'],
    ['zeekur', 'zeker'],
    ['moar', 'maar'],
    ['skool', 'school'],
    ['duideluk', 'duidelijk'],
  ])('%s, %s', (typed, meant) => expect(spokenOf(typed)).toBe(spokenOf(meant)));

  test.each([
    ['zeker', 'zaken'],
    ['school', 'schaal'],
    ['kerk', 'merk'],
  ])('and others are not: %s, %s', (one, other) => expect(spokenOf(one)).not.toBe(spokenOf(other)));
});
