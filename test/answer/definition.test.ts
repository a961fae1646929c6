import { describe, expect, test } from 'vitest';
import { definitionAsked } from '../../src/answer/definition.ts';
import { words } from '../../src/answer/text/words.ts';
import { library, protocolOf } from '../protocol/library.ts';

const term = (id: string, question: string) => definitionAsked(protocolOf(id), words(question))?.term;

describe('the meaning of a word that the document explains', () => {
  test.each([
    ['model', 'definitie persoonsgegevens', 'persoonsgegevens'],
    ['model', 'Wat zijn persoonsgegevens volgens het protocol?', 'persoonsgegevens'],
    ['aeres', 'Wat verstaat het protocol precies onder de school?', 'school'],
    ['aeres', 'wie is de schoolleiding', 'schoolleiding'],
    ['aeres', 'wat bedoelen ze met het bevoegd gezag', 'bevoegd gezag'],
    ['aeres', 'wat zijn sociale media', 'social media'],
    ['gsv', 'Wat is social media?', 'sociale media'],
    ['calvijn', 'Wat zijn sociale media?', 'sociale media'],
    ['calvijn', 'wie is een ouder', 'ouder of verzorger'],
    ['calvijn', 'begrip verzorger', 'ouder of verzorger'],
  ])('%s: “%s” is about %s', (id, question, expected) => expect(term(id, question)).toBe(expected));

  test.each([
    ['model', 'Wat is de straf voor het delen van persoonsgegevens?'],
    ['aeres', 'wat is het adres van de school'],
    ['aeres', 'Mag ik over school schrijven?'],
    ['aeres', 'wat is dat'],
    ['gsv', 'Wat zijn de regels voor sociale media in de les?'],
    ['msvr', 'wat is een medewerker'],
  ])('%s: “%s” asks for none', (id, question) => expect(term(id, question)).toBeUndefined());

  test('every definition of every protocol is found by its own name', () => {
    for (const protocol of library.protocols.values())
      for (const each of protocol.meta.definitions)
        expect(term(protocol.id, `Wat betekent ${each.term}?`), `${protocol.id} ${each.term}`).toBe(each.term);
  });
});
