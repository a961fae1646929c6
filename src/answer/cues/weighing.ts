import { anyOf } from './any-of.ts';

/** Who weighs whether to post something they have at hand, without a word for it: by what they have, and what holds them back. */

const THING =
  '\\w*(post|bericht|berichtje|tekst|stuk|stukje|foto|fotos|selfie|film|filmpje|video|reel|tweet|blog|vlog|column|meme|grap|grapje|story|verhaal|reactie|mening|opiniestuk|interview|uitspraak|oproep|aankondiging|petitie|picture|photo|caption|draft|joke|message|item|article|announcement|rant|opinion)';

/** Something of the asker that is not online yet. */
const atHand = anyOf(String.raw`
  (deze|dit|die|mijn|m n|mn|me|onze|ons|this|my|our|hun|een eigen) (\w+ )?${THING}
  (ik|k|we|wij|heb|hb|kheb) (\w+ ){0,5}(een|n|mijn|de|het|t|a|the|an) (\w+ ){0,2}${THING}
  (klaar|concept|getypt|getikt|geschreven|gescreve|gemonteerd|opgenomen|gewist)
  (staat|staan|ligt|is|zijn|heb) (\w+ ){0,4}klaar
  wil(len)? (\w+ ){0,12}(plaatsen|posten|delen|zetten|zette|publiceren|reageren|reagere|schrijven|uploaden|kwijt)
  i (ve )?(typed|wrote|made|drafted|deleted|recorded|filmed) | i (d like|want) to (post|share|tweet|write|publish)
  (post|share|publish|tweet) (it|this)
  (nieuwsbrief|website|schoolsite|newsletter) (\w+ ){0,4}(item|stuk|bericht|tekst)
  (of|om) (dit|het|hem|m|t|et|deze) (\w+ ){0,3}(plaats|post|deel|kan|mag|online)\w*
  (item|story|caption|tekst|bericht) (voor|for|in|on) (de|onze|the|our)
  (op|voor|on|for) (de |het |onze |ons |mijn |our |my |an? |the )?(\w+ )?(linkedin|insta\w*|facebook\w*|fb|x|tiktok|socials|\w*site|nieuwsbrief|newsletter|profiel|profile|\w*pagina|page|blog|\w*account)
`);

/** A fear, a second voice, or asking for somebody's verdict. */
const heldBack = anyOf(String.raw`
  (gedoe|problemen|trouble|sacked|ontslagen|spijt|regret|narigheid|last mee|in de problemen)
  (voor het hoofd|kwets\w*|verkeerd|raar|onhandig|onprofessioneel|ongelukkig|gevoelig|beladen|te scherp|te hard|te grof|te stellig|te persoonlijk|gewaagd|nogal fout|lastige?|dubbel)
  (iemand (anders|die)|wie|who|someone|somebody|anyone|anybody) (\w+ ){0,4}(lees\w*|leest|lezen|kijk\w*|keurt|beslist\w*|besluit|beoordeel\w*|heeft gelijk|zegt|vind\w*|approves?|decides?|has the (final|last)|signs|right|look|check|read|tell|help)
  whos right | (final|last) (say|word) | laatste woord | knoop door | (wijs|slim|handig|verstandig|wise|smart)
  ben ik (dan |nou )?gek | toon lastig | (graag|wil|wel) (\w+ ){0,3}dat iemand | iemand anders | who approves
  funny side | leave it out | back and forth | is (het|t|dit|dat) (\w+ ){0,3}(goed|ok\w*) voor | stel ik me aan
  overdrijf ik | zie ik spoken | am i overthinking | overthinking
  (plaatsen|delen|posten|doen|erop|erin|publiceren|versturen) of (niet|eruit|eraf|laten) | wel of niet | of toch niet
  or not | keep or | moet(en)? (ik|we|wij) dat (wel |nou )?willen | zal ik | zou (jij|u) (dit|dat|het|hem)?
  would you
  hoe (\w+ ){0,4}(overkomt|overkom|valt|vallen|kijken) | overkomt | come across | how would | in mijn eentje
  liever (eerst|dat|vooraf) | voorleggen | toetsen | sparren | overleg(gen)? (ik|met) | raad | advies | advice
  help me (choose|decide|kiezen)
  (mijn )?(man|vrouw|partner|duo|vriend|vriendin|collega|mate|husband|wife|colleague) (\w+ ){0,2}(zegt|zeg|vindt|vind|says|thinks|reckons)
  niet (goed|zeker|helemaal) (of|wat|hoe) | weet (ik )?(het )?(echt |gewoon )?niet | kweet nie | kweenie
  geen idee of | bang | worried | afraid | nervous | feels? (wrong|odd|weird|strange|off)
  voelt (\w+ ){0,3}(raar|gek|vreemd|niet) | twee keer | drie keer | again
`);

/** In a longer story both stand by chance. */
const MOST_WORDS = 45;

/** Whether the words tell of something at hand and of what holds its maker back; either alone is a plain question. */
export function weighs(words: readonly string[]): boolean {
  if (words.length > MOST_WORDS) return false;
  const text = words.join(' ');
  return atHand.test(text) && heldBack.test(text);
}
