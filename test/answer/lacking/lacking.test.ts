import { describe, expect, test } from 'vitest';
import { lacking } from '../../../src/answer/lacking/lacking.ts';
import { learnedAnswers } from '../../fakes/learned.ts';
import { library, protocolOf } from '../../protocol/library.ts';

/** A protocol that speaks of a subject has no form, no firm and nobody's name unless an article states it. */

const answers = learnedAnswers(library);
const ask = (id: string, question: string) => answers.ask(protocolOf(id), question, {});

test.each([
  ['calvijn', 'Via welk formulier meld ik een nare post bij de vestigingsdirecteur?', 'form'],
  ['calvijn', 'Welke verzekering dekt de advocaat van een docent die online bedreigd wordt?', 'insurance'],
  ['calvijn', 'Hoe heet onze vestigingsdirecteur dit jaar?', 'name'],
  ['calvijn', 'Wat is het telefoonnummer van de algemene directie?', 'address'],
  ['calvijn', 'Welke jurist stelt de brief op als een medewerker plichtsverzuim pleegt?', 'firm'],
  ['calvijn', 'Wie is dit jaar de vestigingsdirecteur in Barendrecht?', 'name'],
  ['model', "In welke map staan de toestemmingen van ouders voor foto's?", 'place'],
  ['model', 'Een moeder gaf in september een ja en wil daar nu vanaf. Via welk formulier loopt dat?', 'form'],
  ['model', 'Is er een sjabloon voor het zinnetje onder mijn blog?', 'form'],
  ['model', 'Wat is het mailadres van de vertrouwensinspecteur?', 'address'],
  ['msvr', 'Krijgen we dit jaar nog een workshop over online veiligheid?', 'meeting'],
  ['msvr', 'Welk bureau helpt ons als de pers op de stoep staat?', 'firm'],
  ['msvr', 'Wie is de voorzitter van de stichting?', 'name'],
  ['msvr', 'Welke hashtag zet ik onder een stuk over mijn les?', 'look'],
  ['gsv', 'Is er een telefoontas in elke klas voor de ingeleverde toestellen?', 'tool'],
  ['gsv', 'Do we get a course on social media this spring?', 'meeting'],
  ['gsv', 'Ingeleverd mobieltje kwam met een barst terug. Is daar een verzekering voor?', 'insurance'],
  ['gsv', 'Welk boek gebruiken we om leerlingen mediavaardigheden te leren?', 'material'],
  ['gsv', 'wie is ict-co dit jaar', 'name'],
  ['aeres', "Welk formaat moeten foto's hebben die we van studenten plaatsen?", 'look'],
  ['aeres', 'Wanneer is de volgende training online veiligheid voor OOP?', 'meeting'],
])('%s: %s is not answered by an article that does not state it', (protocol, question, lacks) => {
  expect(ask(protocol, question)).toMatchObject({ kind: 'unknown', lacks });
});

test.each([
  ['calvijn', 'Is er een commissie waar een leerling tegen zijn schorsing in beroep kan?'],
  ['calvijn', 'Welk programma haalt berichten van internet af voor de school?'],
  ['calvijn', 'Is there an appeals committee if a kid gets sent home over a post?'],
  ['gsv', "Hebben wij een formulier waarmee ouders toestemming geven voor foto's?"],
  ['gsv', 'Which password manager does the school pay for?'],
  ['model', 'Wanneer is de volgende studiedag over sociale media?'],
  ['model', "Which company runs the school's Facebook page?"],
  ['model', 'Heeft de school een abonnement op een fotobank zodat ik geen inbreuk maak?'],
  ['msvr', 'Welk lettertype hoort bij berichten die we namens de stichting plaatsen?'],
  ['msvr', 'Is there a form to report cyberbullying?'],
  ['msvr', 'Is er een budget voor kennisdeling via sociale media?'],
  ['gsv', 'Welke virusscanner staat er op de computers waar we met ons wachtwoord inloggen?'],
  ['gsv', 'Zit er een webcam in de nieuwe chromebooks en kan die dichtgeplakt?'],
  ['gsv', 'Waar vind ik het formulier om een gegevenslek door te geven?'],
  ['aeres', 'Is er een cursus voor docenten die via LinkedIn willen werven?'],
  ['aeres', 'Bij welke klachtencommissie kan een student terecht na een straf om een post?'],
  ['aeres', 'Hoe heet de vertrouwenspersoon op onze locatie waar ik online pesten meld?'],
])('%s: %s is not answered', (protocol, question) => {
  expect(ask(protocol, question).kind).toBe('unknown');
});

test.each([
  ['calvijn', 'Welke straf staat erop als een leerling een docent online uitscheldt?', 'E.4'],
  ['calvijn', 'Wie beslist of een bericht van internet af moet?', 'E.6'],
  ['calvijn', 'Is er een regel over downloaden in de les?', 'B.2'],
  ['calvijn', 'Welke maatregel kan een medewerker krijgen?', 'E.2'],
  ['calvijn', 'Waar kan ik het melden als ik iets onrechtmatigs zie op sociale media?', 'B.6'],
  ['calvijn', 'Wanneer doet de school aangifte bij de politie?', 'E.5'],
  ['calvijn', 'Is er een advies over een apart account naast mijn privéaccount?', 'B.4'],
  ['calvijn', 'Welke software mag ik niet op een schoolcomputer zetten?', 'B.3'],
  ['model', 'Vanaf welke leeftijd mag een leerling in de klassenapp?', 'B.1'],
  ['model', 'Welke zin zet ik onder een privéstuk over school?', 'C.4'],
  ['model', 'Wat zijn de gevolgen voor personeel dat zich niet aan de afspraken houdt?', 'S.2'],
  ['model', 'Welk nummer belt het bestuur als een juf te ver gaat in haar appjes met kinderen?', 'S.3'],
  ['model', 'Wanneer moet de vertrouwensinspecteur gebeld worden?', 'S.3'],
  ['model', 'Is er een app met leerlingen toegestaan?', 'B.1'],
  ['model', 'Waar moet ik op letten als een leerling mij een vriendschapsverzoek stuurt?', 'A.6'],
  ['msvr', 'Wanneer moet ik een foto weghalen?', 'B.2'],
  ['msvr', 'Is er een sanctie als een collega vertrouwelijke dingen deelt?', '10'],
  ['msvr', 'Wie is verantwoordelijk voor wat ik op internet zet?', '6'],
  ['msvr', "Wat is de regel over foto's van anderen zonder toestemming?", 'B.5'],
  ['msvr', 'Welke informatie deel ik nooit over de stichting?', '3'],
  ['msvr', 'Bestaat er een wachtrij of staat het er meteen?', 'B.1'],
  ['gsv', 'Hoe laat leveren leerlingen hun telefoon in?', 'A.7'],
  ['gsv', 'Waar ligt de grens bij pesten via internet?', 'A.2'],
  ['gsv', 'Is er een document voor leerlingen over sociale media?', 'K.8'],
  ['gsv', 'Heeft de school afspraken met leveranciers over gegevens in de cloud?', 'K.7'],
  ['gsv', 'Welke leverancier bewaart de leerlinggegevens in de cloud?', 'K.7'],
  ['gsv', 'Wanneer moeten ouders toestemming geven voor een foto?', 'P.4'],
  ['aeres', 'Welke regeling geldt bij een sanctie voor een student?', '1.5.1'],
  ['aeres', 'Is er een bedrijf in beeld op mijn foto, moet ik dan iets vragen?', '1.3.2'],
  ['aeres', 'Wie is bij ons het bevoegd gezag?', '1.1'],
  ['aeres', 'Wanneer is dit protocol vastgesteld?', '2.3'],
])('%s: %s is answered', (protocol, question, article) => {
  const { kind, articles } = ask(protocol, question);
  expect([kind, articles[0]?.id]).toEqual(['answer', article]);
});

describe('what is lacking', () => {
  const article = (text: string) => {
    const [some] = protocolOf('gsv').articles;
    if (some === undefined) throw new Error('no article');
    return { ...some, title: '', short: '', text };
  };
  const read = (text: string) => text.toLowerCase().match(/[a-z]+/g) ?? [];
  const of = (question: string, text: string) => lacking(question, read(question), read, [article(text)]);

  test.each([
    ['Is er een schadeformulier?', 'De school vergoedt niets.', 'form'],
    ['Is er een schadeformulier?', 'Vul het formulier in.', undefined],
    ['Is er dit najaar nog een training?', 'De school zorgt voor veiligheid.', 'meeting'],
    ['Is er dit najaar nog een training?', 'Elk jaar is er een training.', undefined],
    ['Wat is het mailadres van de inspectie?', 'Bel 0900-1113111.', 'address'],
    ['Wat is het telefoonnummer van de inspectie?', 'Bel 0900-1113111.', undefined],
    ['Hoe heet de rector?', 'De rector beslist.', 'name'],
    ['Hoe heet de regeling?', 'Er is een statuut.', undefined],
    ['Wie is de mentor die beslist?', 'De mentor beslist.', undefined],
    ['Is er iemand die de camera bedient?', 'De school filmt.', undefined],
    ['Is er in de app iets afgesproken?', 'De school filmt.', undefined],
    ['Is er op school een app?', 'De school filmt.', 'tool'],
    ['Wanneer is een camera een probleem?', 'De school filmt.', undefined],
    ['Welke apps vallen hieronder?', 'De school filmt.', undefined],
    ['Wat is de straf bij misbruik van een laptop?', 'De school straft.', undefined],
    ['Is er een uniform?', 'De school kiest.', undefined],
    ['Welke regel geldt voor een formulier?', 'De school kiest.', undefined],
  ])('%s; %s', (question, text, expected) => {
    expect(of(question, text)).toBe(expected);
  });

  test.each([
    'Mag ik dat plaatsen, en welk formulier hoort daarbij?',
    'Moet ik dat melden? Is er een formulier?',
    'Welk formulier hoort daarbij en bij wie lever ik het in?',
    'Is er een formulier, moet ik dan iets vragen?',
  ])('nothing, where a rule is asked as well: %s', (question) => {
    expect(of(question, 'Doe het zorgvuldig.')).toBeUndefined();
  });
});
