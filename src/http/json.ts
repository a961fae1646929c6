import { MAX_DEPTH } from './body.ts';
import { Refused } from './refused.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws Refused when the bytes are no UTF-8 */
export function decoded(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch (cause) {
    throw new Refused(400, 'The body is not UTF-8.', { cause });
  }
}

/**
 * Parses JSON that nests at most `MAX_DEPTH` deep.
 * @throws Refused
 */
export function parseJson(text: string): unknown {
  if (couldNestTooDeep(text) && depth(text) > MAX_DEPTH) throw new Refused(400, 'The body nests too deep.');
  try {
    return JSON.parse(text);
  } catch {
    // Without its cause: a SyntaxError quotes the text it failed on.
    throw new Refused(400, 'The body is not JSON.');
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);

/** A real request has fewer brackets than it may nest, so that its letters need not be gone through one by one. */
function couldNestTooDeep(text: string): boolean {
  let brackets = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (++brackets > MAX_DEPTH) return true;
    }
  }
  return false;
}

/** How deep brackets nest outside strings; counted before parsing, so that nothing recurses over a hostile body. */
function depth(text: string): number {
  let now = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i);
    if (character === QUOTE) i = endOfString(text, i);
    else if (OPENING.has(character)) deepest = Math.max(deepest, ++now);
    else if (CLOSING.has(character)) now--;
  }
  return deepest;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

/** Whether an odd number of backslashes stands before a place in a string. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === BACKSLASH) before--;
  return (at - before) % 2 === 1;
}
