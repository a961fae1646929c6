import { z } from 'zod';
import type { TeamsActivity } from './activity.ts';

const kind = z.object({ type: z.string() });
const mention = z.object({ text: z.string(), mentioned: z.object({ id: z.string() }) });

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * What somebody typed, as letters: the mention of the bot removed, other mentions as names, entities decoded once.
 * Formatting other than mentions is kept as it came; Teams sends typed `<` as an entity.
 */
export function plainText(activity: TeamsActivity): string {
  let text = activity.text ?? '';
  for (const entity of activity.entities ?? []) {
    // Every message has an entity of another kind, and a parse that fails costs more than one that succeeds.
    if (kind.safeParse(entity).data?.type !== 'mention') continue;
    const parsed = mention.safeParse(entity);
    if (parsed.success && parsed.data.mentioned.id === activity.recipient.id && parsed.data.text !== '') {
      text = text.replaceAll(parsed.data.text, ' ');
    }
  }
  const withoutTags = text.replace(/<\/?at(?:\s[^<>]*)?>/gi, '');
  return decoded(withoutTags)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** Entities as the letters they stand for; each once, so that a typed `&amp;lt;` stays one. */
export function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,6}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return valid ? String.fromCodePoint(code) : whole;
  });
}
