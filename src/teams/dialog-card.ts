import type { Card } from '../conversation/reply.ts';

/** A dialog of Teams knows `Action.Submit` only, so every `Action.Execute` in it becomes the fallback it carries. */
export function withSubmits(card: Card): Card {
  return swap(card) as Card;
}

function swap(element: unknown): unknown {
  if (Array.isArray(element)) return element.map(swap);
  if (!isObject(element)) return element;
  const { type, fallback } = element;
  if (type === 'Action.Execute' && isObject(fallback) && fallback.type === 'Action.Submit') return fallback;
  return Object.fromEntries(Object.entries(element).map(([key, value]) => [key, swap(value)]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
