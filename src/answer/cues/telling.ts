import { READ_CHARACTERS } from '../text/words.ts';

/** How somebody speaks: a story is told, a question asked; a few bare words are neither. */
export type Manner = 'told' | 'asked' | 'named';

const questionWords = new Set(
  'mag mogen moet moeten kan kunnen is zijn wat wie waar wanneer waarom hoe welke welk hoeveel geldt gelden heb heeft word wordt doen doet zal zullen wil klopt hoort tellen telt can may do does is are what who how should could when where why'.split(
    ' ',
  ),
);

/** A story needs some length; a few bare words are a search. */
const STORY_WORDS = 7;
const SHORT_STORY_WORDS = 4;
/** How far from the end a question may stand for what to do now. */
const ENDING_CHARACTERS = 200;

/** "Wat nu?", "wie bel ik?", "waar ga ik hiermee naartoe?": behind a story it asks for help, not for a rule. */
const asksForHelp = new RegExp(
  `[\\s,.;:!?]+((en|maar|dus|so|and) )?(${[
    'wat (moet|kan|zal|doe|kunnen|moeten|doen) (ik|we|wij|k)( nu| dan| hier| ermee| hiermee| mee| doen| aan| hieraan| eraan| het beste| best)*',
    'wat (nu|te doen|is wijs|is wijsheid)',
    'wat (hoor|dien|behoor) ik (nu |hiermee |hieraan |dan )?te doen|wat staat (me|mij|ons) (nu )?te doen',
    'hoe (nu |moet dit |moet het )?(verder|handelen)',
    'hoe (pak|los|stop|keer|sus|handel|ga) (ik|we|wij|k) (dit|dat|het|hier|hiermee|ermee)\\b[^.;?!]{0,30}',
    'en nu',
    'help( me)?',
    '(bij|aan|naar|tot|met|via) wie (?!mag|luister)[^.;?!]{2,60}',
    'meldpunt|(bij|aan|naar|tot|via) welke? (loket|meldpunt|instantie|leidinggevende)\\b[^.;?!]{0,50}',
    'waar (moet|kan|ga|meld|geef|leg|klop|breng|hoort|moeten|kunnen|gaan|melden) (ik|we|wij|dit|dat|zoiets|k|je)\\b[^.;?!]{0,50}',
    'wie (moet|kan|zal|gaat|bel|pakt|handelt|regelt|neemt|lost|hoort|grijpt|helpt|informeer|licht|waarschuw)(?! (er )?(aangifte|naar de politie))\\b[^.;?!]{0,50}',
    'wat (hoort|dient|behoort) (er )?(nu )?te gebeuren',
    'wat gebeurt er nu',
    '(what|who|where) (do|should|can|must) (i|we)\\b[^.;?!]{0,50}',
    'who (deals|handles|needs|should|can|must|takes|has to|do)\\b[^.;?!]{0,50}',
    'what (now|next|happens (now|next)|should be done|can be done|are my options|is the next step|am i supposed to do)|now what|(any )?advice',
    'how (do|should|can) (i|we) (handle|stop|deal with|report|respond to) (this|that|it)\\b[^.;?!]{0,30}',
    '(am i|are we) (allowed|supposed|expected) to (do|say|act|report)\\b[^.;?!]{0,50}',
    '(can|could|should) (someone|somebody|anyone) (help|step in|do something)\\b[^.;?!]{0,30}',
  ].join('|')})[\\s!?.]*$`,
  'i',
);

/** "Bij wie …", "sinds welke datum …", "stel dat …", "een moeder vraagt of …": asked, whatever follows. */
const beginsAsking =
  /^((aan|bij|met|naar|onder|op|over|sinds|tot|van|vanaf|voor|via|in|door) (wie|welke?|wat|wanneer|hoeveel|welk)\b|stel (dat|je|er|ik|een)\b|((een|mijn|onze|de) (\w+ )?)?(moeder|vader|ouder|collega|leerling|student|studente|stagiaire?|juf|meester|duo)( van)?( \w+)? (vraagt|vroeg|wil weten|wilde weten)( me| mij| ons| zich af)? (of|wie|wat|waar|hoe|wanneer|waarom|welke?|hoeveel)\b)/;

/** A question at the end without its mark: "… , moet ik antwoorden", "… , wat doet school ermee". */
const endsAsking =
  /[,.;]\s*((moet|mot|mag|mach|mogen|kan|kunnen|zal|hoort|is|klopt|geldt|can|should|may) (ik|k|i|dat|dit|het|je|we|hij|zij|ze)|wat (doet|zegt|vindt) (de |onze )?school|welke (straf|maatregel|regel|sanctie)\w*)\b[^.;]*$/i;

/** "Wat nu, iemand heeft …": the same before a story. */
const helpFirst = /^(wat nu|en nu|help( me)?|hulp|what now|any advice|advice)\b[\s,.:;!?-]+(?=\S+\s+\S)/i;

/** Tells a story from a question: nothing in a story asks, but for what to do now or whom to go to. */
export function mannerOf(whole: string, all: readonly string[]): Manner {
  const before = helpFirst.exec(whole)?.[0] ?? '';
  const text = whole.slice(before.length);
  const words = all.slice(before.match(/\p{L}+/gu)?.length ?? 0);
  if (questionWords.has(words[0] ?? '') || beginsAsking.test(words.join(' '))) return 'asked';
  // Looked at from the end, and white space folded: patterns that may begin anywhere must not walk over a whole novel.
  const told = text.slice(0, READ_CHARACTERS).replace(/\s+/g, ' ').trim();
  const at = Math.max(0, told.length - ENDING_CHARACTERS);
  const story = told.slice(0, at) + told.slice(at).replace(asksForHelp, '');
  if (story.includes('?') || endsAsking.test(story.slice(-ENDING_CHARACTERS))) return 'asked';
  const needed = story.length < told.length ? SHORT_STORY_WORDS : STORY_WORDS;
  return story.split(/\s+/).length >= needed ? 'told' : 'named';
}
