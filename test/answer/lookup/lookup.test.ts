import { describe, expect, test } from 'vitest';
import { findLookup, named } from '../../../src/answer/lookup/lookup.ts';
import { library } from '../../protocol/library.ts';
import { look, protocol, short } from './look.ts';

const { protocols } = library;

describe('an article, however it is written', () => {
  test.each([
    ['calvijn', 'artikel C3', 'C.3'],
    ['calvijn', 'c.3', 'C.3'],
    ['calvijn', 'C 3', 'C.3'],
    ['calvijn', 'artikel c-3', 'C.3'],
    ['calvijn', 'Wat zegt C3 precies?', 'C.3'],
    ['calvijn', 'tekst art. D2 aub', 'D.2'],
    ['calvijn', 'E.5 graag', 'E.5'],
    ['calvijn', 'kun je E5 laten zien', 'E.5'],
    ['calvijn', 'Uitgangspunten, punt 5', 'U.5'],
    ['calvijn', 'uitgangspunt 5', 'U.5'],
    ['calvijn', 'b punt 1', 'B.1'],
    ['calvijn', 'kunt u artikel B.1 laten zien', 'B.1'],
    ['model', 'punt 7 van de sancties', 'S.7'],
    ['model', 'Wat staat er bij punt 7 van de sancties?', 'S.7'],
    ['msvr', 'richtlijn 8', '8'],
    ['msvr', 'wat zegt richtlijn 5', '5'],
    ['msvr', 'punt 9', '9'],
    ['msvr', 'achtergrondinformatie punt 6', 'B.6'],
    ['msvr', 'praktische voorbeelden veiligheid', 'V.veiligheid'],
    ['gsv', 'communicatie punt 5', 'K.5'],
    ['gsv', 'Communicatie punt 5, wat staat daar?', 'K.5'],
    ['gsv', 'slot', 'S'],
    ['gsv', 'de slotalinea', 'S'],
    ['gsv', 'artikel S', 'S'],
    ['gsv', 'wachtwoorden inleiding', 'W.0'],
    ['gsv', 'afspraken punt 7', 'A.7'],
    ['gsv', 'punt 10', 'A.10'],
    ['gsv', 'artikel 9c', 'A.9'],
    ['gsv', 'afspraken punt 9 onder c', 'A.9'],
    ['gsv', 'a.9c', 'A.9'],
    ['gsv', '9c', 'A.9'],
    ['gsv', 'wat staat er in punt 9 d?', 'A.9'],
    ['aeres', '1.4.3', '1.4.3'],
    ['aeres', 'artikel 1.4 punt 3', '1.4.3'],
    ['aeres', 'punt 3 van hoofdstuk 1.4', '1.4.3'],
    ['aeres', 'hoofdstuk 2 punt 3', '2.3'],
    ['aeres', '2.1', '2.1'],
  ])('%s: “%s” is %s', (id, text, expected) => expect(look(id, text)).toBe(expected));

  test.each([...protocols.values()].flatMap((each) => each.articles.map((article) => ({ each, article }))))(
    '$each.id: the place of $article.id and its id both find it',
    ({ each, article }) => {
      expect(look(each.id, article.place)).toBe(article.id);
      expect(short(named(each, `artikel ${article.place}`))).toBe(article.id);
      if (!each.chapters.some((chapter) => chapter.id === article.id))
        expect(look(each.id, article.id)).toBe(article.id);
    },
  );
});

describe('a place that is there more than once, or not at all', () => {
  test.each([
    ['calvijn', 'wat zegt punt 5', 'U.5 A.5 B.5 E.5'],
    ['calvijn', '5', 'U.5 A.5 B.5 E.5'],
    ['msvr', 'wat zegt punt 4', '4 B.4'],
    ['aeres', 'punt 2', '1.2.2 1.3.2 1.4.2 1.5.2'],
    ['calvijn', 'artikel Z.9', 'nothing'],
    ['calvijn', 'C.33', 'nothing'],
    ['calvijn', 'artikel 1.4.3', 'nothing'],
    ['msvr', 'c 3', 'nothing'],
    ['model', 'hoofdstuk 9', 'nothing'],
  ])('%s: “%s” gives %s', (id, text, expected) => expect(look(id, text)).toBe(expected));

  test('names what was asked, without the words around it', () => {
    expect(findLookup(protocol('calvijn'), 'wat staat er in artikel Z9?')).toEqual({
      what: 'nothing',
      asked: 'artikel z.9',
    });
    expect(named(protocol('calvijn'), ' iets anders ')).toEqual({ what: 'nothing', asked: 'iets anders' });
  });
});

describe('a chapter, or the whole', () => {
  test.each([
    ['calvijn', 'hoofdstuk B', 'chapter B'],
    ['calvijn', 'hele hoofdstuk e', 'chapter E'],
    ['calvijn', 'begripsverheldering', 'chapter G'],
    ['calvijn', 'hoofdstuk sancties', 'chapter E'],
    ['model', 'het hoofdstuk over privé', 'chapter C'],
    ['gsv', 'wachtwoorden hoofdstuk', 'chapter W'],
    ['aeres', 'hoofdstuk 1.4', 'chapter 1.4'],
    ['aeres', '1.4', 'chapter 1.4'],
    ['aeres', 'hoofdstuk 2', 'chapter 2'],
    ['gsv', 'protocol', 'protocol'],
    ['gsv', 'laat het hele protocol zien', 'protocol'],
    ['gsv', 'inleiding', 'protocol'],
  ])('%s: “%s” is %s', (id, text, expected) => expect(look(id, text)).toBe(expected));
});

describe.each([...protocols.keys()])('%s: a question with a number or a name in it is no look-up', (id) => {
  test.each([
    'notulen citeren',
    'groep 8',
    '3 havo',
    'havo 3',
    'klas 2b op de foto',
    'mag ik 2 foto’s',
    'ik heb 3 vragen',
    'a4 printen',
    'wat is plan B',
    '24/7 bereikbaar?',
    '1 2 3',
    'punt 5 punt 6',
    'mag een filmpje van 1.30 minuten',
    'om 20.30 nog appen',
    'onderdeel van mijn werk',
    'Is dit protocol onderdeel van het veiligheidsplan?',
    'ik wil een deel overnemen in de krant',
    'in welk artikel staat dat',
    'welk artikel gaat over foto’s',
    'wat zegt artikel 10 van de grondwet',
    'artikel 8 EVRM',
    'mijn eerste punt 1 is dit, punt 2 is dat en punt 3 nog wat',
    'veiligheid',
    'sancties',
    '112',
    '',
    '?!',
    '👍',
    `artikel C.3 ${'en nog iets '.repeat(20)}`,
  ])('“%s”', (text) => expect(look(id, text)).toBe('no look-up'));
});
