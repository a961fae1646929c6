import { CardError } from '../errors.ts';
import type { Evaluate, Scope } from './evaluate.ts';
import { parseExpression } from './expression.ts';

/**
 * Adaptive Card templates as plain functions, made once at start. `adaptivecards-templating` reads the same templates and is
 * what they are held against in the tests; while serving it costs a third of a second to load and much of every turn.
 */

export type Node = Record<string, unknown>;

/** Makes something of data. What comes out is new, or frozen where the template leaves nothing to fill in. */
export type Fill = (data: unknown) => unknown;

/** Changes a node that was just made, its children done before it. It may change the node itself. */
export type Finish = (node: Node) => Node;

/** A part of a template: the same for all data, or to be made for each. */
type Part = { readonly fixed: unknown } | { readonly fill: Evaluate };

const RESERVED: readonly string[] = ['$data', '$when', '$root', '$index', '$host'];

/**
 * @param template a card template as parsed JSON
 * @param finish what happens to every object of the template
 * @throws CardError when the template uses what `expression.ts` does not know
 */
export function compile(template: unknown, finish: Finish = (node) => node): Fill {
  const part = compilePart(template, finish);
  return 'fixed' in part ? () => part.fixed : (data) => part.fill({ data, root: data });
}

function compilePart(template: unknown, finish: Finish): Part {
  if (typeof template === 'string') return compileText(template);
  if (Array.isArray(template)) return compileList(template, finish);
  return typeof template === 'object' && template !== null
    ? compileNode(template as Node, finish)
    : { fixed: template };
}

const EXPRESSION = /\$\{((?:[^}'"`]|'(?:[^'\\]|\\.)*')+)\}/g;

/** "Bel ${phone}" is a text; "${data}" alone is whatever that is. */
function compileText(template: string): Part {
  if (!template.includes('${')) return { fixed: template };
  const pieces = template.split(EXPRESSION);
  const letters = pieces.filter((_, i) => i % 2 === 0);
  // A back-slash or back-quote has a meaning of its own between the letters.
  if (letters.some((each) => each.includes('${') || /[\\`]/.test(each)))
    throw new CardError('template-unreadable', `"${template}" cannot be read as a text with expressions`);
  const [before = '', source = '', after] = pieces;
  if (pieces.length === 3 && before === '' && after === '') return { fill: parseExpression(source).text };
  const filled = pieces.map((piece, i): Evaluate => (i % 2 === 0 ? () => piece : parseExpression(piece).text));
  return { fill: (scope) => filled.map((each) => String(each(scope))).join('') };
}

/** What a part gives is left out when it is nothing, and one part may give several. */
function compileList(template: readonly unknown[], finish: Finish): Part {
  const parts = template.map((each) => compilePart(each, finish));
  const fixed = parts.flatMap((part) => ('fixed' in part ? [part.fixed] : []));
  if (fixed.length === parts.length) return { fixed: Object.freeze(fixed.filter((each) => each !== null).flat()) };
  return {
    fill: (scope) => {
      const made: unknown[] = [];
      for (const part of parts) {
        const each = 'fixed' in part ? part.fixed : part.fill(scope);
        if (Array.isArray(each)) made.push(...each);
        else if (each !== null) made.push(each);
      }
      return made;
    },
  };
}

function compileNode(template: Node, finish: Finish): Part {
  const { $when: when, $data: repeated } = template;
  const once = compileFields(template, finish);
  if (when === undefined && repeated === undefined) return once;
  const make: Evaluate = 'fixed' in once ? () => once.fixed : once.fill;
  const holds = conditionOf(when);
  if (repeated === undefined) return { fill: (scope) => (holds(scope) ? make(scope) : null) };
  const data = compilePart(repeated, finish);
  return {
    fill: (scope) => {
      const given = 'fixed' in data ? data.fixed : data.fill(scope);
      const scopes = (Array.isArray(given) ? given : [given]).map((each): Scope => ({ data: each, root: scope.root }));
      const made = scopes.filter(holds).map(make);
      return made.length > 1 ? made : (made[0] ?? null);
    },
  };
}

/** Whether an object is made at all: only when its `$when` is an expression that gives true. */
function conditionOf(when: unknown): (scope: Scope) => boolean {
  if (when === undefined) return () => true;
  const [before, source = '', after] = typeof when === 'string' ? when.split(EXPRESSION) : [];
  if (before !== '' || after !== '')
    throw new CardError('template-unreadable', `"$when": ${JSON.stringify(when)} is not one expression`);
  const { condition } = parseExpression(source);
  return (scope) => condition(scope) === true;
}

/** An object without its `$when` and `$data`. Its names stand in the order of the template. */
function compileFields(template: Node, finish: Finish): Part {
  const blank: Node = {};
  const fields: { readonly name: string; readonly fill: Evaluate }[] = [];
  for (const [name, value] of Object.entries(template)) {
    if (RESERVED.includes(name)) continue;
    const part = compilePart(value, finish);
    blank[name] = 'fixed' in part ? part.fixed : undefined;
    if ('fill' in part) fields.push({ name, fill: part.fill });
  }
  if (fields.length === 0) return { fixed: Object.freeze(finish(blank)) };
  return {
    fill: (scope) => {
      const node = { ...blank };
      for (const { name, fill } of fields) node[name] = fill(scope);
      return finish(node);
    },
  };
}
