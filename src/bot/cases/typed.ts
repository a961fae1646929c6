/** What people type into the forms of a case, before it is kept and when it is shown. */

/** How much a field holds; the forms say the same to the client. With these a card with all of it stays within every limit. */
export const MOST = { draft: 2500, link: 500, vraag: 1500, toelichting: 1000, reden: 500 } as const;

/** Lines on a card: what is longer goes on in the last one. */
const LINES = 12;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029]/g;

/** The letters of it: no control characters but line ends, nothing that cannot be written as UTF-8. */
export function cleaned(text: string | undefined): string {
  return (text ?? '')
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(CONTROLS, ' ')
    .trim();
}

/** "Dit mag hoogstens 500 tekens zijn …", or undefined when it fits. */
export function tooLong(text: string, most: number): string | undefined {
  return text.length <= most
    ? undefined
    : `Dit is te lang: hoogstens ${most} tekens. Maak het ${text.length - most} korter.`;
}

/** As lines for a card, none of them empty. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length <= LINES ? lines : [...lines.slice(0, LINES - 1), lines.slice(LINES - 1).join(' / ')];
}
