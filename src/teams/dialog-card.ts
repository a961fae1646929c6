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

/** Puts something else in place of each `Action.Execute` for which `instead` gives it. What holds none is not copied. */
function swap(element: unknown, instead: (action: Json) => Json | undefined): unknown {
  if (Array.isArray(element)) return swapItems(element, instead);
  if (!isObject(element)) return element;
  const swapped = element.type === 'Action.Execute' ? instead(element) : undefined;
  return swapped ?? swapFields(element, instead);
}

function swapItems(list: readonly unknown[], instead: (action: Json) => Json | undefined): readonly unknown[] {
  let changed: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const item = swap(list[i], instead);
    if (item === list[i]) continue;
    changed ??= [...list];
    changed[i] = item;
  }
  return changed ?? list;
}

function swapFields(element: Json, instead: (action: Json) => Json | undefined): Json {
  let changed: Json | undefined;
  for (const key of Object.keys(element)) {
    const value = element[key];
    const field = typeof value === 'object' ? swap(value, instead) : value;
    if (field === value) continue;
    changed ??= { ...element };
    changed[key] = field;
  }
  return changed ?? element;
}

const isSubmit = (value: unknown): value is Json => isObject(value) && value.type === 'Action.Submit';

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
