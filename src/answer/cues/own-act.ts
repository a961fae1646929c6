/** "Ik plak het op Pinterest", "I post it on my blog": who tells it does it, now. */
const doing =
  /\b(ik|k) (plak|zet|post|plaats|deel|tweet|upload|kopieer|publiceer) (het|hem|haar|ze|die|dat|dit|er|mijn|m|een|de)\b|\bi (post|share|upload|publish|copy|tweet) (it|them|that|this|a|the|my)\b/;

const PUTTING =
  '(?:plaatsen|posten|delen|zetten|publiceren|uploaden|tweeten|bloggen|schrijven|versturen|insturen|reageren|antwoorden|online|post|share|upload|publish|write|reply|tweet)';
const THING =
  '\\w*(?:foto|fotos|fotootje|selfie|film|filmpje|filmpjes|video|reel|aftermovie|post|tweet|blog|column|stukje|vacature|story)';
const PLACE =
  '(?:(?:op|in|bij|voor|on|to) (?:\\w+ ){0,2}\\w*(?:site|website|insta|instagram|facebook|fb|linkedin|tiktok|x|twitter|youtube|pagina|page|account|nieuwsbrief|newsletter|blog|app|ouderapp|profiel|socials))';

/** "We willen een filmpje van de musical op Facebook zetten": who tells it is about to. */
const about = new RegExp(
  `\\b(?:(?:ik|k|we|wij) (?:wil|wilde|wou|willen|wilden|zou|zouden|ga|gaan|overweeg|overwegen)|(?:wil|willen|zou|zouden|ga|gaan) (?:ik|k|we|wij)|i (?:want|would like|d like|am going|plan)|im going|we (?:want|would like|d like|are going|plan))\\b(?! (?:graag |even |hierbij )?(?:melden|aangeven|doorgeven|report|dat|niet dat|weten))(?: \\w+){0,16}? (?:${PUTTING}|${THING} (?:\\w+ ){0,5}?${PLACE})\\b`,
);

/** Whether the words tell of putting something online oneself: no wrong of somebody else to report, but a rule to know. */
export function tellsOwnAct(words: readonly string[]): boolean {
  const text = words.join(' ');
  return doing.test(text) || about.test(text);
}
