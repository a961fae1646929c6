import { describe, expect, test } from 'vitest';
import { lawCasesIn } from '../../src/answer/law.ts';
import { words } from '../../src/answer/text/words.ts';

describe('the law a text touches', () => {
  test.each([
    ['Een docent stuurt naaktfoto’s naar een leerling', ['seksueel-door-personeel', 'seksueel-beeld']],
    ['Mijn collega appt seksueel getinte berichten met een meisje uit 3 havo', ['seksueel-door-personeel']],
    ['Er gaat een naaktfoto van een meisje rond', ['seksueel-beeld']],
    ['Ze schrijft dat ze niet meer wil leven', ['suicide']],
    ['Een jongen uit 2C zegt dat hij er niet meer wil zijn', ['suicide']],
    ['ze schreef dat ze liever dood was', ['suicide']],
    ['Hij zei dat hij er beter niet meer kan zijn, hij wil er niet meer zijn', ['suicide']],
    ['hij wil een einde aan zijn leven maken', ['suicide']],
    ['A student posted that she wants to die', ['suicide']],
    ['ze appte een vriendin dat ze zichzelf iets aan wil doen', ['suicide']],
    ['Hij dreigt met een mes naar school te komen', ['gevaar']],
    ['De cijferlijst is in de verkeerde app gestuurd', ['datalek']],
    ['Ik heb per ongeluk de cijferlijst naar alle ouders gemaild', ['datalek']],
    ['telefoonnummers van de klas naar het verkeerde adres', ['datalek']],
    ['Zijn vader slaat hem thuis', ['thuis']],
    ['moeder in de app zegt dat ik haar kind geslagen heb', []],
    ['vader schrijft dat de juf zijn zoon geslagen heeft', []],
    ['Een leerling vertelde dat mijn collega haar gezoend heeft', ['seksueel-door-personeel']],
    ['Een student heeft een seksfilmpje van een medestudent doorgestuurd', ['seksueel-beeld']],
    ['Hij chanteert haar en wil geld', ['strafbaar']],
    ['een leerling is flauwgevallen in de gang', ['ongeluk']],
    ['vinger eraf gezaagd in de praktijkles', ['ongeluk']],
    ['leerling groep 8 wordt benaderd door een onbekende man die wil afspreken', ['groomen']],
    ['volwassene wil via roblox afspreken met een jongen uit mijn klas', ['groomen']],
    ['leerling stuurt een tweet naar juf: ik weet waar je woont', ['strafbaar']],
    ['hij dreigt me in elkaar te slaan na school', ['gevaar', 'strafbaar']],
    ['leerling wil dood, wat nu', ['suicide']],
    ['ik wil dood en ik meen het', ['suicide']],
    ['meisje snijdt zichzelf en zet foto’s online', ['suicide']],
    ['Valt dit onder de klokkenluidersregeling?', ['klokkenluiden']],
    ['Hoe lang bewaren we een melding?', ['bewaren']],
    ['Mag ik een foto van de klas plaatsen?', []],
    ['Hoe deel ik een lijst met boeken?', []],
  ])('%s', (text, expected) => expect(lawCasesIn(words(text))).toEqual(expect.arrayContaining(expected)));

  test.each([
    'Mag ik een foto van de klas plaatsen?',
    'Hoe deel ik mijn wachtwoord?',
    'Een leerling wil me volgen',
    'Wanneer krijgen we de cijfers?',
    'Kan een bericht er niet meer staan?',
    'Ze zegt dat de berichten er niet meer zijn',
    'Ik wil dat die berichten er niet meer zijn',
    'Ik plaatste een afscheidsbericht voor een collega die met pensioen gaat',
    'Ik krijg een overdosis aan appjes',
    'Ik wil niet meer op Facebook zijn',
    'Het bericht is niet meer leesbaar',
    'Die app is dood',
    'Een leerling stuurt hartjes naar de juf',
    'Twee leerlingen flirten met elkaar in de app',
    'Mag een collega leerlingen appen over huiswerk',
    'een collega appt ’s avonds over het rooster',
    'oudere collega vraagt een leerling om hulp met zijn telefoon',
    'docent stuurt leerlingen een bericht in de groepsapp',
    'mentor heeft met de leerling afgesproken dat hij het verwijdert',
    'mijn hart bloedt van deze discussie',
    'ik moet zelf snijden in mijn tekst',
    'ze moeten eerst hun opdracht afmaken',
    'hij wil zijn telefoon kapot maken',
    'ouders die hun kinderen opwachten op het plein',
    'ik wil de ouders eerst even polsen',
    'de discussie dreigt te ontsporen',
    'het stikt hier van de meeuwen',
    'een collega met een gebroken been',
    // To the words of conduct.yaml, which ask and do not judge.
    'een collega stuurt ’s avonds flirterige appjes naar een leerling van 15',
  ])('none: %s', (text) => expect(lawCasesIn(words(text))).toEqual([]));
});

test('an image of a grown-up is a crime, and nobody is accused of something with a minor', () => {
  expect(lawCasesIn(words('deepfake naaktfoto van een juf gemaakt door leerlingen'))).toEqual(['strafbaar']);
  expect(lawCasesIn(words('er staat een naaktfoto van een meester op internet'))).toEqual(['strafbaar']);
});
