import { anyOf } from './any-of.ts';

/** Who hesitates to post something, by the words that say so. */

/** Ways to say in so many words that one hesitates to post something. */
const hesitating = anyOf(String.raw`
  (?<!(bij|in) )twijfel(?!achtig)\w* | aarzel\w* | dubben | in dubio | weifel\w* | huiver\w* | bedenkingen | onzeker
  (weet|weten) (ik )?(het )?(nog |echt |eigenlijk |gewoon )?niet (goed |zeker |helemaal )?(of|wat wijs)
  (niet|nt|nie) (helemaal |echt |zo )?zeker | vraag me af of (het|dit|dat|hij|ze|deze)
  (kom|komen|ben|zijn) er (zelf |samen |nog |echt |maar )*niet uit
  (knaagt|wringt|kriebelt|schuurt) | hik\w* (er ?)?tegen(aan)? | hink op twee gedachten
  buikpijn van | niet gerust | gerust (ben|zijn) (ik|k|we) er (\w+ ){0,4}niet op
  (voel|voelt) (me )?(er )?(me )?(het )?(zelf )?(toch )?niet (helemaal |echt )?(goed|lekker|fijn)
  (geen|niet zon) goed gevoel | gevoel zegt
  durf (ik )?(het |hem |haar |dit |dat |ze |m )?(zo |zelf |niet |toch |nog )*niet (goed |zo |zomaar )?(op (\w+ ){0,2}(knop|te drukken|te klikken)|te (plaatsen|posten|delen|versturen|publiceren|drukken|zetten)|aan|online)
  op het randje | randgeval | koude voeten | koudwatervrees
  in tweestrijd | wik\w* en (ik |te )?we\w* | dilemma | knelt | wiebelig | ongemakkelijk | onderbuik\w*
  iets in (me|mij) zegt | raar gevoel
  zit (ik )?er (nu |een beetje |best |nogal )?mee
  zit (het |t |et )?(me|mij) (toch |er |echt |nog |gewoon )*niet lekker | zie er (een beetje )?tegenop
  op (mijn|m n|mn) geweten | voor me uit
  (stel|schuif) (ik |het |dit |m |hem )*(steeds|telkens|al|maar) (\w+ )?(uit|voor) | eerst groen licht
  over de streep | net (nog )?(wel )?ok\w* of
  second opinion | tweede mening | nog niet (over )?uit | (dit|het|deze|die|hij) (niet |al |nou )?te ver gaat
  gaat (dit|het|deze \w+|die \w+) (\w+ )?te ver | grapje te ver | onduidelijk of
  (wijs|slim|handig|verstandig) of (on\w+|niet|dom) | (misschien|toch maar|toch) beter (van )?niet
  verkeerd (kan |kunnen |zal |gaat )?(vallen|overkomen|uitpakken|opgevat|begrepen)
  (iemand|wie|wil je|kun je|kan je|even|eerst) (\w+ ){0,6}(meelezen|meelees\w*|meekij\w*|meedenk\w*|tegenlezen|overlezen)
  (leest|kijkt|denkt) ((er|iemand|even|eerst) )+(mee|na) | blik op (te )?werp\w*
  not sure | unsure | second thoughts | having doubts | i hesitate | hesitat\w* | on the fence | im torn
  in two minds | cold feet | feels off | doesnt feel right | bad feeling | not comfortable | uncomfortable | uneasy
  (cant|cannot|can not) (decide|make up my mind) | come back to bite
  before i (press|hit|send|post|publish|share|click)
  (look|read) (it |this )?(over|through) (it |this )?(first|before)
  (have|take) a (quick )?look (first|before|at (it|this)) | run (it|this) (by|past)
`);

/** What one can hesitate to post, where, and how. */
const posting = anyOf(String.raw`
  online | social\w* | media | \w*account\w* | profiel\w* | pagina | site | website | nieuwsbrief | insta\w*
  tiktok\w* | facebook\w* | twitter\w* | tweet\w*
  linkedin | snap\w* | youtube | app\w* | \w*app | \w*blog\w* | vlog\w* | podcast\w* | story | stories | column
  interview | logo | caption | meme\w* | grap\w*
  \w*plaats\w* | \w*post\w* | upload\w* | publi[cs]\w* | de(el|len|eld|elt) | krant\w* | \w*brief | stuur\w*
  \w*stur\w* | verstu\w* | zet | zetten | gezet | erop | knop
  schrij\w* | schreef | geschreven | tekst\w* | stukje | reage\w* | reactie\w* | commenta\w* | like\w* | volg\w*
  verzoek\w* | \w*vriend\w* | link\w*
  \w*foto\w* | photo\w* | plaatje\w* | beeld\w* | \w*film\w* | video\w* | \w*bericht\w* | uitspra\w* | mening
  (zeggen|zeg|kwijt|vinden) (over|op) | op x | on x | verhaal | protocol
  er (wel |nou |zo |echt |gewoon )?op (kan|mag|past|hoort|moet)
`);

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
