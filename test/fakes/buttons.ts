/** A button or a row to click, as a card carries it. */
export type Button = { readonly title: string; readonly verb: string; readonly data: Readonly<Record<string, string>> };

const isButton = (value: object): value is Button & { type: string } =>
  'type' in value && value.type === 'Action.Execute' && 'verb' in value && 'title' in value && 'data' in value;

/** The buttons and rows to click in a card, or in whatever holds cards, in order; not what a card asks by itself. */
export function buttonsIn(value: unknown): Button[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isButton(value)) return [value];
  return Object.entries(value).flatMap(([name, each]) => (name === 'refresh' ? [] : buttonsIn(each)));
}
