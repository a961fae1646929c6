/**
 * What somebody typed, as letters. Slack sends names, channels and links between angle brackets and escapes typed ones:
 * the mention of the bot drops out, other names and links become readable, escapes are undone once.
 * @param bot the bot's own id, whose mention is no part of the question
 */
export function lettersOf(text: string, bot?: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inner: string) => spoken(inner, bot))
    .replace(/&(amp|lt|gt);/g, (_, name: string) => named[name] ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

function spoken(inner: string, bot: string | undefined): string {
  const [target = '', label] = inner.split('|', 2);
  const sign = target.charAt(0);
  if (sign === '@') return target.slice(1) === bot ? ' ' : `@${label ?? 'iemand'}`;
  if (sign === '#') return `#${label ?? 'kanaal'}`;
  if (sign === '!') return label ?? `@${target.slice(1).split('^', 1)[0] ?? ''}`;
  return target.replace(/^(?:mailto|tel):/, '');
}
