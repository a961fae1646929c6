import type { LawArticle, LawCase } from '../protocol/knowledge.ts';
import type { Sector } from '../protocol/schema.ts';
import { mayTellGrooming } from './cues/grooming.ts';
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
  'persoonsgegevens datalek gegevenslek gelekt uitgelekt cijferlijst adreslijst klassenlijst dossier bsn leerlinggegevens lijst zorgdossier medisch privegegevens gegevens mailadressen leerlingdossier leerlingdossiers studentdossier personeelsdossier zorgplan',
);
const leaked = stems(
  'gelekt lek uitgelekt datalek gegevenslek verkeerde verkeerd verzonden gestuurd gemaild doorgemaild rondgemaild geappt verstuurd beland kwijt verloren gestolen rondgestuurd gedeeld openbaar zichtbaar gehackt',
);
/** Lists and files about pupils, which leak by accident only. */
const records = stems(
  'cijfers rapporten telefoonlijst telefoonnummers leerlinglijst absentielijst presentielijst zorgplan zorgplannen handelingsplan contactgegevens adressen grades addresses',
);
const accident = stems(
  'ongeluk abusievelijk abuis vergissing verkeerde verkeerd onbevoegden onbevoegde wrong accidentally accident mistake',
);
const danger = stems(
  '112 noodgeval wapen mes pistool bom aanslag levensgevaar schieten schietpartij doodmaken neersteken steken vermoorden brandstichten doodsbedreiging doodsteken',
);
/** By how they begin, as `sexualWord`: zelfmoordgedachten, zelfmoordlijn. */
const suicide = /^(suicid|zelfmoord(?!aanslag|terror)|zelfdod|doodwil|automutil|afscheidsbrie)/;
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
  { case: 'datalek', groups: [records, accident] },
  { case: 'thuis', groups: [home] },
  { case: 'klokkenluiden', groups: [whistle] },
  { case: 'bewaren', groups: [keep, record] },
  { case: 'strafbaar', groups: [crime] },
];

const SELF = '(zichzelf|mezelf|haarzelf|hemzelf|herself|himself)';

/** Who is told to have hit a child at school is not the parents: "moeder zegt dat ik haar kind geslagen heb". */
const atHome =
  /\b(thuis|vader|moeder)\b(?:(?!\b(ik|we|wij|juf|meester|leraar|leerkracht|docent|collega|school)\b).){0,40}\b(geslagen|slaat|mishandel)/;

/** Phrases that no single word gives away. */
const phrases: readonly { readonly case: LawCase; readonly pattern: RegExp }[] = [
  {
    case: 'gevaar',
    pattern:
      /\b(in elkaar (te )?(slaan|slaat|sloeg|trappen|timmeren|beuken|schoppen|geslagen|getrapt)|(me|mij|hem|haar|je|jou|ons|jullie) (\w+ ){0,2}(opwachten|op te wachten|afmaken)|dood ?(slaan|schieten|maken)|ik (steek|schiet|sla) (je|jou|hem|haar|jullie)|van (het|een) dak (af )?(wil |gaat |te )?spring\w*)\b/,
  },
  {
    case: 'strafbaar',
    pattern:
      /\b(dreig(tweet|bericht|app|mail|brief)\w*|dreigt (me|mij|hem|haar|ons|met)|(weet|weten) (ik |we )?(waar (je|jij|u|ik|hij|zij|ze|we) woon\w*|(je|jou|me|mij|ons|hem|haar) te vinden))\b/,
  },
  {
    case: 'ongeluk',
    pattern:
      /\b(flauwgevallen|flauw gevallen|valt flauw|viel flauw|bewusteloos|buiten bewustzijn|niet aanspreekbaar|reanim\w*|epilep\w*|hartstilstand|ademt niet|ademnood|kan niet ademen|(?<!hart )bloedt|vinger eraf|allergische (reactie|shock)|anafyla\w*|van het dak gevallen|van de trap gevallen|unconscious|bleeding|seizure|fainted)\b/,
  },
  {
    case: 'suicide',
    pattern: new RegExp(
      `\\b(${[
        'niet (meer|langer) (te )?(wil |wilt |wou |wilde |willen |hoeft te |hoef te )?leven|uit het leven stap\\w*|(een |n )?eind(e)? aan (zijn|haar|mijn|het|hun|zn|m n) leven|een einde aan (maken|maakt)',
        '(zichzelf|zich|mezelf|haarzelf|hemzelf|zelf) (iets|wat) aan( wil| wilde| gaat| te)? ?(doen|doet|deed)',
        `(snij|snee|kras|verwond|beschadig|pijnig|cut|hurt)\\w* (\\w+ )?${SELF}|${SELF} (\\w+ )?(snij\\w*|gesneden|kras\\w*|verwond\\w*|pijn (doet|doen)|beschadig\\w*)|zelfbeschadig\\w*`,
        'er niet (meer|langer) (wil|wilde|wou|hoeft te|hoef te|te willen|wil te) zijn|(wil|wilde|wou|liever|beter) ((hij|ze|zij|ik|je|echt|gewoon|liever) ){0,3}er niet (meer|langer) (te )?(zijn|is|was)|er (liever|beter) niet (meer )?(is|was|te zijn|zou zijn)|niet meer wakker (wil |hoef |hoeft te )?word\\w*',
        'dood (wil|wilde|wou|wilt|wilde zijn|wil zijn|te willen)|(wil|wilde|wou|wilt) (\\w+ )?dood(?! (maken|slaan|schieten|hebben))\\b|liever dood|geen (zin|reden) (meer )?(in|om) (het leven|te leven|verder te leven)|het leven niet (meer )?zitten|voor de trein (wil |gaat )?(sprin\\w*|gooi\\w*)|overdosis (pillen|paracetamol|medicijnen|slaap\\w*)',
        'kill (him|her|my|them)sel\\w+|end (his|her|my|their) (own )?life|self ?harm\\w*|want(s|ed)? to die|doesnt want to live|not want to live',
      ].join('|')})`,
    ),
  },
  { case: 'gevaar', pattern: /\b(acuut|direct|onmiddellijk) (in )?gevaar\b/ },
  { case: 'thuis', pattern: atHome },
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
  const grooming: readonly LawCase[] = mayTellGrooming(text) ? ['groomen'] : [];
  const found = [...new Set([...byPhrase, ...grooming, ...byWords])];
  if (!adultImage.test(text)) return found;
  // An image of a grown-up is a crime against that person: nobody of the school did anything to a minor.
  return [...found.filter((each) => each !== 'seksueel-beeld' && each !== 'seksueel-door-personeel'), 'strafbaar'];
}

/** "een naaktfoto van een juf": who is on it, not who made it. */
const adultImage =
  /\b(naakt|bloot|seks|sex|deepfake|porno|nude)\w*( \w+){0,3} van (een |de |onze |mijn |die )?(juf|meester|docent|docente|leraar|lerares|leerkracht|collega|conci\w+|teamleider|directeur|mij|mezelf|me)\b/;

/** Whether somebody may think of suicide: then the help line comes first, and no rule is of use. */
export const speaksOfSuicide = (law: readonly LawArticle[]): boolean =>
  law.some(({ cases }) => cases.includes('suicide'));

/** What is an event to report whenever it is told, whatever else the words sound like. */
export const isGraveCase = (each: LawCase): boolean => graveCases.has(each);

const graveCases: ReadonlySet<LawCase> = new Set([
  'gevaar',
  'suicide',
  'seksueel-door-personeel',
  'seksueel-beeld',
  'groomen',
  'bestuur-betrokken',
  'thuis',
]);

/** The articles of the law for those cases in that sector, in the order of the cases. */
export function lawFor(law: readonly LawArticle[], cases: readonly LawCase[], sector: Sector): LawArticle[] {
  const found = cases.flatMap((each) =>
    law.filter((article) => article.cases.includes(each) && article.sectors.includes(sector)),
  );
  return [...new Set(found)].slice(0, 3);
}
