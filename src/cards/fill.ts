import { readdirSync, readFileSync } from 'node:fs';
// Not the package's front door: its types drag in the TypeScript sources of `adaptivecards`, which tsc would then check.
import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import type { Card, Screen } from '../conversation/reply.ts';
import { CardError } from './errors.ts';
import { escapeText, literalRun } from './markdown.ts';

/** Beside `src/`, so that the templates open in the Adaptive Cards designer as they are. */
const folder = new URL('../../cards/', import.meta.url);

type Node = Record<string, unknown>;

const load = (file: string): [string, Template] => {
  try {
    return [file.replace(/\.json$/, ''), new Template(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))];
  } catch (cause) {
    throw new CardError('template-unreadable', `cards/${file} cannot be read as a card template`, { cause });
  }
};

/** Parsing a template costs a hundred times what filling it does: once, at start. */
const templates = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map(load),
);

/** The file names in `cards/`, without `.json`. */
export const templateNames: readonly string[] = [...templates.keys()];

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An Action.Execute as every client takes it: those that do not know it fall back to an Action.Submit, whose data name the
 * verb. Channels treat both alike.
 */
export const withFallback = (action: Node): Node => {
  const { verb, title } = action;
  const data = isNode(action.data) ? action.data : {};
  return { ...action, data, fallback: { type: 'Action.Submit', title, data: { ...data, verb } } };
};

const shown = (node: Node, key: string): void => {
  const text = node[key];
  if (typeof text === 'string') node[key] = escapeText(text);
};

const parts = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

const finishActions = (node: Node): void => {
  const actions = node.actions;
  if (Array.isArray(actions)) {
    node.actions = actions.map((action) => (action.type === 'Action.Execute' ? withFallback(action) : action));
  }
  const select = node.selectAction;
  if (isNode(select) && select.type === 'Action.Execute') node.selectAction = withFallback(select);
};

/** Walks what the template engine made, which is new, and never into `data`, which is the caller's. */
const finish = (node: Node): void => {
  if (node.type === 'TextBlock') shown(node, 'text');
  finishActions(node);
  for (const children of [node.body, node.items, node.columns]) for (const child of parts(children)) finish(child);
  for (const run of parts(node.inlines)) if (typeof run.text === 'string') run.text = literalRun(run.text);
  for (const fact of parts(node.facts)) {
    shown(fact, 'title');
    shown(fact, 'value');
  }
};

/**
 * Fills the template `cards/<name>.json`. Data is plain text and stays letters: it is not evaluated again, and it is
 * escaped wherever a client would read markdown. `summary` becomes what is spoken, notified, or shown instead of the card.
 */
export const fill = (name: string, data: object, summary: string): Screen => {
  const template = templates.get(name);
  if (template === undefined) throw new CardError('template-missing', `cards/${name}.json does not exist`);
  const card: Card = { ...template.expand({ $root: data }), speak: summary, fallbackText: summary, lang: 'nl' };
  finish(card);
  return { name, card, summary };
};
