import { isFunctionWord } from '../../answer/text/stem.ts';
import type { Person } from '../../organisation/person.ts';
import { plainWords, type Token, tokensOf } from '../../report/tokens.ts';

/** Longer than a question has to be. */
const MOST = 600;
const BLOT = '…';

/** What is no word of the language and may say who somebody is. */
const patterns: readonly RegExp[] = [/\S*@\S*/gu, /\b(?:https?:\/\/|www\.)\S+/giu];

/** Words that are no names of people although they have a capital, of a platform or because a question begins with them. */
const ordinary: ReadonlySet<string> = new Set(
  `facebook instagram insta linkedin whatsapp tiktok snapchat youtube twitter threads discord telegram pinterest teams slack
  magister parro somtoday google microsoft internet ai chatgpt avg foto fotos filmpje filmpjes video beeld leerling leerlingen
  student studenten ouder ouders collega collegas docent docenten leraar leraren kind kinderen klas klassenapp groepsapp account
  profiel bericht berichten toestemming wachtwoord telefoon mobiel mobieltjes sociale social media school volgens geldt`.split(
    /\s+/,
  ),
);

/**
 * A text without e-mail addresses, links, names and numbers: those of the people of the organisation in whatever letters, and
 * every other word with a capital that is no ordinary word. Rather a word too many goes than one too few; a name of somebody
 * from outside in small letters stays.
 */
export function blotted(text: string, people: readonly Pick<Person, 'name'>[]): string {
  const names = namesOf(people);
  const whole = patterns.reduce((left, pattern) => left.replace(pattern, BLOT), text.slice(0, MOST).toWellFormed());
  let kept = '';
  let from = 0;
  for (const token of tokensOf(whole)) {
    if (!tells(token, whole.slice(token.start, token.end), names)) continue;
    kept += `${whole.slice(from, token.start)}${BLOT}`;
    from = token.end;
  }
  return `${kept}${whole.slice(from)}`.replace(/…(?:[\s.,'’()+/-]*…)+/gu, BLOT).trim();
}

/** Whether a word may tell who somebody is. */
function tells({ plain, capital }: Token, word: string, names: ReadonlySet<string>): boolean {
  if (/\p{N}/u.test(word) || names.has(plain)) return true;
  return capital && !isFunctionWord(plain) && !ordinary.has(plain);
}

/** Every part of every name that is no ordinary small word. */
function namesOf(people: readonly Pick<Person, 'name'>[]): ReadonlySet<string> {
  const parts = people.flatMap(({ name }) => plainWords(name ?? ''));
  return new Set(parts.filter((part) => part.length > 1 && !isFunctionWord(part)));
}
