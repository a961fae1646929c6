import { describe, expect, test } from 'vitest';
import { READ_CHARACTERS, words } from '../../../src/answer/text/words.ts';

describe('words', () => {
  test.each([
    ["Mag ik foto's plaatsen?", ['mag', 'ik', 'fotos', 'plaatsen']],
    ['Eén privé-account, z’n app', ['een', 'prive', 'account', 'zn', 'app']],
    ['kijk op https://voorbeeld.nl/pad?x=1 even', ['kijk', 'op', 'even']],
    ['\u0000\u0007<b>vet</b>', ['b', 'vet', 'b']],
    ['🙂', []],
    ['Привет мир', ['привет', 'мир']],
  ])('%j → %j', (text, expected) => expect(words(text)).toEqual(expected));

  test('reads no further than needed and skips what is no word', () => {
    expect(words(`${'x'.repeat(500)} kort`)).toEqual(['kort']);
    expect(words('woord '.repeat(100_000)).length).toBeLessThanOrEqual(READ_CHARACTERS / 6 + 1);
  });
});
