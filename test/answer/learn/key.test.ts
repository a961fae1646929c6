import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { keyOf } from '../../../src/answer/learn/key.ts';
import { folderOf } from '../../fakes/content.ts';
import { content } from './content.ts';

const code = folderOf({ 'one.ts': 'one', 'two.ts': 'two' });
const one = join(code.folder, 'one.ts');
const two = join(code.folder, 'two.ts');
afterAll(code.remove);

describe('the key of what is learned', () => {
  test('is the same for the same content and code', () => {
    expect(keyOf(content())).toMatch(/^[0-9a-f]{64}$/);
    expect(keyOf(content())).toBe(keyOf(content()));
  });

  test.each([
    ['a question', content({ asks: ['Mag ik een foto van de klas plaatsen?'] })],
    ['a word', content({ words: ['foto'] })],
    ['what a topic is not', content({ not: [] })],
    ['a synonym', content({ synonyms: [['foto', 'kiekje']] })],
    ['an abbreviation', content({ abbreviations: { vd: 'van der' } })],
    ['a question of an article', content({ articleAsks: ['Wat als ik niet twijfel over een foto?'] })],
    ['the text of an article', content({ text: 'Vraag het aan je collega op {school}.' })],
  ])('is another one when %s changes', (_, changed) => expect(keyOf(changed)).not.toBe(keyOf(content())));

  test('is another one when the code changes', () => {
    const before = keyOf(content(), [one, two]);
    expect(keyOf(content(), [one])).not.toBe(before);
    writeFileSync(two, 'other');
    expect(keyOf(content(), [one, two])).not.toBe(before);
  });
});
