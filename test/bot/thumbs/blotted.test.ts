import { describe, expect, test } from 'vitest';
import { blotted } from '../../../src/bot/thumbs/blotted.ts';

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
    ['bel 06-12 34 56 78 of 4b', 'bel … of …'],
    ['mail naar noor.dequispel@school.example svp', 'mail naar … svp'],
    ['van @karin_v op https://insta.example/p/abc?x=1 gezien', 'van … op … gezien'],
    ['www.voorbeeld.example is dicht', '… is dicht'],
  ])('“%s” is kept as “%s”', (text, kept) => {
    expect(blotted(text, people)).toBe(kept);
  });

  test('of nothing is nothing, and is never longer than some lines', () => {
    expect(blotted('', people)).toBe('');
    expect(blotted(`mag ${'dit '.repeat(1000)}`, people).length).toBeLessThanOrEqual(600);
    expect(blotted(`${'x'.repeat(599)}😀`, []).isWellFormed()).toBe(true);
  });
});
