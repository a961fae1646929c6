import { CardError } from '../errors.ts';
import { between, call, constant, type Expression, not, path } from './evaluate.ts';

/**
 * The part of the Adaptive Expression Language that our templates use: paths, text between single quotes, numbers,
 * `|| && == != > !`, and the functions of `evaluate.ts`. What is outside it is refused when the template is read.
 */

type Token = { readonly kind: 'name' | 'text' | 'number' | 'sign'; readonly value: string };

const tokens =
  /\s*(?:(?<name>(?:\$data|\$root|[A-Za-z_]\w*)(?:\.[A-Za-z_]\w*)*)|'(?<text>(?:[^'\\]|\\[ntr'\\])*)'|(?<number>\d+(?:\.\d+)?)|(?<sign>&&|\|\||==|!=|[!(),>]))\s*/y;

const escapes: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\r': '\r' };
const unescaped = (text: string): string => text.replace(/\\./g, (pair) => escapes[pair] ?? pair.slice(1));

/** What binds least comes first. */
const levels: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!='], ['>']];

/**
 * Reads what stands between `${` and `}`.
 * @throws CardError when it is outside the part that is known
 */
export function parseExpression(source: string): Expression {
  const parser = new Parser(source, tokensOf(source));
  return parser.whole();
}

function refused(source: string): CardError {
  return new CardError('template-unreadable', `\${${source}} uses what src/cards/template does not know: add it there`);
}

function tokensOf(source: string): Token[] {
  const found: Token[] = [];
  for (tokens.lastIndex = 0; tokens.lastIndex < source.length; ) {
    const { name, text, number, sign } = tokens.exec(source)?.groups ?? {};
    if (name !== undefined) found.push({ kind: 'name', value: name });
    else if (text !== undefined) found.push({ kind: 'text', value: unescaped(text) });
    else if (number !== undefined) found.push({ kind: 'number', value: number });
    else if (sign !== undefined) found.push({ kind: 'sign', value: sign });
    else throw refused(source);
  }
  return found;
}

class Parser {
  readonly #source: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(source: string, read: readonly Token[]) {
    this.#source = source;
    this.#tokens = read;
  }

  whole(): Expression {
    const read = this.#level(0);
    if (this.#at < this.#tokens.length) throw refused(this.#source);
    return read;
  }

  /** Operators of one level bind from the left. */
  #level(number: number): Expression {
    const signs = levels[number];
    if (signs === undefined) return this.#single();
    let left = this.#level(number + 1);
    for (let sign = this.#taken(signs); sign !== undefined; sign = this.#taken(signs))
      left = between(sign, left, this.#level(number + 1));
    return left;
  }

  #single(): Expression {
    if (this.#taken(['!']) !== undefined) return not(this.#single());
    if (this.#taken(['(']) !== undefined) {
      const inner = this.#level(0);
      this.#need(')');
      return inner;
    }
    const token = this.#tokens[this.#at++];
    switch (token?.kind) {
      case 'text':
        return constant(token.value);
      case 'number':
        return constant(Number(token.value));
      case 'name':
        return this.#taken(['(']) === undefined ? path(token.value) : this.#called(token.value);
      default:
        throw refused(this.#source);
    }
  }

  #called(name: string): Expression {
    const given: Expression[] = [];
    do given.push(this.#level(0));
    while (this.#taken([',']) !== undefined);
    this.#need(')');
    const made = call(name, given);
    if (made === undefined) throw refused(this.#source);
    return made;
  }

  #taken(signs: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || !signs.includes(token.value)) return undefined;
    this.#at += 1;
    return token.value;
  }

  #need(sign: string): void {
    if (this.#taken([sign]) === undefined) throw refused(this.#source);
  }
}
