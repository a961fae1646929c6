import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { checkHeaders, MAX_DEPTH } from '../../src/http/body.ts';
import { decoded, parseJson } from '../../src/http/json.ts';

const limits = { types: ['application/json', 'text/plain'], mostBytes: 1000, mostMs: 1000 };

const headed = (headers: Readonly<Record<string, string>>): IncomingMessage => {
  const request = new IncomingMessage(new Socket());
  request.headers = { 'content-type': 'application/json', ...headers };
  return request;
};

const refusal = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

test.each([
  ['too large', { 'content-length': '1001' }, 413],
  ['compressed', { 'content-encoding': 'gzip' }, 415],
  ['of another type', { 'content-type': 'application/xml' }, 415],
  ['of no type', { 'content-type': '' }, 415],
])('what is %s is refused before a byte of it is read', (_name, headers, status) => {
  expect(refusal(() => checkHeaders(headed(headers), limits))).toMatchObject({ status });
});

test('a door is told which of its types it gets', () => {
  expect(checkHeaders(headed({ 'content-type': 'Text/Plain; charset=utf-8' }), limits)).toBe('text/plain');
  expect(checkHeaders(headed({ 'content-length': '1000', 'content-encoding': 'identity' }), limits)).toBe(
    'application/json',
  );
});

const nested = (deep: number) => `${'['.repeat(deep)}${']'.repeat(deep)}`;

test.each([
  ['nests as deep as it may', nested(MAX_DEPTH)],
  ['has many brackets beside each other', `[${Array(100).fill('{}').join(',')}]`],
  ['has brackets within a text', JSON.stringify({ a: nested(100), b: `\\"${nested(100)}` })],
])('JSON that %s is read', (_name, text) => {
  expect(parseJson(text)).toEqual(JSON.parse(text));
});

test.each([
  ['nests deeper', nested(MAX_DEPTH + 1)],
  ['nests deeper after a text that ends in a backslash', `["a\\\\",${nested(MAX_DEPTH)}]`],
  ['nests deeper with objects and lists', `${'{"a":['.repeat(MAX_DEPTH)}${']}'.repeat(MAX_DEPTH)}`],
  ['is no JSON', '{"geheim": nee}'],
])('what %s is refused, and not quoted', (_name, text) => {
  const error = refusal(() => parseJson(text));
  expect(error).toMatchObject({ status: 400 });
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('geheim');
});

test('bytes that are no UTF-8 are refused', () => {
  expect(decoded(Buffer.from('café'))).toBe('café');
  expect(refusal(() => decoded(Buffer.from([0xc3, 0x28])))).toMatchObject({ status: 400 });
});
