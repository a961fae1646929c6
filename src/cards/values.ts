import type { Screen } from '../conversation/reply.ts';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What of a value an input can show: of a choice only what can be chosen, of a toggle only yes or no. */
function fitting(input: Node, value: string): string {
  if (input.type === 'Input.Toggle') return value === 'true' ? 'true' : 'false';
  if (input.type !== 'Input.ChoiceSet' || !Array.isArray(input.choices)) return value;
  const known = new Set(input.choices.map((choice) => (isNode(choice) ? choice.value : undefined)));
  return value
    .split(',')
    .filter((each) => known.has(each))
    .join(',');
}

function filled(element: Node, values: Readonly<Record<string, string>>): Node {
  const { id, type } = element;
  if (typeof id !== 'string' || typeof type !== 'string' || !type.startsWith('Input.')) return element;
  const value = fitting(element, (Object.hasOwn(values, id) ? values[id] : undefined) ?? '');
  return value === '' ? element : { ...element, value };
}

/**
 * A form with what was typed or proposed before in its fields, by their names. The fields stand in the body itself, as those
 * of all our forms do. Its summary says nothing of it.
 */
export function withValues(screen: Screen, values: Readonly<Record<string, string>>): Screen {
  return { ...screen, card: { ...screen.card, body: screen.card.body.map((element) => filled(element, values)) } };
}
