import type { Answer } from '../answer/answer.ts';
import { somebodyIn } from '../answer/cues/people.ts';
import { isFunctionWord, stem } from '../answer/text/stem.ts';
import { words } from '../answer/text/words.ts';

/** A question that leans on the one before is short: whoever starts anew says what it is about. */
const LONGEST_WORDS = 10;

/** Below this an answer rests on next to nothing. */
const WEAK = 0.25;

/** "En op Facebook?", "maar als …", "geldt dat ook …", "mag dat dan wel …". */
const leaningStart =
  /^(en|maar|of|ook|zelfs|dus) \p{L}|^(geldt|mag|kan|moet|is|gaat|hoeft) (dat|dit|het|die|zoiets)( \p{L}+){0,5} (ook|dan|wel|nog|niet)\b|^(wat|hoe zit het|hoe zit dat) (als|bij|met|op|dan)\b|^(and|what about|what if|does that)\b/u;

/** Who, where and when: what changes about a question, and never a subject of its own. */
const settings: ReadonlySet<string> = new Set(
  `collega collegas docent leraar leerkracht juf meester medewerker stagiair stagiaire vrijwilliger invaller conciërge mentor
  directeur teamleider leidinggevende leerling leerlingen student studenten kind kinderen klas oudleerling oud ouder ouders vader
  moeder verzorger vriend vriendin familie kennis facebook insta instagram linkedin twitter tiktok youtube snapchat snap whatsapp
  app appje threads teams telegram discord blog x fb ig yt werk werktijd school schooltijd les pauze thuis prive tijd vrije eigen
  account profiel pagina tijdens weekend avond vakantie zomer schoolplein kamp schoolreis sportdag besloten openbaar groep anoniem online
  personeel iedereen jaar ouder jonger dan later nu zelf goed vinden vindt oke gelden geldt iets zoiets zit staat soort geval manier onderbouw
  bovenbouw kleuters mbo examenklas colleague parent student holiday`
    .split(/\s+/)
    .map(stem),
);

/**
 * How much a question leans on the one before it: `wholly` when it only says who, where or when ("en op LinkedIn?"),
 * `perhaps` when it begins that way but has words of its own ("en wie geeft die toestemming?").
 */
export function leansBack(question: string): 'wholly' | 'perhaps' | 'no' {
  const said = words(question);
  if (said.length === 0 || said.length > LONGEST_WORDS || !leaningStart.test(said.join(' '))) return 'no';
  return onlySets(question) ? 'wholly' : 'perhaps';
}

/** Whether a text says only who, where or when: "een leerling", "privé". */
export function onlySets(text: string): boolean {
  return words(text).every(
    (word) => isFunctionWord(word) || settings.has(stem(word)) || somebodyIn(word) !== undefined || /^\d+$/.test(word),
  );
}

/** Whether a text is short enough to say what the question before was about, once that was asked back. */
export function isBrief(text: string): boolean {
  return words(text).length <= LONGEST_WORDS && !text.trimEnd().endsWith('?');
}

/** Whether an answer to the question alone is so weak that the one before it belongs to it. */
export function isWeak(answer: Answer): boolean {
  if (answer.kind !== 'answer' && answer.kind !== 'ask-back') return false;
  return (answer.because[0]?.weight ?? 0) < WEAK;
}

/** Two questions as one; the last goes first, since whom it names now is whom it is about. */
export function together(question: string, before: string): string {
  return `${question} ${before}`;
}
