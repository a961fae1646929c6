import { peopleIn } from '../answer/cues/people.ts';
import { words } from '../answer/text/words.ts';
import type { AskedBefore, Chosen } from '../conversation/memory.ts';
import { leansBack, onlySets } from './following.ts';

/** "En van een collega?", "en met ouders?": whom something is done to, and not who does it. */
const done = /\b(van|met|over|aan|naar|tegen)( \p{L}+)? \p{L}+$/u;

/**
 * Whom the question before is asked about now: "en een leerling?", "geldt dat ook voor ouders?", or a typed answer to "over wie
 * gaat je vraag?". Undefined when it names nobody, or when the question before has two people in it and either may be meant.
 */
export function switchesTo(question: string, before: AskedBefore): Chosen['audience'] {
  const said = words(question);
  const answers = before.open === 'audience' && onlySets(question);
  if (!answers && (leansBack(question) !== 'wholly' || done.test(said.join(' ')))) return undefined;
  const [now, ...others] = peopleIn(said);
  if (now === undefined || others.length > 0 || peopleIn(words(before.question)).size > 1) return undefined;
  return now === 'asker' ? 'medewerker' : now;
}
