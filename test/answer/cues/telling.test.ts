import { describe, expect, test } from 'vitest';
import { mannerOf } from '../../../src/answer/cues/telling.ts';
import { words } from '../../../src/answer/text/words.ts';

const manner = (text: string) => mannerOf(text, words(text));

describe('told', () => {
  test.each([
    'Een collega zet al weken gemene dingen over onze kinderen op X.',
    'Een collega zet al weken gemene dingen op X, wat nu?',
    'Een ouder scheldt in de groepsapp. Wie bel ik?',
    'Volgens een leerlinge stuurt een stagiair haar rare berichtjes. Waar ga ik hiermee naartoe?',
    'Iemand stuurt racistische plaatjes rond. Bij wie moet dat terechtkomen?',
    'Er gaat een filmpje rond van mijn les, aan wie geef ik dat door?',
    'A colleague follows a student on every app. Who deals with this?',
    'Wat nu, iemand heeft een zorgplan op Facebook gezet.',
    'Help, mijn account is gehackt en er staan vreemde dingen op.',
    'Een brugklasser is gisteravond met de dood bedreigd, ik heb het gezien. Meldpunt?',
    'Die gast scheldt me uit in de klassenapp. Bij welk loket moet ik zijn?',
    'I stumbled on a video that mocks a girl of our school. What happens now?',
    'Net zag ik dat een collega een jongen uitlacht op X, wat hoor ik te doen?',
    'Ouders schelden onder onze post. Hoe pak ik dit aan?',
    'A father mocks our caretaker on Facebook day after day, what happens now?',
    'They keep posting clips of my lessons. Can someone step in?',
    'Een jongen liet me zijn telefoon zien, hij vroeg of ik het wilde stoppen.',
  ])('%s', (text) => expect(manner(text)).toBe('told'));
});

describe('asked', () => {
  test.each([
    'Mijn mentorleerling appt me om elf uur in de avond, moet ik antwoorden',
    'Een collega scheldt op X. Mag dat?',
    'Mag je als collega zulke dingen zomaar op X zetten',
    'Sinds welke datum is dit protocol van kracht',
    'Bij wie meld ik het als ik iets zie wat niet deugt',
    'Stel dat een leerling mij online uitscheldt. Wie hoort dat te weten?',
    'Een moeder vraagt of ook zij hier beleefd moet blijven op internet.',
    'Een nieuwe collega vraagt wat ze moet doen met verzoeken van leerlingen.',
    'Een collega wil weten welk bedrijf dat doet.',
    'geluid van me les op snap, mach dat zomaar',
    'Een leerling plaatst iets strafbaars. Wie doet aangifte?',
    'Zij wil niet op onze site en haar vader juist wel. Naar wie luister ik?',
    'vechtpartij gefilmd door een klasgenoot op het plein, wat doet de school dan',
    'een jongen lacht een meisje uit op Snap, welke maatregelen zijn er',
  ])('%s', (text) => expect(manner(text)).toBe('asked'));
});

test('a few words name a subject', () => expect(manner('wachtwoord delen collega')).toBe('named'));
