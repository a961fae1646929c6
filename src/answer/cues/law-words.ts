import type { LawCase } from '../../protocol/knowledge.ts';
import { stem } from '../text/stem.ts';

/** Words by which a text touches the law, each alone or one of several groups. */

/** Words whatever their ending. */
const stems = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/).map(stem));

/** By how they begin: people make new compounds of these every day (seksfilmpje, naaktbeelden, wraakporno). */
const sexualWord =
  /^(seks|sex|naakt|bloot(?!ge)|porno|kinderporno|wraakporno|nude|dickpic|groom|aanrand|aangerand|verkracht|ontucht|onzedelijk|zoen|gezoend|intiem|intieme|betast|verliefd|relatie)/;
const minor = stems(`
  medestudent studente klasgenoot klasgenootje leerling leerlingen kind kinderen meisje jongen student minderjarig
  minderjarige brugklasser scholier klas pupil kleuter puber
`);
const worker = stems(`
  collega docent leraar juf meester leerkracht medewerker mentor stagiair conciërge conciergie teamleider directeur
  bestuurder vrijwilliger coach trainer gymleraar onderwijsassistent begeleider
`);
const image = stems(`
  seksfilmpje seksfilm naaktfilm naaktbeelden wraakporno deepfake deepnude foto fotos filmpje video beeld beelden
  nude nudes dickpic naaktfoto naaktfilmpje sekstape naaktfotos blootfoto screenshot plaatje sexting sext
`);
const data = stems(`
  persoonsgegevens datalek gegevenslek gelekt uitgelekt cijferlijst adreslijst klassenlijst dossier bsn
  leerlinggegevens lijst zorgdossier medisch privegegevens gegevens mailadressen leerlingdossier leerlingdossiers
  studentdossier personeelsdossier zorgplan
`);
const leaked = stems(`
  gelekt lek uitgelekt datalek gegevenslek verkeerde verkeerd verzonden gestuurd gemaild doorgemaild rondgemaild
  geappt verstuurd beland kwijt verloren gestolen rondgestuurd gedeeld openbaar zichtbaar gehackt
`);
/** Lists and files about pupils, which leak by accident only. */
const records = stems(`
  cijfers rapporten telefoonlijst telefoonnummers leerlinglijst absentielijst presentielijst zorgplan zorgplannen
  handelingsplan contactgegevens adressen grades addresses
`);
const accident = stems(`
  ongeluk abusievelijk abuis vergissing verkeerde verkeerd onbevoegden onbevoegde wrong accidentally accident
  mistake
`);
const danger = stems(`
  112 noodgeval wapen mes pistool bom aanslag levensgevaar schieten schietpartij doodmaken neersteken steken
  vermoorden brandstichten doodsbedreiging doodsteken
`);
/** By how they begin, as `sexualWord`: zelfmoordgedachten, zelfmoordlijn. */
const suicide = /^(suicid|zelfmoord(?!aanslag|terror)|zelfdod|doodwil|automutil|afscheidsbrie)/;
const home = stems(`
  kindermishandeling mishandeld mishandeling mishandelt huiselijk thuisgeslagen verwaarlozing verwaarloosd
`);
const board = stems('bestuurder bestuur bestuursvoorzitter cvb');

const crime = stems(`
  strafbaar strafbare misdrijf aangifte afpersing afpersen chantage chanteren chanteert smaad laster bedreigd
  bedreigt bedreiging doodsbedreiging oplichting identiteitsfraude heling
`);
const whistle = stems('klokkenluider klokkenluiders klokkenluidersregeling');
const keep = stems('bewaren bewaard bewaart bewaartermijn bewaartermijnen vernietigen vernietigd avg');
const record = stems(`
  dossier dossiers melding meldingen gegevens verslag verslagen leerlingdossier personeelsdossier persoonsgegevens
`);

type Group = ReadonlySet<string> | RegExp;
type Rule = { readonly case: LawCase; readonly groups: readonly Group[] };

/** Which words make which case: one of each group. */
const rules: readonly Rule[] = [
  { case: 'gevaar', groups: [danger] },
  { case: 'suicide', groups: [suicide] },
  { case: 'bestuur-betrokken', groups: [sexualWord, board] },
  { case: 'seksueel-door-personeel', groups: [sexualWord, worker, minor] },
  { case: 'seksueel-beeld', groups: [sexualWord, image] },
  { case: 'datalek', groups: [data, leaked] },
  { case: 'datalek', groups: [records, accident] },
  { case: 'thuis', groups: [home] },
  { case: 'klokkenluiden', groups: [whistle] },
  { case: 'bewaren', groups: [keep, record] },
  { case: 'strafbaar', groups: [crime] },
];

/** The cases that single words tell of. */
export function lawCasesByWords(words: readonly string[]): LawCase[] {
  const roots = words.map(stem);
  const meets = (group: Group) =>
    group instanceof RegExp ? words.some((word) => group.test(word)) : roots.some((root) => group.has(root));
  return rules.filter((rule) => rule.groups.every(meets)).map((rule) => rule.case);
}
