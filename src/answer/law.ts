import type { LawArticle, LawCase } from '../protocol/knowledge.ts';
import type { Sector } from '../protocol/schema.ts';
import { stem } from './text/stem.ts';

/** Words by which a question touches the law; every group of a rule must be met. */
const stems = (list: string) => new Set(list.split(/\s+/).map(stem));

/** By how they begin: people make new compounds of these every day (seksfilmpje, naaktbeelden, wraakporno). */
const sexualWord =
  /^(seks|sex|naakt|bloot(?!ge)|porno|kinderporno|wraakporno|nude|dickpic|groom|aanrand|aangerand|verkracht|ontucht|onzedelijk|zoen|gezoend|intiem|intieme|betast|verliefd|relatie)/;
const minor = stems(
  'medestudent studente klasgenoot klasgenootje leerling leerlingen kind kinderen meisje jongen student medestudent studente minderjarig minderjarige brugklasser scholier klas pupil kleuter puber',
);
const worker = stems(
  'collega docent leraar juf meester leerkracht medewerker mentor stagiair conciërge conciergie teamleider directeur bestuurder vrijwilliger coach trainer gymleraar onderwijsassistent begeleider',
);
const image = stems(
  'seksfilmpje seksfilm naaktfilm naaktbeelden wraakporno deepfake deepnude foto fotos filmpje video beeld beelden nude nudes dickpic naaktfoto naaktfilmpje sekstape naaktfotos blootfoto screenshot plaatje sexting sext',
);
const data = stems(
  'persoonsgegevens datalek gegevenslek gelekt uitgelekt cijferlijst adreslijst klassenlijst dossier bsn leerlinggegevens lijst zorgdossier medisch privegegevens gegevens mailadressen',
);
const leaked = stems(
  'gelekt lek uitgelekt datalek gegevenslek verkeerde verkeerd verzonden gestuurd kwijt gestolen rondgestuurd gedeeld openbaar zichtbaar gehackt',
);
const danger = stems(
  '112 noodgeval wapen mes pistool bom aanslag levensgevaar schieten schietpartij doodmaken neersteken steken vermoorden brandstichten doodsbedreiging doodsteken',
);
const suicide = stems(
  'suicide zelfmoord zelfdoding suicidaal suicidale doodwil zelfmoordplannen automutilatie afscheidsbrief',
);
const home = stems(
  'kindermishandeling mishandeld mishandeling mishandelt huiselijk thuisgeslagen verwaarlozing verwaarloosd',
);
const board = stems('bestuurder bestuur bestuursvoorzitter cvb');

const crime = stems(
  'strafbaar strafbare misdrijf aangifte afpersing afpersen chantage chanteren chanteert smaad laster bedreigd bedreigt bedreiging doodsbedreiging oplichting identiteitsfraude heling',
);
const whistle = stems('klokkenluider klokkenluiders klokkenluidersregeling');
const keep = stems('bewaren bewaard bewaart bewaartermijn bewaartermijnen vernietigen vernietigd avg');
const record = stems(
  'dossier dossiers melding meldingen gegevens verslag verslagen leerlingdossier personeelsdossier persoonsgegevens',
);

type Group = ReadonlySet<string> | RegExp;
type Rule = { readonly case: LawCase; readonly groups: readonly Group[] };

const rules: readonly Rule[] = [
  { case: 'gevaar', groups: [danger] },
  { case: 'suicide', groups: [suicide] },
  { case: 'bestuur-betrokken', groups: [sexualWord, board] },
  { case: 'seksueel-door-personeel', groups: [sexualWord, worker, minor] },
  { case: 'seksueel-beeld', groups: [sexualWord, image] },
  { case: 'datalek', groups: [data, leaked] },
  { case: 'thuis', groups: [home] },
  { case: 'klokkenluiden', groups: [whistle] },
  { case: 'bewaren', groups: [keep, record] },
  { case: 'strafbaar', groups: [crime] },
];

/** Phrases that no single word gives away. */
const phrases: readonly { readonly case: LawCase; readonly pattern: RegExp }[] = [
  {
    case: 'suicide',
    pattern:
      /\b(niet meer (wil )?leven|uit het leven stapp|een einde aan|zichzelf iets aan ?doen|er niet meer zijn|dood wil)/,
  },
  { case: 'gevaar', pattern: /\b(acuut|direct|onmiddellijk) (in )?gevaar\b/ },
  { case: 'thuis', pattern: /\b(thuis|vader|moeder)\b.{0,40}\b(geslagen|slaat|mishandel)/ },
];

/**
 * The legal cases that a text touches, most urgent first. Deliberately coarse: showing the law once too often costs a line,
 * missing it can cost far more.
 */
export function lawCasesIn(words: readonly string[]): LawCase[] {
  const roots = words.map(stem);
  const text = words.join(' ');
  const meets = (group: Group) =>
    group instanceof RegExp ? words.some((word) => group.test(word)) : roots.some((root) => group.has(root));
  const byWords = rules.filter((rule) => rule.groups.every(meets)).map((rule) => rule.case);
  const byPhrase = phrases.filter(({ pattern }) => pattern.test(text)).map((each) => each.case);
  const found = [...new Set([...byPhrase, ...byWords])];
  if (!adultImage.test(text)) return found;
  // An image of a grown-up is a crime against that person: nobody of the school did anything to a minor.
  return [...found.filter((each) => each !== 'seksueel-beeld' && each !== 'seksueel-door-personeel'), 'strafbaar'];
}

/** "een naaktfoto van een juf": who is on it, not who made it. */
const adultImage =
  /\b(naakt|bloot|seks|sex|deepfake|porno|nude)\w*( \w+){0,3} van (een |de |onze |mijn |die )?(juf|meester|docent|docente|leraar|lerares|leerkracht|collega|conci\w+|teamleider|directeur|mij|mezelf|me)\b/;

/** The articles of the law for those cases in that sector, in the order of the cases. */
export function lawFor(law: readonly LawArticle[], cases: readonly LawCase[], sector: Sector): LawArticle[] {
  const found = cases.flatMap((each) =>
    law.filter((article) => article.cases.includes(each) && article.sectors.includes(sector)),
  );
  return [...new Set(found)].slice(0, 3);
}
