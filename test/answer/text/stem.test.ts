import { describe, expect, test } from 'vitest';
import { isFunctionWord, stem } from '../../../src/answer/text/stem.ts';

describe('stem', () => {
  test.each([
    ['foto', 'fotos', 'fotootje'],
    ['plaatsen', 'plaatst', 'geplaatst'],
    ['film', 'filmen', 'filmpje', 'filmpjes', 'gefilmd'],
    ['delen', 'deel', 'gedeeld'],
    ['klas', 'klassen', 'klasje'],
    ['vriend', 'vrienden', 'vriendje'],
    ['pesten', 'gepest'],
    ['verwijderen', 'verwijderd'],
    ['bericht', 'berichten', 'berichtje'],
  ])('brings the forms of %s together', (...forms) => expect(new Set(forms.map(stem)).size).toBe(1));

  test.each([
    ['leerling', 'leraar'],
    ['ouder', 'oud'],
    ['beeld', 'bellen'],
    ['delen', 'dol'],
  ])('keeps %s and %s apart', (a, b) => expect(stem(a)).not.toBe(stem(b)));

  test('leaves short words and numbers alone', () =>
    expect(['app', 'c3', '112'].map(stem)).toEqual(['app', 'c3', '112']));

  test('knows words without a subject', () => {
    expect(isFunctionWord('mag')).toBe(true);
    expect(isFunctionWord('foto')).toBe(false);
  });
});
