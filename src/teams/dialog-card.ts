import type { Card } from '../conversation/reply.ts';

type Json = Record<string, unknown>;

/** A dialog of Teams knows `Action.Submit` only, so every `Action.Execute` in it becomes the fallback it carries. */
export function withSubmits(card: Card): Card {
  return swap(card, ({ fallback }) => (isSubmit(fallback) ? fallback : undefined)) as Card;
}

/**
 * In a chat, `Action.Execute` cannot open a dialog: Teams wants an `Action.Submit` that asks for one. So that it takes one
 * click and no card in between (`opener.ts`), buttons of these verbs become that.
 */
export function withFetches(card: Card, opensDialog: ReadonlySet<string>): Card {
  return swap(card, ({ verb, fallback }) => {
    if (typeof verb !== 'string' || !opensDialog.has(verb) || !isSubmit(fallback)) return undefined;
    const data = isObject(fallback.data) ? fallback.data : {};
    return { ...fallback, data: { ...data, msteams: { type: 'task/fetch' } } };
  }) as Card;
}

/** What there is to read on a card: its buttons are left out, and what holds nothing else. */
export function withoutActions({ actions: _actions, ...card }: Card): Card {
  return { ...card, body: card.body.flatMap(still) };
}

function still(element: Json): Json[] {
  if (element.type === 'ActionSet') return [];
  if (!Array.isArray(element.items)) return [element];
  const items = element.items.filter(isObject).flatMap(still);
  return items.length === 0 ? [] : [{ ...element, items }];
}

/** Puts something else in place of each `Action.Execute` for which `instead` gives it. */
function swap(element: unknown, instead: (action: Json) => Json | undefined): unknown {
  if (Array.isArray(element)) return element.map((each) => swap(each, instead));
  if (!isObject(element)) return element;
  const swapped = element.type === 'Action.Execute' ? instead(element) : undefined;
  if (swapped !== undefined) return swapped;
  return Object.fromEntries(Object.entries(element).map(([key, value]) => [key, swap(value, instead)]));
}

const isSubmit = (value: unknown): value is Json => isObject(value) && value.type === 'Action.Submit';

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
