import { readdirSync, readFileSync } from 'node:fs';
import type { Card, Screen } from '../conversation/reply.ts';
import { CardError } from './errors.ts';
import { escapeText, literalRun } from './markdown.ts';
import { compile, type Fill, type Node } from './template/compile.ts';

/** Beside `src/`, so that the templates open in the Adaptive Cards designer as they are. */
const folder = new URL('../../cards/', import.meta.url);

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An Action.Execute as every client takes it: those that do not know it fall back to an Action.Submit, whose data name the
 * verb. Channels treat both alike.
 */
export const withFallback = (action: Node): Node => {
  const { verb, title, associatedInputs } = action;
  const data = isNode(action.data) ? action.data : {};
  const inputs = associatedInputs === undefined ? {} : { associatedInputs };
  return { ...action, data, fallback: { type: 'Action.Submit', title, data: { ...data, verb }, ...inputs } };
};

const escaped = (value: unknown): unknown => (typeof value === 'string' ? escapeText(value) : value);
const withFact = (fact: Node): Node => ({ ...fact, title: escaped(fact.title), value: escaped(fact.value) });

/** What every element becomes besides what its template says. The node is new, what it holds may be the caller's. */
const finish = (node: Node): Node => {
  switch (node.type) {
    case 'TextBlock':
      node.text = escaped(node.text);
      return node;
    case 'TextRun':
      if (typeof node.text === 'string') node.text = literalRun(node.text);
      return node;
    case 'FactSet':
      if (Array.isArray(node.facts)) node.facts = node.facts.filter(isNode).map(withFact);
      return node;
    case 'Action.Execute':
      return withFallback(node);
    default:
      return node;
  }
};

const load = (file: string): [string, Fill] => {
  try {
    return [file.replace(/\.json$/, ''), compile(JSON.parse(readFileSync(new URL(file, folder), 'utf8')), finish)];
  } catch (cause) {
    const why = cause instanceof CardError ? `: ${cause.message}` : '';
    throw new CardError('template-unreadable', `cards/${file} cannot be read as a card template${why}`, { cause });
  }
};

const templates = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map(load),
);

/** The file names in `cards/`, without `.json`. */
export const templateNames: readonly string[] = [...templates.keys()];

/**
 * Fills the template `cards/<name>.json`. Data is plain text and stays letters: it is not evaluated again, and it is
 * escaped wherever a client would read markdown. `summary` becomes what is spoken, notified, or shown instead of the card.
 */
export const fill = (name: string, data: object, summary: string): Screen => {
  const template = templates.get(name);
  if (template === undefined) throw new CardError('template-missing', `cards/${name}.json does not exist`);
  const card = { ...(template(data) as Card), speak: summary, fallbackText: summary, lang: 'nl' };
  return { name, card, summary };
};
