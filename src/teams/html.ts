import { decoded } from './text.ts';

/**
 * The letters of a message that Teams gives as HTML: paragraphs and breaks are lines, an emoji is its sign, a mention a name,
 * and pictures and files are left out. Nothing in it is believed or kept as HTML. Linear, however long the text is.
 */
export function lettersOf(html: string): string {
  const plain = html
    .replace(/<(?:img|emoji)\b[^<>]*>/gi, (tag) => (EMOJI.test(tag) ? altOf(tag) : ''))
    .replace(/<br\b[^<>]*>|<\/(?:p|div|li|tr|blockquote|h[1-6]|pre)\s*>/gi, '\n')
    .replace(/<\/?[a-z!][^<>]*>/gi, '');
  return decoded(plain)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

const EMOJI = /^<emoji\b|itemtype="[^"<>]*\/emoji"/i;

const altOf = (tag: string): string => /\balt="([^"<>]*)"/i.exec(tag)?.[1] ?? '';
