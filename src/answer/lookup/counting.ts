import type { Token } from './token.ts';

/** The number of "het laatste punt". */
export const LAST = 'last';

const inOrder = (list: string): readonly (readonly [string, string])[] =>
  list
    .trim()
    .split(/\s+/)
    .flatMap((forms, i) => forms.split('/').map((word) => [word, String(i + 1)] as const));

/** "twaalf" → "12", in Dutch and English and as people type it; "een" is mostly no number and is told apart below. */
const cardinals: ReadonlyMap<string, string> = new Map(
  inOrder(
    'een/one twee/two drie/three vier/four vijf/vyf/five zes/ses/six zeven/seven acht/eight negen/nine tien/ten elf/eleven twaalf/twelve',
  ),
);

const ordinals: ReadonlyMap<string, string> = new Map([
  ...inOrder(
    `eerste/eertse/eesrte/first tweede/twede/second derde/third vierde/virde/fourth vijfde/vyfde/fifth zesde/sixth
    zevende/seventh achtste/achste/eighth negende/ninth tiende/tenth elfde/eleventh twaalfde/twelfth`,
  ),
  ...['laatste', 'laaste', 'last'].map((word) => [word, LAST] as const),
]);

/** "twee", "tweede", "2e", "2nd", "laatste", told apart; undefined for every other word. */
export function countIn(word: string): Token | undefined {
  const cardinal = cardinals.get(word);
  if (cardinal !== undefined) return { is: 'count', ordinal: false, number: cardinal, text: word };
  const ordinal = ordinals.get(word) ?? /^(\d{1,2})(?:e|de|ste|st|nd|rd|th)$/.exec(word)?.[1];
  return ordinal === undefined ? undefined : { is: 'count', ordinal: true, number: ordinal, text: word };
}

/** Of what is counted by name rather than as "punt": "het vijfde uitgangspunt", "sanctie twee". */
export const countable = /^(uitgangspunt|sanctie|maatregel|definitie|begrip|voorbeeld)$/;

const isCounted = (token: Token | undefined): boolean =>
  token !== undefined && (isPoint(token) || (token.is === 'word' && countable.test(token.text)));

/** "regel" and "afspraak" can be counted, "een deel" cannot: there, who counts tells of something else. */
const isPoint = (token: Token): boolean =>
  token.is === 'kind' && (token.of !== 'chapter' || token.strong) && token.text !== 'no';

/**
 * The same words with numbers where they were written out: "het tweede punt" becomes "het punt 2", "nummer tien" becomes
 * "nummer 10". A number that counts something else ("twee leerlingen") becomes a word, which makes it no look-up.
 */
export function withNumbers(all: readonly Token[]): readonly Token[] {
  if (!all.some((token) => token.is === 'count')) return all;
  return all.flatMap((token, i) => {
    const [before, after] = [all[i - 1], all[i + 1]];
    // Placed behind what it counts.
    if (before?.is === 'count' && pointsOn(all, i - 1)) return [token, numberOf(before)];
    if (token.is !== 'count') return [token];
    if (token.ordinal) return pointsOn(all, i) ? [] : [asWord(token)];
    return pointsBack(before, after, token.text) ? [numberOf(token)] : [asWord(token)];
  });
}

type Count = Extract<Token, { is: 'count' }>;

const numberOf = ({ number, ordinal }: Count): Token => ({ is: 'number', text: number, ordinal });

const asWord = ({ text }: Count): Token =>
  text === 'een' ? { is: 'filler', loose: false, text } : { is: 'word', text };

/** "het tweede punt", not "een tweede sanctie". */
function pointsOn(all: readonly Token[], i: number): boolean {
  const [before, token, after] = [all[i - 1], all[i], all[i + 1]];
  return token?.is === 'count' && token.ordinal && isCounted(after) && !/^(een|a|an)$/.test(before?.text ?? '');
}

/** "punt twee", "c drie"; "regel een gesprek" is no first rule. */
function pointsBack(before: Token | undefined, after: Token | undefined, text: string): boolean {
  if (text !== 'een') return isCounted(before) || before?.is === 'letter';
  return (
    before?.is === 'kind' &&
    before.of !== 'chapter' &&
    before.strong &&
    (after === undefined || /^(van|uit|onder|bij|aub|svp|graag)$/.test(after.text))
  );
}
