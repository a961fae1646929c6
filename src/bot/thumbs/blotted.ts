import { isFunctionWord } from '../../answer/text/stem.ts';
import type { Person } from '../../organisation/person.ts';
import { plainWords, type Token, tokensOf } from '../../report/tokens.ts';
import { firstNames } from './first-names.ts';

/** Longer than a question has to be. */
const MOST = 600;
const BLOT = '…';
/** With more taken out, or fewer words left around each, it is about somebody, and no question to a protocol any more. */
const MOST_BLOTS = 2;

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

/** What stands before a name, in whatever letters that is, and what may stand between. */
const titles: ReadonlySet<string> = new Set('meneer mevrouw mevr mw dhr heer heet heten genaamd'.split(' '));
const particles: ReadonlySet<string> = new Set('de het t van der den ter ten te v d el al la le'.split(' '));

/**
 * A text without e-mail addresses, links, names and numbers: the names of the people of the organisation and common first names
 * in whatever letters, what follows a title ("mevrouw de vries"), and every other word with a capital that is no ordinary word.
 * Rather a word too many goes than one too few; a rare name in small letters stays.
 */
export function blotted(text: string, people: readonly Pick<Person, 'name'>[]): string {
  const names = namesOf(people);
  const whole = patterns.reduce((left, pattern) => left.replace(pattern, BLOT), text.slice(0, MOST).toWellFormed());
  let kept = '';
  let from = 0;
  let titled = false;
  for (const token of tokensOf(whole)) {
    const gone = tells(token, whole.slice(token.start, token.end), names) || (titled && !isSmall(token.plain));
    titled = titles.has(token.plain) || (titled && particles.has(token.plain));
    if (!gone) continue;
    kept += `${whole.slice(from, token.start)}${BLOT}`;
    from = token.end;
  }
  return `${kept}${whole.slice(from)}`.replace(/…(?:[\s.'’()+/-]*…)+/gu, BLOT).trim();
}

/** The same, or '' when so much had to go that what is left is about somebody, or about nothing. */
export function blottedOrNothing(text: string, people: readonly Pick<Person, 'name'>[]): string {
  const left = blotted(text, people);
  const blots = left.split(BLOT).length - 1;
  return blots > MOST_BLOTS || plainWords(left).length <= 2 * blots ? '' : left;
}

/** Whether a word may tell who somebody is. */
function tells({ plain, capital }: Token, word: string, names: ReadonlySet<string>): boolean {
  if (/\p{N}/u.test(word) || names.has(plain) || firstNames.has(plain)) return true;
  return capital && !isFunctionWord(plain) && !ordinary.has(plain);
}

const isSmall = (plain: string): boolean => particles.has(plain) || isFunctionWord(plain);

/** Every part of every name that is no ordinary small word. */
function namesOf(people: readonly Pick<Person, 'name'>[]): ReadonlySet<string> {
  const parts = people.flatMap(({ name }) => plainWords(name ?? ''));
  return new Set(parts.filter((part) => part.length > 1 && !isFunctionWord(part)));
}
