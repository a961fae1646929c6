import { describe, expect, test } from 'vitest';
import { learnedAnswers } from '../fakes/learned.ts';
import { library, protocolOf } from '../protocol/library.ts';

/**
 * A subject no article of a protocol is named after: some of its articles answer it all the same, because what they ask of
 * everybody holds there too. Where none does, the protocol is silent.
 */
const answers = learnedAnswers(library);
const asked = (id: string, question: string) => answers.ask(protocolOf(id), question, { audience: 'medewerker' });

describe('an article that goes by another name', () => {
  test.each([
    ['calvijn', 'Mag ik online nog zeggen wat ik van de regering denk?', 'C.1'],
    ['calvijn', 'Mag ik meepraten over het lerarentekort op LinkedIn?', 'C.1'],
    ['calvijn', 'Staat er ergens zwart op wit welke maatregelen er zijn als een medewerker de fout in gaat?', 'E.2'],
    ['gsv', 'Bestaat er een lijst met gevolgen die vooraf is vastgelegd?', 'S'],
    ['gsv', 'Zeg ik erbij dat ik er lesgeef als het in een discussie over onze school gaat?', 'K.5'],
    ['gsv', 'Mag ik een overtuiging uitdragen die botst met de missie van de school?', 'A.5'],
    ['model', 'Bestaat er een lijst met maatregelen die vooraf is vastgelegd voor personeel?', 'S.4'],
    ['model', 'Mag ik meepraten over het lerarentekort op LinkedIn?', 'B.2'],
    ['model', 'Ik post over mijn hobby en mijn hond, heeft school daar iets over te zeggen?', 'R.2'],
    ['aeres', 'Mag ik als docent online gewoon zeggen wat ik vind?', '1.4.5'],
    ['aeres', 'Ik ben teamleider. Mag ik privé een mening over politiek plaatsen?', '1.4.5'],
    ['aeres', 'Mag ik anoniem meepraten over onze school op een forum?', '1.4.2'],
    ['aeres', 'Is onzin roepen onder het artikel van een vakgenoot genoeg, of moet ik het onderbouwen?', '1.4.3'],
    ['aeres', 'Staat vooraf vast welke maatregel bij welke overtreding hoort?', '1.5.1'],
    ['msvr', 'Moet ik zeggen dat ik hier werk als ik meepraat over onze school?', '2'],
    ['msvr', 'Heb ik als leerkracht vrijheid van meningsuiting op X?', '2'],
  ])('%s: %s → %s', (id, question, article) => {
    const { kind, articles } = asked(id, question);
    expect([kind, articles[0]?.id]).toEqual(['answer', article]);
  });
});

describe('a subject on which the protocol is silent', () => {
  test.each([
    ['calvijn', 'Mag ik een vriendschapsverzoek van een leerling accepteren?'],
    ['calvijn', 'Vanaf welke leeftijd mag een klas in een groepsapp?'],
    ['gsv', 'Komt een overtreding in mijn personeelsdossier?'],
    ['gsv', 'Moet ik een disclaimer bij mijn berichten zetten?'],
    ['model', 'Hoe vaak moet ik mijn wachtwoord veranderen?'],
    ['model', 'Reageren wij op negatieve reviews over de school?'],
    ['msvr', 'Mag ik onder werktijd op Facebook?'],
    ['aeres', 'Komt er een aantekening in mijn personeelsdossier na een post?'],
    ['aeres', 'Wat geldt online voor iemand die hier niet meer werkt?'],
  ])('%s: %s', (id, question) => expect(asked(id, question).kind).toBe('unknown'));
});
