import type { Audience } from '../protocol/schema.ts';
import { stem } from './text/stem.ts';

/** What a question says of itself about whom: words that decide between articles that are otherwise alike. */

const stems = (list: string) => new Set(list.split(/\s+/).map(stem));

const pupil = stems(
  'leerling leerlingen kind kinderen student studenten scholier klas brugklasser puber jongen meisje pupil pupils student kids kleuter bovenbouw onderbouw cursist deelnemer',
);
const parent = stems('ouder ouders vader moeder opa oma verzorger verzorgers parent parents mama papa mam pap');
const staff = stems(
  'collega collegas docent docenten leraar leraren juf meester leerkracht leerkrachten medewerker medewerkers personeel stagiair stagiaire conciërge conciergie mentor invaller vrijwilliger teacher teachers staff',
);
const myself = new Set(['ik', 'mijn', 'me', 'mij', 'wij', 'we', 'ons', 'onze', 'i', 'my', 'we']);

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

const leading =
  /\b(als|ik ben|ben ik|rol van|functie van|wij als|mijn rol als)( een| de| het)?( lid van de| lid van het)? (directeur|directie|teamleider|leidinggevende|schoolleider|schoolleiding|bestuurder|bestuurslid|bestuur|rector|conrector|adjunct|locatieleider|locatiedirecteur|afdelingsleider|unitleider|bouwcoordinator|directielid)\b/;

/** Whether the asker says to lead others, for protocols that ask more of leaders. */
export function speaksAsLeader(words: readonly string[]): boolean {
  return leading.test(words.join(' '));
}

/** Whether a question asks for a person: "wie haalt dat weg?", "bij wie …", "who …". */
export function asksWho(words: readonly string[]): boolean {
  return words.some((word) => word === 'wie' || word === 'who' || word === 'whom');
}

/** Ways to say in so many words that one hesitates to post something. */
const hesitating = new RegExp(
  `\\b(${[
    '(?<!(bij|in) )twijfel(?!achtig)\\w*|aarzel\\w*|dubben|in dubio|weifel\\w*|huiver\\w*|bedenkingen|onzeker',
    '(weet|weten) (ik )?(het )?(nog |echt |eigenlijk |gewoon )?niet (goed |zeker |helemaal )?(of|wat wijs)',
    '(niet|nt|nie) (helemaal |echt |zo )?zeker|vraag me af of (het|dit|dat|hij|ze|deze)',
    '(kom|komen|ben|zijn) er (zelf |samen |nog |echt |maar )*niet uit',
    '(knaagt|wringt|kriebelt|schuurt)|hik\\w* ertegenaan|hink op twee gedachten',
    'buikpijn van|niet gerust|(voel|voelt) (me )?(er )?(me )?(het )?(zelf )?(toch )?niet (helemaal |echt )?(goed|lekker|fijn)|(geen|niet zon) goed gevoel|gevoel zegt',
    'durf (ik )?(het |hem |haar |dit |dat |ze |m )?(zo |zelf |niet |toch |nog )*niet (goed |zo |zomaar )?(op de knop|te (plaatsen|posten|delen|versturen|publiceren|drukken|zetten)|aan|online)',
    'op het randje|randgeval|koude voeten|koudwatervrees',
    'not sure|unsure|second thoughts|having doubts|i hesitate|hesitat\\w*|on the fence',
  ].join('|')})\\b`,
);

/** What one can hesitate to post, where, and how. */
const posting = new RegExp(
  `\\b(${[
    'online|social\\w*|media|\\w*account\\w*|profiel\\w*|pagina|site|website|nieuwsbrief|insta\\w*|tiktok\\w*|facebook\\w*|twitter\\w*|tweet\\w*',
    'linkedin|snap\\w*|youtube|app\\w*|\\w*app|\\w*blog\\w*|vlog\\w*|podcast\\w*|story|stories|column|interview|logo|caption|meme\\w*|grap\\w*',
    '\\w*plaats\\w*|\\w*post\\w*|upload\\w*|publi[cs]\\w*|de(el|len|eld|elt)|stuur\\w*|\\w*stur\\w*|verstu\\w*|zet|zetten|gezet|erop|knop',
    'schrij\\w*|schreef|geschreven|tekst\\w*|stukje|reage\\w*|reactie\\w*|commenta\\w*|like\\w*|volg\\w*|verzoek\\w*|\\w*vriend\\w*|link\\w*',
    '\\w*foto\\w*|photo\\w*|plaatje\\w*|beeld\\w*|\\w*film\\w*|video\\w*|\\w*bericht\\w*|uitspra\\w*|mening|(zeggen|zeg|kwijt|vinden) over|protocol',
    'er (wel |nou |zo |echt |gewoon )?op (kan|mag|past|hoort|moet)',
  ].join('|')})\\b`,
);

/** What is meant without its name ("ik weet niet of dit kan"): whoever says so has something at hand. */
const atHand =
  /\b(dit|dat|deze|this|that|it|gevoel|randje|randgeval)\b|\bof (het|t|hij|hem|ze|die) (wel |nou |zo |echt )*(kan|mag|past|hoort|goed|handig|slim|ok\w*|verstandig)/;
const FEW_WORDS = 3;

/**
 * What somebody hesitates about who says so in so many words: posting something, or what no protocol of this kind is about (the
 * wifi, a contract). Undefined for who does not say so.
 */
export function hesitation(words: readonly string[]): 'posting' | 'something-else' | undefined {
  const text = words.join(' ');
  if (!hesitating.test(text)) return undefined;
  return words.length <= FEW_WORDS || posting.test(text) || atHand.test(text) ? 'posting' : 'something-else';
}
