import { describe, expect, test } from 'vitest';
import { blotted, blottedOrNothing } from '../../../src/bot/thumbs/blotted.ts';

const people = [{ name: 'Noor de Quispel' }, { name: 'Émile Bakker' }, {}];

describe('a text that is kept', () => {
  test.each([
    ['Mag ik een foto op Instagram zetten?', 'Mag ik een foto op Instagram zetten?'],
    ['Foto van leerlingen op TikTok, mag dat?', 'Foto van leerlingen op TikTok, mag dat?'],
    ['mag noor dit?', 'mag … dit?'],
    ['mag QUISPEL dit?', 'mag … dit?'],
    ['Emile zegt van niet', '… zegt van niet'],
    ['Volgens Jantje Pieters mag het', 'Volgens … mag het'],
    ['Karin zegt dat het mag', '… zegt dat het mag'],
    ['mag jeroen dit, en zoë?', 'mag … dit, en …?'],
    ['mag mevrouw van der veen dit?', 'mag mevrouw van der … dit?'],
    ['ik ben docent, mag ik dit?', 'ik ben docent, mag ik dit?'],
    ['bel 06-12 34 56 78 of 4b', 'bel … of …'],
    ['mail naar noor.dequispel@school.example svp', 'mail naar … svp'],
    ['van @karin_v op https://insta.example/p/abc?x=1 gezien', 'van … op … gezien'],
    ['www.voorbeeld.example is dicht', '… is dicht'],
  ])('“%s” is kept as “%s”', (text, kept) => {
    expect(blotted(text, people)).toBe(kept);
  });

  test.each([
    ['mag … dit van school?', 'mag Anna dit van school?'],
    ['', 'mag Anna dit?'],
    ['', 'Anna, Bert en Corrie willen weten of dit mag van de school'],
    ['', '06-12345678'],
    ['parkeren', 'parkeren'],
  ])('is “%s” where too much would have to go: “%s”', (kept, text) => {
    expect(blottedOrNothing(text, people)).toBe(kept);
  });

  test('of nothing is nothing, and is never longer than some lines', () => {
    expect(blotted('', people)).toBe('');
    expect(blotted(`mag ${'dit '.repeat(1000)}`, people).length).toBeLessThanOrEqual(600);
    expect(blotted(`${'x'.repeat(599)}😀`, []).isWellFormed()).toBe(true);
  });
});
