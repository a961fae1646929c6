/** A text as words that still know where they stood. */
export type Token = {
  /** In small letters without accents. */
  readonly plain: string;
  readonly capital: boolean;
  /** First of the text or after a full stop: its capital says nothing. */
  readonly opens: boolean;
  readonly start: number;
  readonly end: number;
};

/** More words than a form holds tell nothing new. */
const MOST = 1500;
/** Longer than any Dutch word. */
const LONGEST = 60;

/** The words of a text in their order. */
export function tokensOf(text: string): readonly Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (found.length === MOST) break;
    const [word] = match;
    const before = text.slice(Math.max(0, match.index - 3), match.index).trimEnd();
    found.push({
      plain: plainWord(word),
      capital: /^\p{Lu}/u.test(word),
      opens: match.index === 0 || before === '' || /[.!?:\n]$/.test(before),
      start: match.index,
      end: match.index + word.length,
    });
  }
  return found;
}

/** The words of something short, such as a name or a function. */
export const plainWords = (text: string): readonly string[] => tokensOf(text).map(({ plain }) => plain);

function plainWord(word: string): string {
  return word.slice(0, LONGEST).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether two words differ by at most one slip of the fingers: a letter more, less, other, or two that changed places. */
export function isSlip(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.abs(one.length - other.length) > 1) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [a, b] = [one.slice(same), other.slice(same)];
  const swapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return swapped || a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}
