/** What people type, before it is kept and when it is shown. */

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

/** "Dit is te lang: …", or undefined when it fits. */
export function tooLong(text: string, most: number): string | undefined {
  return text.length <= most
    ? undefined
    : `Dit is te lang: hoogstens ${most} tekens. Maak het ${text.length - most} korter.`;
}
