import type { Values } from '../../conversation/event.ts';
import { cleaned } from '../../conversation/typed.ts';

/** What people type into the forms of a case, before it is kept and when it is shown. */

export { cleaned, tooLong } from '../../conversation/typed.ts';

/** How much a field holds; the forms say the same to the client. With these a card with all of it stays within every limit. */
export const MOST = { draft: 2500, link: 500, vraag: 1500, toelichting: 1000, reden: 500 } as const;

/** Lines on a card: what is longer goes on in the last one. */
const LINES = 12;

/** As lines for a card, none of them empty. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length <= LINES ? lines : [...lines.slice(0, LINES - 1), lines.slice(LINES - 1).join(' / ')];
}

/** What a channel filled in before somebody typed, as far as these fields hold it. */
export function filledIn(values: Values, most: Readonly<Record<string, number>>): Values {
  const found = Object.entries(most).flatMap(([field, length]) => {
    const text = cleaned(Object.hasOwn(values, field) ? values[field] : '').slice(0, length);
    return text === '' ? [] : [[field, text] as const];
  });
  return Object.fromEntries(found);
}
