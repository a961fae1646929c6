/** What people see of blocks: every text, with Slack's own escapes and emphasis undone. */
export function lettersIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(lettersIn);
  const given = value as Readonly<Record<string, unknown>>;
  const { type, text } = given;
  if (typeof text === 'string' && type === 'mrkdwn') return [unmarked(text)];
  if (typeof text === 'string') return [text];
  const { accessibility_label } = given;
  const own = typeof accessibility_label === 'string' ? [accessibility_label] : [];
  return [...own, ...Object.values(given).flatMap(lettersIn)];
}

const unmarked = (text: string): string =>
  text
    .replace(/^\*(.*)\*$/gm, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
