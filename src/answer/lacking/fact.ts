import type { Article } from '../../protocol/schema.ts';
import { askedFor, mayAskForThing, oneOf } from './asked-for.ts';
import { missing, type Sign } from './missing.ts';

/** What is asked for by name, and what an article names or does not. */
export type Fact =
  | 'name'
  | 'address'
  | 'form'
  | 'body'
  | 'insurance'
  | 'money'
  | 'tool'
  | 'meeting'
  | 'material'
  | 'firm'
  | 'look'
  | 'place';

/**
 * The last part of a word says what it is ("schadeformulier"); a word after `^` is only that word itself.
 * @param words with commas between
 */
function thing(wanted: Fact, words: string): Sign<Fact> {
  const each = words.split(/,\s+/).map((word) => (word.startsWith('^') ? `(?<!\\w)${word.slice(1)}` : word));
  return {
    wanted,
    asked: askedFor(oneOf(...each)),
    stated: new RegExp(`\\b\\w*${oneOf(...each)}\\b`, 'i'),
  };
}

/** Who holds such a function differs by school and by year; "wie is de directeur" may ask what the word means. */
const FUNCTION = oneOf(
  '\\w*(?:coordinator|vertrouwenspersoon|adviseur|inspecteur|mentor|psycholoog|rector|systeembeheerder|voorzitter|secretaris|webmaster)',
  '(?:\\w+ )?co|fg|(?:ib|ict|bhv)er|functionaris gegevensbescherming|(?:privacy|data protection) officer|counsell?or',
);
/** What comes after it asks for the function and not for the name: "de coördinator die …". */
const NO_MORE = '(?! (?:als|bij wie|dat|die|om|voor|waar|who|that|for)\\b)';
const ANY_FUNCTION = '(?:directeur|directrice|teamleider|contactpersoon|inspector|director|principal|teacher)';
const THIS_YEAR = '(?:dit jaar|dit schooljaar|momenteel|op dit moment)';
const DOCUMENT = '\\w*(?:protocol|document|stuk|reglement|gedragscode|artikel|regel|regeling|afspraak|hoofdstuk|baas)';

const name: Sign<Fact> = {
  wanted: 'name',
  asked: new RegExp(
    oneOf(
      `(?:^|weten |en )wie (?:is|zijn) (?:er |hier |bij ons |nu |eigenlijk |ook alweer )*(?:de |het |onze |ons |mijn )?${FUNCTION}\\b${NO_MORE}`,
      `^wie (?:is|zijn) ${THIS_YEAR} (?:de|het|onze|ons|mijn) \\w+|^wie (?:is|zijn) (?:de|het|onze|ons|mijn) \\w+ ${THIS_YEAR}`,
      `^(?:whats|what is|wat is) (?:the name of|de naam van) (?:the|our|de|onze) (?:\\w*${ANY_FUNCTION}|${FUNCTION})`,
      `(?:^|know )who is (?:the |our )?${FUNCTION}\\b${NO_MORE}`,
      `(?:^|en )wie (?:zit|zitten) er (?:hier |allemaal |nu )*in (?:de|het) \\w*(?:commissie|raad|redactie|mr|gmr)\\b`,
      `(?:^|en )hoe heet (?:de|onze|ons) (?!${DOCUMENT})\\w+`,
    ),
  ),
  // A protocol names no people.
  stated: /(?!)/,
};

const number: Sign<Fact> = { ...thing('address', 'telefoonnummers?, phone number, wifi ?code'), stated: /\d{4}/ };
const address: Sign<Fact> = {
  ...thing('address', 'mailadres(?:sen)?, e ?mail address, webadres, ^url'),
  stated: /@|www\.|https?:/,
};

/**
 * Only things that one can hold, hire, attend or find. What an article answers without the word itself (een regel, een straf,
 * een zin, een stap, een manier) must never silence it.
 */
const things: readonly Sign<Fact>[] = [
  number,
  address,
  thing(
    'form',
    'formulier(?:en|tje)?, sjablo(?:on|nen), templates?, ^forms?, standaardbrief, draaiboek, handleiding, logboek, ^register',
  ),
  thing('body', 'commissies?, committees?, ombuds(?:man|vrouw|persoon), vakbond, (?:help|service)desk'),
  thing('insurance', 'verzekering(?:en)?, verzekeraar, ^polis, insurance'),
  thing(
    'money',
    '^geld, budget(?:ten)?, potje, subsidie, fonds, abonnement(?:en)?, licenties?, licen[cs]e, subscription',
  ),
  thing(
    'tool',
    `programmas?, software, tools?, ^apps?, chatbots?, ^plugin, virusscanner, (?:wachtwoord|password) ?manager,
     wachtwoordkluis, ^filters?, meldknop`,
  ),
  thing(
    'tool',
    `web ?cams?, cameras?, ^cctv, laptops?, chromebooks?, printer, ^scanner, ^drone, microfoon, statief, oplader,
     telefoon(?:zak|tas|hotel|kluis)(?:sen)?`,
  ),
  thing(
    'meeting',
    `training(?:en)?, cursus(?:sen)?, workshops?, (?:bij|na)scholing, e ?learning, ^courses?, ^lezing, webinar, certificaat,
     studiedag(?:en)?, bijeenkomst(?:en)?, vergadering(?:en)?, (?:voorlichtings|informatie|ouder|thema)avond(?:en)?`,
  ),
  thing('material', `les(?:senserie|brief|pakket|boek), ^(?:les)?methode, ^(?:werk)?boek, ^posters?, ^quiz`),
  thing(
    'firm',
    `bedrijf, bedrijven, leveranciers?, bureau, fotograaf, drukker(?:ij)?, company, supplier, vendor, providers?, advocaat,
     jurist, psycholoog, lawyer`,
  ),
  thing(
    'look',
    `lettertypes?, ^fonts?, kleur(?:en|code|codes)?, resolutie, resolution, formaat, afmeting(?:en)?, hashtags?, emojis?,
     slogan, logos?, stijlgids, style guide, huisstijl, dress ?code`,
  ),
  thing('place', '^map, schijf, lokaal, ^kast(?:je)?, ^locker, ^tabblad, ^knop(?:je)?'),
];

/**
 * The fact that a sentence asks for and none of the articles states.
 * @param sentence its words, as `features` read them, with spaces between
 */
export function factMissing(sentence: string, articles: readonly Article[]): Fact | undefined {
  return missing(mayAskForThing(sentence) ? [name, ...things] : [name], sentence, articles);
}
