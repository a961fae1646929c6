/**
 * Clients read a TextBlock as markdown, and each client reads another dialect of it. Our cards never use markdown, so all
 * text is escaped by `fill`, and only where a client would otherwise act on it: Teams on a phone shows the backslash itself,
 * and has no way of escaping a link but to break it.
 */

/** At the start of a line: headings, lists and rules. A no-break space keeps a list marker from being one, without a trace. */
const marker = /^(#{1,6}|[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
const quote = /^(?=>)/;
const rule = /^(?=(?:[-_*=][ \t]*)+$)/;

/** `](` and `]:` make links; `{{DATE(` and `{{TIME(` are Adaptive Cards' own. */
const link = /\](?=[(:])/g;
const macro = /\{\{(?=DATE|TIME)/g;
/** A backslash counts only before punctuation; emphasis, code, html and entities only in these places. */
const active = /\\(?=[!-/:-@[-`{-~])|[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-z/!?])|&(?=#?\w+;)/giu;

const escapeLine = (line: string): string => {
  const inner = line
    .trim()
    .replace(marker, (_, sign: string) => `${sign}\u00a0`)
    .replace(active, '\\$&')
    .replace(link, ']\\')
    .replace(macro, '{\\{');
  return inner.replace(quote, '\\').replace(rule, '\\');
};

/** One line that begins with a letter and has nothing a client acts on, which nearly all of ours are. */
const harmless = /^\p{L}[\p{L}\p{N} ,.?!:;'"()‘’“”…%€/+–-]*$/u;

/** The markdown that shows exactly this text in every client. Line breaks become paragraphs, which all clients keep. */
export const escapeText = (text: string): string => (harmless.test(text) ? text.trim() : escapeLines(text));

const escapeLines = (text: string): string =>
  text
    .split(/\r?\n|\r/)
    .map(escapeLine)
    .filter((line) => line !== '')
    .join('\n\n');

/**
 * What people typed, for a TextRun: no client reads markdown there, but all replace {{DATE(…)}}, and none lets it be
 * escaped. An invisible word joiner breaks it.
 */
export const literalRun = (text: string): string => text.replace(macro, '{\u2060{');

/** What `escapeText` was given, but for white space: the text of a TextBlock for a channel that does not read markdown. */
export const plain = (markdown: string): string =>
  markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/\n{2,}/g, '\n');
