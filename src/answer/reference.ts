/**
 * The words with which people point at a place, told apart. What they point at depends on the protocol: see `lookup.ts`.
 */
export type Token =
  /** "artikel", "punt", "hoofdstuk". `strong`: with a number behind it a look-up, whatever else is said. */
  | {
      readonly is: 'kind';
      readonly of: 'article' | 'point' | 'chapter';
      readonly strong: boolean;
      readonly text: string;
    }
  /** "c.3", "1.4", "1.4.3": a name that holds its chapter. */
  | { readonly is: 'name'; readonly text: string }
  | { readonly is: 'number'; readonly text: string }
  | { readonly is: 'letter'; readonly text: string }
  /** "wat zegt", "aub": says nothing of the place. */
  | { readonly is: 'filler'; readonly text: string }
  | { readonly is: 'word'; readonly text: string };

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

const articles = set('artikel art article artikelnummer');
const points = set('punt richtlijn bepaling point guideline');
const weakPoints = set('regel lid afspraak nummer nr no item rule pt');
const chapters = set('hoofdstuk hst hfst paragraaf chapter');
const weakChapters = set('onderdeel deel kopje sectie section stuk');
const fillers = set(
  `wat zegt zeg staat staan er in is zijn de het een van uit bij onder over voor tekst aub svp graag alsjeblieft alstublieft
  please toon tonen laat laten geef geven lees lezen weten zien even eens me mij ons ik wil bedoel kun kunt kan je u jij open zoek hele heel gehele
  volledige complete precies letterlijk woordelijk inhoud daar dat die dit ook en dan nou toch nog hoe luidt luiden waar
  gaat protocol the of what does say show is tell read an a hoi hallo goedemorgen dank bedankt`,
);

/** "artikel 9c", "punt 9 onder c", "a.9c", "9c": a part within an article is shown with the whole of it. */
const withLetter =
  /((?:\b(?:artikel|art|punt|richtlijn|bepaling|afspraak|regel|nummer) (?:[a-z]\.)?|\b[a-z]\.|^)\d{1,2})[ .]?(?:(?:onder|sub|letter) )?[a-h](?=\s|$)/g;

/** A text in small letters without accents and marks, its place names kept whole. */
export function simple(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[?!"'“”‘’:;()[\]]+/g, ' ')
    .replace(/\bart\.\s*/g, 'artikel ')
    .replace(/\b([a-z])\s?[.,-]\s?(\d{1,2})\b/g, '$1.$2')
    .replace(/(?<=\d),(?=\d)/g, '.')
    .replace(withLetter, '$1')
    .replace(/[.,]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Reads a text word by word. */
export const tokens = (text: string): Token[] => tokensIn(simple(text));

/** The same of a text that `simple` has read. */
export function tokensIn(plain: string): Token[] {
  return plain
    .split(' ')
    .filter((word) => word !== '')
    .map(tokenOf);
}

function tokenOf(text: string): Token {
  if (articles.has(text)) return { is: 'kind', of: 'article', strong: true, text };
  if (points.has(text) || weakPoints.has(text)) return { is: 'kind', of: 'point', strong: points.has(text), text };
  if (chapters.has(text) || weakChapters.has(text)) {
    return { is: 'kind', of: 'chapter', strong: chapters.has(text), text };
  }
  const lettered = /^([a-z])\.?(\d{1,2})$/.exec(text);
  if (lettered !== null) return { is: 'name', text: `${lettered[1]}.${lettered[2]}` };
  if (/^\d{1,2}(\.\d{1,2}){1,2}$/.test(text)) return { is: 'name', text };
  if (/^\d{1,2}$/.test(text)) return { is: 'number', text: String(Number(text)) };
  if (/^[a-z]$/.test(text)) return { is: 'letter', text };
  return fillers.has(text) ? { is: 'filler', text } : { is: 'word', text };
}

/** Words that say that a number belongs to another text than the protocol. */
const elsewhere = set(
  'grondwet evrm ivrk cao avg gdpr wet wetboek auteurswet wvo wpo web bw sr schoolgids reglement leerplichtwet krant',
);

/**
 * "wat zegt punt 5 van de sancties over ontslag?": the one place that is named in so many words within a longer question, or
 * undefined. Two places make a list or a story.
 */
export function strongPart(all: readonly Token[]): readonly Token[] | undefined {
  if (all.some((token) => token.is === 'word' && elsewhere.has(token.text))) return undefined;
  const starts = all.flatMap((token, i) => (token.is === 'kind' && token.strong && pointsAt(all[i + 1]) ? [i] : []));
  const [start] = starts;
  if (start === undefined || starts.length > 2) return undefined;
  const end = (starts.at(-1) ?? start) + 2;
  const part = all.slice(start, end);
  if (part.some((token) => token.is === 'word')) return undefined;
  const inside = all.slice(end, end + 4);
  const named = inside.findIndex((token) => token.is === 'word');
  const belongs = inside[0]?.is === 'filler' && /^(van|uit|bij|onder|in)$/.test(inside[0].text);
  return belongs && named > 0 ? [...part, ...inside.slice(0, named + 1)] : part;
}

function pointsAt(token: Token | undefined): boolean {
  return token !== undefined && (token.is === 'name' || token.is === 'number' || token.is === 'letter');
}
