import { createMisspelt } from '../text/misspelt.ts';
import { remembering } from '../text/remembering.ts';
import { countIn, withNumbers } from './counting.ts';
import type { Token } from './token.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

const articles = set('artikel art article artikelnummer artikeltje artikkel');
const points = set('punt puntje pnt putn richtlijn bepaling point guideline');
const weakPoints = set(
  'regel lid afspraak nummer nummertje nr no item rule number bullet pt alinea streepje bolletje opsommingsteken',
);
const chapters = set('hoofdstuk hst hfst paragraaf chapter');
const weakChapters = set('onderdeel deel gedeelte kopje kop letter sectie section part stuk stukje passage');
const fillers = set(
  `wat zegt zeg staat staan er in is zijn de het een van uit bij onder over voor tekst aub svp graag alsjeblieft alstublieft
  please toon tonen laat laten geef geven lees lezen weten zien even eens me mij ons ik wil bedoel kun kunt kan je u jij open zoek hele heel gehele
  volledige complete precies letterlijk woordelijk inhoud daar dat die dit ook en dan nou toch nog hoe luidt luiden waar
  gaat protocol the of what does say show is tell read an a hoi hallo goedemorgen dank bedankt`,
);
const looseFillers = set(
  `stond stonden was alweer ging kunnen willen zou zouden wilt wanneer voorlezen opzoeken zoeken nalezen inzien bekijken
  citeer citeren noem noemen haal halen pak stuur sturen vind vinden vertel vertellen houdt luidde exacte exact letterlijke
  precieze zeggen welk welke betreft opnieuw can could would you like to see about under from find which out full give at it for op`,
);

/** "artikel 9c", "punt 9 onder c", "a.9c", "9c": a part within an article is shown with the whole of it. */
const withLetter =
  /((?:\b(?:artikel|art|punt|richtlijn|bepaling|afspraak|regel|nummer) (?:[a-z]\.)?|\b[a-z]\.|^(?!\d+e .))\d{1,2})[ .]?(?:(?:onder|sub|letter) )?[a-h](?=\s|$)/g;

/** A text in small letters without accents and marks, its place names kept whole. */
export function simple(text: string): string {
  return unaccented(text)
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

/** Most texts have no accents, and looking for them would cost more than all the rest. */
const unaccented = (text: string): string => (PLAIN.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, ''));

const PLAIN = /^[\n -~’]*$/;

/** Reads a text word by word. */
export const tokens = (text: string): readonly Token[] => tokensIn(simple(text));

/** The same of a text that `simple` has read. */
export function tokensIn(plain: string): readonly Token[] {
  return withNumbers(
    plain
      .split(' ')
      .filter((word) => word !== '')
      .map(tokenOf),
  );
}

/** The long names of places, which may have an error in them; "betaling" is a word of its own, so "bepaling" may not. */
const mistyped = createMisspelt(['artikel', 'richtlijn', 'hoofdstuk', 'paragraaf', 'onderdeel', 'guideline']);

const tokenOf = remembering((text: string): Token => {
  const known = placeOf(text) ?? countIn(text);
  if (known !== undefined) return known;
  const lettered = /^([a-z])\.?(\d{1,2})$/.exec(text);
  if (lettered !== null) return { is: 'name', text: `${lettered[1]}.${lettered[2]}` };
  if (/^\d{1,2}(\.\d{1,2}){1,2}$/.test(text)) return { is: 'name', text };
  if (/^\d{1,2}$/.test(text)) return { is: 'number', text: String(Number(text)), ordinal: false };
  if (/^[a-z]$/.test(text)) return { is: 'letter', text };
  if (fillers.has(text) || looseFillers.has(text)) return { is: 'filler', loose: looseFillers.has(text), text };
  const [meant] = mistyped(text);
  // "artikels" and "richtlijne" are more than one, which points at none.
  return (meant === undefined || text.startsWith(meant) ? undefined : placeOf(meant)) ?? { is: 'word', text };
});

/** "artikel", "punt", "hoofdstuk". */
function placeOf(text: string): Token | undefined {
  if (articles.has(text)) return { is: 'kind', of: 'article', strong: true, text };
  if (points.has(text) || weakPoints.has(text))
    return { is: 'kind', of: 'point', strong: points.has(text), text: text === 'guideline' ? 'richtlijn' : text };
  if (!chapters.has(text) && !weakChapters.has(text)) return undefined;
  return { is: 'kind', of: 'chapter', strong: chapters.has(text), text };
}

/** Words that say that a number belongs to another text than the protocol. */
const elsewhere = set(
  `grondwet evrm ivrk cao avg gdpr wet wetboek auteurswet wvo wpo web bw sr schoolgids reglement leerplichtwet krant
  agenda vergadering notulen`,
);

/**
 * "wat zegt punt 5 van de sancties over ontslag?": the one place that is named in so many words within a longer question, or
 * undefined. Two places make a list or a story.
 */
export function strongPart(all: readonly Token[]): readonly Token[] | undefined {
  if (all.some((token) => token.is === 'word' && elsewhere.has(token.text))) return undefined;
  const starts = all.flatMap((token, i) => (token.is === 'kind' && token.strong && pointsAt(all, i + 1) ? [i] : []));
  const [start] = starts;
  if (start === undefined || starts.length > 2) return undefined;
  const last = (starts.at(-1) ?? start) + 1;
  // "Punt E zes": a letter and its number are one place.
  const end = last + (all[last]?.is === 'letter' && pointsAt(all, last + 1) ? 2 : 1);
  const part = all.slice(start, end);
  if (part.some((token) => token.is === 'word')) return undefined;
  const inside = all.slice(end, end + 6);
  // "Mijn eerste punt is …": within a longer text only "het eerste punt van de sancties" is a place.
  if (inside[0] === undefined || !belongs.test(inside[0].text))
    return part.some((token) => token.is === 'number' && token.ordinal) ? undefined : part;
  const named = inside.findIndex((token) => token.is === 'word' || token.is === 'letter' || token.is === 'name');
  return named > 0 ? [...part, ...inside.slice(0, named + 1)] : part;
}

/** What stands between a place and the chapter it is in. */
export const belongs = /^(van|uit|bij|onder|in|op|of|from|under)$/;

/** A number that counts something is no place: "een artikel 2 weken geleden". */
const counted =
  /^(week|weken|dag|dagen|keer|maal|maand|maanden|jaar|jaren|uur|uren|minuten|leerlingen|kinderen|ouders|collega|foto|filmpjes|personen|mensen|euro|weeks|days|times)$/;

function pointsAt(all: readonly Token[], i: number): boolean {
  const [token, after] = [all[i], all[i + 1]];
  if (token?.is === 'number') return after?.is !== 'word' || !counted.test(after.text);
  return token?.is === 'name' || token?.is === 'letter';
}
