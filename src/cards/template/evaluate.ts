/** What the expressions of a template can do. Each of these means what `adaptive-expressions` makes of it. */

/** What an expression may look at: the data of the nearest `$data`, and all data. */
export type Scope = { readonly data: unknown; readonly root: unknown };

/** Gives the value in a scope; undefined where the library would give an error. */
export type Evaluate = (scope: Scope) => unknown;

/**
 * An expression as read. In a condition, what is not there is undefined; in a text, it is the expression itself, so that a
 * card shows which field was forgotten.
 */
export type Expression = { readonly condition: Evaluate; readonly text: Evaluate };

/** The same in a text as in a condition. */
const always = (evaluate: Evaluate): Expression => ({ condition: evaluate, text: evaluate });

export const constant = (value: string | number): Expression => always(() => value);

/** A path into the data, such as `source.place`, `$data` or `$root.name`. Only what the data itself hold is found. */
export function path(written: string): Expression {
  const [first = '', ...rest] = written.split('.');
  const names = first.startsWith('$') ? rest : [first, ...rest];
  const condition: Evaluate = (scope) => {
    let value = first === '$root' ? scope.root : scope.data;
    for (const name of names) value = fieldOf(value, name);
    return value;
  };
  return {
    condition,
    text: (scope) => {
      const value = condition(scope);
      return value === undefined ? `\${${written}}` : value;
    },
  };
}

/** Also not the length of a list. */
const isOwn = Object.prototype.propertyIsEnumerable;

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return isOwn.call(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** Only a boolean false and nothing at all are false: 0 and '' are true. */
const isTrue = (value: unknown): boolean => (typeof value === 'boolean' ? value : value != null);

/** Of text, numbers and booleans; nothing equals nothing. */
const same = (left: unknown, right: unknown): boolean => left === right || (left == null && right == null);

const operators: Readonly<Record<string, (left: unknown, right: unknown) => boolean>> = {
  '||': (left, right) => isTrue(left) || isTrue(right),
  '&&': (left, right) => isTrue(left) && isTrue(right),
  '==': same,
  '!=': (left, right) => !same(left, right),
  '>': (left, right) =>
    (typeof left === 'number' && typeof right === 'number' && left > right) ||
    (typeof left === 'string' && typeof right === 'string' && left > right),
};

export const not = ({ condition }: Expression): Expression => always((scope) => !isTrue(condition(scope)));

/** Two values with one of `operators` between them; both are read as in a condition. */
export function between(operator: string, left: Expression, right: Expression): Expression {
  const operate = operators[operator] ?? same;
  return always((scope) => operate(left.condition(scope), right.condition(scope)));
}

type Made = (given: readonly Evaluate[]) => Evaluate;

/** What is given to these stands in a text when the function does, and in a condition when it does. */
const functions: Readonly<Record<string, { readonly takes: number | 'any'; readonly make: Made }>> = {
  count: {
    takes: 1,
    make:
      ([of]) =>
      (scope) =>
        countOf(of?.(scope)),
  },
  exists: {
    takes: 1,
    make:
      ([of]) =>
      (scope) =>
        of?.(scope) != null,
  },
  contains: {
    takes: 2,
    make:
      ([whole, part]) =>
      (scope) =>
        containsIn(whole?.(scope), part?.(scope)),
  },
  split: {
    takes: 2,
    make:
      ([whole, by]) =>
      (scope) =>
        textOf(whole?.(scope)).split(textOf(by?.(scope))),
  },
  concat: { takes: 'any', make: (given) => (scope) => given.map((each) => textOf(each(scope))).join('') },
};

/** A function by its name, or undefined when it is not known or takes another number of values. */
export function call(name: string, given: readonly Expression[]): Expression | undefined {
  const [asked, yes, no] = given;
  if (name === 'if' && asked !== undefined && yes !== undefined && no !== undefined && given.length === 3) {
    const either =
      (mode: keyof Expression): Evaluate =>
      (scope) =>
        isTrue(asked.condition(scope)) ? yes[mode](scope) : no[mode](scope);
    return { condition: either('condition'), text: either('text') };
  }
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (known === undefined || (known.takes !== 'any' && known.takes !== given.length)) return undefined;
  const made = (mode: keyof Expression) => known.make(given.map((each) => each[mode]));
  // Whether something exists is a question, also in a text.
  return name === 'exists' ? always(made('condition')) : { condition: made('condition'), text: made('text') };
}

function countOf(value: unknown): number | undefined {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined;
}

function containsIn(whole: unknown, part: unknown): boolean {
  if (typeof whole === 'string') return typeof part === 'string' && whole.includes(part);
  return Array.isArray(whole) && whole.some((item) => same(item, part));
}

const textOf = (value: unknown): string => (value == null ? '' : String(value));
