import type { Article } from '../protocol/schema.ts';
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
  | 'firm'
  | 'look'
  | 'place';

const oneOf = (...words: readonly string[]): string => `(?:${words.join('|')})`;

const ABOUT_WHICH = oneOf(
  '(?:^|^en |^maar |weten |vraagt |vroeg )(?:(?:aan|bij|door|in|met|naar|onder|op|uit|van|via|volgens|voor) )?(?:welke?|wat voor)',
  '(?:^|^and |know |wonders )(?:(?:by|in|on|with) )?which',
);

/** "Is er een …", "wat is de …", "wanneer is de …", "waar vind ik de …", in Dutch and in English. */
const ABOUT_ANY = oneOf(
  '^(?:en |maar )?(?:is|zijn|zit|zitten|bestaat|bestaan|komt|komen|loopt|hangt|ligt|staat) (?:er|daar)',
  '^(?:en |maar )?(?:hebben|heeft|krijgen|gebruiken|gebruikt) (?:we|wij|jullie|de school|onze school|school)',
  '^(?:en |maar )?(?:wat is|wat zijn) (?:de|het|ons|onze|mijn)',
  '^(?:wanneer|hoe laat) (?:is|zijn|begint|beginnen|start|komt|komen|valt|vallen|houden|hebben|krijgen)',
  '^waar (?:is|zijn|staat|staan|ligt|liggen|hangt|hangen|vind|vinden|download|haal|krijg|kan)',
  '(?:^|^and |know |wonders )(?:is there|are there|do we (?:have|get)|whats|what is|what are)',
  '^(?:when|where) (?:is|are|do|does|can)|^does the school (?:have|offer|use)',
);

/** Here the thing that is asked for has ended, and what follows is about something else. */
const ENDED =
  'about|against|als|and|dat|die|en|for|hoe|if|iemand|iets|met|niets|niks|of|om|over|tegen|that|tussen|van|waar|who|wie|with|zon|aandacht|ruimte|tijd|verschil';
const ARTICLE = 'a|an|de|een|het|ons|onze|the';

/** Words that stand before the thing: "is er *dit najaar nog een* training". */
const before = (ended: string, most: number): string => `(?: (?!(?:${ended})\\b)\\w+){0,${most}}?`;
const ASKED_FOR = oneOf(ABOUT_WHICH + before(`${ENDED}|${ARTICLE}`, 2), ABOUT_ANY + before(ENDED, 4));

/**
 * The last part of a word says what it is ("schadeformulier"); a word after `^` is only that word itself.
 * @param words with commas between
 */
function thing(wanted: Fact, words: string): Sign<Fact> {
  const each = words.split(/,\s+/).map((word) => (word.startsWith('^') ? `(?<!\\w)${word.slice(1)}` : word));
  return {
    wanted,
    asked: new RegExp(`${ASKED_FOR} \\w*${oneOf(...each)}\\b`),
    stated: new RegExp(`\\b\\w*${oneOf(...each)}\\b`, 'i'),
  };
}

/** Who holds such a function differs by school and by year; "wie is de directeur" may ask what the word means. */
const FUNCTION = oneOf(
  '\\w*(?:coordinator|vertrouwenspersoon|mentor|psycholoog|rector|voorzitter|secretaris|webmaster)',
  '(?:\\w+ )?co|fg|(?:ib|ict|bhv)er|functionaris gegevensbescherming|(?:privacy|data protection) officer|counsell?or',
);
/** What comes after it asks for the function and not for the name: "de coördinator die …". */
const NO_MORE = '(?! (?:als|bij wie|dat|die|om|voor|waar|who|that|for)\\b)';
const DOCUMENT = '\\w*(?:protocol|document|stuk|reglement|gedragscode|artikel|regel|regeling|afspraak|hoofdstuk|baas)';

const name: Sign<Fact> = {
  wanted: 'name',
  asked: new RegExp(
    oneOf(
      `(?:^|weten |en )wie (?:is|zijn) (?:er |hier |bij ons |nu |eigenlijk |ook alweer )*(?:de |het |onze |ons |mijn )?${FUNCTION}\\b${NO_MORE}`,
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
const signs: readonly Sign<Fact>[] = [
  name,
  number,
  address,
  thing('form', 'formulier(?:en|tje)?, sjablo(?:on|nen), templates?, ^forms?, standaardbrief, draaiboek, handleiding'),
  thing('body', 'commissies?, committees?, ombuds(?:man|vrouw|persoon), vakbond, (?:help|service)desk'),
  thing('insurance', 'verzekering(?:en)?, verzekeraar, ^polis, insurance'),
  thing(
    'money',
    '^geld, budget(?:ten)?, potje, subsidie, fonds, abonnement(?:en)?, licenties?, licen[cs]e, subscription',
  ),
  thing(
    'tool',
    `programmas?, software, tools?, ^apps?, chatbots?, ^plugin, virusscanner, (?:wachtwoord|password) ?manager,
     wachtwoordkluis`,
  ),
  thing(
    'tool',
    `web ?cams?, cameras?, ^cctv, laptops?, chromebooks?, printer, ^scanner, ^drone, microfoon, statief, oplader,
     telefoon(?:zak|tas|hotel|kluis)(?:sen)?`,
  ),
  thing(
    'meeting',
    `training(?:en)?, cursus(?:sen)?, workshops?, (?:bij|na)scholing, e ?learning, ^courses?, ^lezing, webinar,
     studiedag(?:en)?, bijeenkomst(?:en)?, vergadering(?:en)?, (?:voorlichtings|informatie|ouder|thema)avond(?:en)?,
     lessenserie, ^(?:les)?methode, lespakket, lesbrief`,
  ),
  thing('firm', 'bedrijf, bedrijven, leveranciers?, bureau, fotograaf, drukker(?:ij)?, company, supplier, vendor'),
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
  return missing(signs, sentence, articles);
}
