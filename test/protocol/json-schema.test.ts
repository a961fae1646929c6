import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { protocolJsonSchema } from '../../src/protocol/json-schema.ts';

const schema = JSON.parse(protocolJsonSchema());

test('the checked-in schema is the one of the code (mend: npm run schema)', () => {
  expect(readFileSync('protocols/protocol.schema.json', 'utf8')).toBe(protocolJsonSchema());
});

test('asks what must be written, not what has a default', () => {
  expect(schema.required).toEqual(['id', 'meta', 'roles', 'chapters']);
  const article = schema.properties.chapters.items.properties.articles.items;
  expect(article.required).toEqual(['id', 'place', 'title', 'short', 'text', 'audience', 'situation', 'force']);
  expect(article.properties.force.enum).toContain('mag-mits');
  expect(article.additionalProperties).toBe(false);
});

describe('every protocol points its editor at the schema', () => {
  const files = readdirSync('protocols').filter((file) => file.endsWith('.yaml') && !/^(wet|lexicon)\./.test(file));
  test.each(files)('%s', (file) => {
    const [first] = readFileSync(`protocols/${file}`, 'utf8').split('\n');
    expect(first).toBe('# yaml-language-server: $schema=protocol.schema.json');
  });
});
