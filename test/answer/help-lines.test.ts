import { describe, expect, test } from 'vitest';
import { learnedAnswers } from '../fakes/learned.ts';
import { library } from '../protocol/library.ts';

const answers = learnedAnswers(library);
const calvijn = library.protocols.get('calvijn');
if (calvijn === undefined) throw new Error('no protocol calvijn');
const ask = (question: string) => answers.ask(calvijn, question, {});
const lawOf = (question: string) => ask(question).law.map(({ id }) => id);

/** Who asks for the law or a help line itself, and tells of nothing. None of these stands in a topic. */
describe('asked for by name or by what it is for', () => {
  test.each([
    ['inspectie bellen over een zedenzaak', 'vertrouwensinspecteur'],
    ['meldplicht bij ontucht door een leraar', 'meld-overleg-aangifteplicht'],
    ['naar welke lijn verwijs ik een student met suicidale gedachten', 'luisterlijn-113'],
    ['nummer zelfmoordpreventie', 'luisterlijn-113'],
    ['is 113 gratis', 'luisterlijn-113'],
    ['wat doe ik als een kind over zelfmoord begint', 'luisterlijn-113'],
    ['adviesnummer veilig thuis', 'veilig-thuis'],
    ['wie bel ik bij een vermoeden van mishandeling thuis', 'veilig-thuis'],
    ['wanneer is een verloren usb-stick een datalek', 'datalek'],
    ['telefoonnummer van de wijkagent', 'politie-0900-8844'],
    ['politie bellen zonder haast welk nummer', 'politie-0900-8844'],
    ['waar meld ik fraude binnen de stichting veilig', 'klokkenluiders'],
    ['mag een ouder eisen dat het dossier vernietigd wordt', 'bewaartermijn'],
    ['hulplijn bij naaktfotos die rondgaan', 'offlimits'],
    ['wie kan seksuele beelden van een leerling laten weghalen', 'offlimits'],
  ])('%s: %s', (question, law) => expect(lawOf(question)).toContain(law));
});

test('nobody who asks for a help line is greeted back', () => {
  const answer = ask('Welk nummer geef ik iemand die aan zelfmoord denkt?');
  expect(answer.kind).toBe('unknown');
  expect(answer.law[0]?.id).toBe('luisterlijn-113');
});

test.each([
  ['stappen van de meldcode bij ons op school', 'unknown', 'veilig-thuis'],
  ['kindermishandeling leerling thuis door zijn vader', 'report', 'veilig-thuis'],
])('a few words about a help line tell of nothing, of what happened they do: %s', (question, kind, law) => {
  expect(ask(question).kind).toBe(kind);
  expect(lawOf(question)).toContain(law);
});

test('somebody who says not to want to live any more is helped first, in whatever order the words stand', () => {
  expect(lawOf('Iemand uit mijn klas zegt niet meer te willen leven')[0]).toBe('luisterlijn-113');
});

test.each([
  'welk nummer heeft de conciërge',
  'is er een meldplicht voor een schoolaccount',
  'wie helpt me om mijn post van internet te krijgen',
  'mag ik een leerling thuis bellen',
  'mag ik foto s van het kamp bewaren op mijn telefoon',
  'hoe lang moet een telefoon in de kluis blijven',
  'wie belt de ouders als een telefoon is ingenomen',
  'kan ik mijn account bij een spelletje bewaren',
])('no law: %s', (question) => expect(lawOf(question)).toEqual([]));
