import type { Audience, Situation } from '../protocol/schema.ts';
import { stem } from './text/stem.ts';
import { READ_CHARACTERS } from './text/words.ts';

/** What a question says of itself about whom and when: words that decide between articles that are otherwise alike. */

const stems = (list: string) => new Set(list.split(/\s+/).map(stem));

const pupil = stems(
  'leerling leerlingen kind kinderen student studenten scholier klas brugklasser puber jongen meisje pupil pupils student kids kleuter bovenbouw onderbouw cursist deelnemer',
);
const parent = stems('ouder ouders vader moeder opa oma verzorger verzorgers parent parents mama papa mam pap');
const staff = stems(
  'collega collegas docent docenten leraar leraren juf meester leerkracht leerkrachten medewerker medewerkers personeel stagiair stagiaire conciërge conciergie mentor invaller vrijwilliger teacher teachers staff',
);
const myself = new Set(['ik', 'mijn', 'me', 'mij', 'wij', 'we', 'ons', 'onze', 'i', 'my', 'we']);
const privately = stems('prive thuis weekend avond vakantie vrije eigen hobby private privately');
const working = stems('werktijd werk lesuur lestijd school schooltijd pauze dienst');

/**
 * For whom somebody asks: the person who may or must do something, which is the grammatical subject more than anybody else
 * in the sentence ("mogen leerlingen …" against "mag ik leerlingen …"). Undefined when nobody is named at all.
 */
export function audienceOf(words: readonly string[]): ReadonlySet<Audience> | undefined {
  const found = new Set<Audience>();
  for (const word of words.slice(0, 12)) {
    const is = whom(word);
    if (is === undefined) continue;
    found.add(is);
    break;
  }
  if (found.size === 0) for (const word of words) addWhom(found, word);
  return found.size === 0 ? undefined : found;
}

function whom(word: string): Audience | undefined {
  if (myself.has(word)) return 'medewerker';
  const root = stem(word);
  if (pupil.has(root)) return 'leerling';
  if (parent.has(root)) return 'ouder';
  return staff.has(root) ? 'medewerker' : undefined;
}

function addWhom(found: Set<Audience>, word: string): void {
  const is = whom(word);
  if (is !== undefined) found.add(is);
}

/** Work or private, when the words say so. */
export function situationOf(words: readonly string[]): Situation | undefined {
  const roots = words.map(stem);
  if (roots.some((root) => root === 'prive' || root === 'priv' || privately.has(root))) return 'prive';
  return roots.some((root) => working.has(root)) && words.includes('tijdens') ? 'werk' : undefined;
}

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

/** "Wat nu?", "wie bel ik?": behind a story it asks for help, not for a rule. */
const whatNow =
  /[\s,.;:!?]*(\b(en )?(wat (moet|kan|zal|doe) ik( nu| dan| hier)?( mee| doen| aan doen| hieraan)*( nu)?|wat nu|hoe nu verder|en nu|wie (moet|kan|zal) ik( dan| nu)? (bellen|inlichten|waarschuwen)|wie bel ik|bij wie (moet|kan) ik( dan| nu)?( zijn| terecht| melden)?|waar (meld|moet) ik( dit| dat| het)?( melden)?|wat te doen|help|what (do|should) i do( now)?|who (do|should) i (call|tell))\b[\s!?.]*)+$/i;

/** A question at the end without its mark: "… , moet ik antwoorden". */
const endsAsking =
  /[,.;]\s*(moet|mag|mogen|kan|kunnen|zal|hoort|is|klopt|geldt) (ik|dat|dit|het|je|we|hij|zij|ze)\b[^.;]*$/i;

/** Whether somebody tells something instead of asking: nothing in it asks, but for what to do now. */
export function tellsStory(text: string, words: readonly string[]): boolean {
  if (questionWords.has(words[0] ?? '')) return false;
  // Looked at from the end, and white space folded: patterns that may begin anywhere must not walk over a whole novel.
  const told = text.slice(0, READ_CHARACTERS).replace(/\s+/g, ' ').trim();
  const at = Math.max(0, told.length - ENDING_CHARACTERS);
  const story = told.slice(0, at) + told.slice(at).replace(whatNow, '');
  if (story.includes('?') || endsAsking.test(story.slice(-ENDING_CHARACTERS))) return false;
  const needed = story.length < told.length ? SHORT_STORY_WORDS : STORY_WORDS;
  return story.split(/\s+/).length >= needed;
}

const leading =
  /\b(als|ik ben|ben ik|rol van|functie van|wij als|mijn rol als)( een| de| het)?( lid van de| lid van het)? (directeur|directie|teamleider|leidinggevende|schoolleider|schoolleiding|bestuurder|bestuurslid|bestuur|rector|conrector|adjunct|locatieleider|locatiedirecteur|afdelingsleider|unitleider|bouwcoordinator|directielid)\b/;

/** Whether the asker says to lead others, for protocols that ask more of leaders. */
export function speaksAsLeader(words: readonly string[]): boolean {
  return leading.test(words.join(' '));
}
