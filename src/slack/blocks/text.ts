import type { MrkdwnElement, PlainTextElement, RichTextBlock, TextObject } from '@slack/types';

/** Text as Slack shows it: letters stay letters, whoever they are from. */

/** Letters only: Slack reads no markup in it, and no emoji names. */
export const plainText = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });

/** What stands for itself in Slack's own markup: without it `<!channel>` rings for everybody. */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Signs that Slack's markup acts on and that cannot be escaped: emphasis, code, emoji names, a quote at a line's start. */
const ACTIVE = /[*_~`]|:[\w+-]+:|^>/m;

/** One run of text with its weight. */
export type Run = { readonly text: string; readonly bold: boolean };

/**
 * Runs as one text, each on a line of its own. In bold where that leaves every letter as it is, and otherwise without: the
 * weight is a comfort, the letters are not.
 */
export function prose(runs: readonly Run[]): TextObject {
  const marked = runs.some(({ bold }) => bold) && !runs.some(({ text }) => ACTIVE.test(text));
  if (!marked) return plainText(runs.map(({ text }) => text).join('\n'));
  const text = runs.map((run) => (run.bold ? emphasised(run.text) : escapeMrkdwn(run.text))).join('\n');
  // Without `verbatim` Slack makes links of what looks like an address, a channel or a name.
  return { type: 'mrkdwn', text, verbatim: true } satisfies MrkdwnElement;
}

/** Emphasis ends at the end of a line. */
const emphasised = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : `*${escapeMrkdwn(line.trim())}*`))
    .join('\n');

/** What people typed, each run on a line of its own: rich text knows no markup. */
export function richText(runs: readonly Run[]): RichTextBlock {
  const elements = runs.map(({ text, bold }, index) => ({
    type: 'text' as const,
    text: index < runs.length - 1 ? `${text}\n` : text,
    ...(bold ? { style: { bold } } : {}),
  }));
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

/** The same letters in pieces of at most `most`, cut at the end of a line or a word where there is one. */
export function pieces(text: string, most: number): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const end = cutAt(rest, most);
    found.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^\s/, '');
  }
  return rest === '' ? found : [...found, rest];
}

/** The beginning of it, with a sign that there is more. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, cutAt(text, most - 2)).trimEnd()} …`;
}

function cutAt(text: string, most: number): number {
  const line = text.lastIndexOf('\n', most);
  const space = text.lastIndexOf(' ', most);
  const end = line > most / 2 ? line : space > most / 2 ? space : most;
  // Between the halves of one sign it would not be a sign any more.
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
}
