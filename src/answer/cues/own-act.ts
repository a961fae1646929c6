import { anyOf } from './any-of.ts';

/** "Ik plak het op Pinterest", "I post it on my blog": who tells it does it, now. */
const doing = anyOf(`
  (ik|k) (plak|zet|post|plaats|deel|tweet|upload|kopieer|publiceer) (het|hem|haar|ze|die|dat|dit|er|mijn|m|een|de)
  i (post|share|upload|publish|copy|tweet) (it|them|that|this|a|the|my)
`);

const WANTS = [
  '(ik|k|we|wij) (wil|wilde|wou|willen|wilden|zou|zouden|ga|gaan|overweeg|overwegen)',
  '(wil|willen|zou|zouden|ga|gaan) (ik|k|we|wij)',
  '(i|we) (want|would like|d like|plan)|i am going|im going|we are going',
].join('|');

/** Wanting to report something, or wanting somebody else to do something, is another matter. */
const NOT_THIS = '(graag |even |hierbij )?(melden|aangeven|doorgeven|report|dat|niet dat|weten)';

const PUTTING =
  '(plaatsen|posten|delen|zetten|publiceren|uploaden|tweeten|bloggen|schrijven|versturen|insturen|reageren|antwoorden|online|post|share|upload|publish|write|reply|tweet)';
const THING = String.raw`\w*(foto|fotos|fotootje|selfie|film|filmpje|filmpjes|video|reel|aftermovie|post|tweet|blog|column|stukje|vacature|story)`;
const PLACE = String.raw`(op|in|bij|voor|on|to) (\w+ ){0,2}\w*(site|website|insta|instagram|facebook|fb|linkedin|tiktok|x|twitter|youtube|pagina|page|account|nieuwsbrief|newsletter|blog|app|ouderapp|profiel|socials)`;

/** "We willen een filmpje van de musical op Facebook zetten": who tells it is about to. */
const about = anyOf(String.raw`(${WANTS})\b(?! ${NOT_THIS}\b)( \w+){0,16}? (${PUTTING}|${THING} (\w+ ){0,5}?${PLACE})`);

/** Whether the words tell of putting something online oneself: no wrong of somebody else to report, but a rule to know. */
export function tellsOwnAct(words: readonly string[]): boolean {
  const text = words.join(' ');
  return doing.test(text) || about.test(text);
}
