import { describe, expect, test } from 'vitest';
import { counterpartsAmong } from '../../src/answer/counterparts.ts';
import { articleOf } from '../protocol/library.ts';

const [netwerk, straf, strafLeerling] = [1, 2, 3];
const among = (...all: readonly (readonly [string, string, readonly number[]])[]) => {
  const articles = all.map(([protocol, id, topics]) => ({ article: articleOf(protocol, id), topics }));
  const found = counterpartsAmong(articles, new Map([[straf, [strafLeerling]]]));
  return [...found].map(([{ id }, others]) => `${id}: ${[...others].map((other) => other.id).join(' ')}`);
};

describe('counterparts', () => {
  test('share a topic and bind other people', () => {
    expect(among(['calvijn', 'E.2', [straf]], ['calvijn', 'E.4', [straf]])).toEqual(['E.2: E.4', 'E.4: E.2']);
    expect(among(['calvijn', 'E.2', [straf]], ['calvijn', 'E.4', [netwerk]])).toEqual([]);
    expect(among(['calvijn', 'E.2', [straf]], ['calvijn', 'E.5', [straf]])).toEqual([]);
  });

  test('or have topics of which one names the other, whichever comes first', () => {
    const both = ['S.4: S.6', 'S.6: S.4'];
    expect(among(['model', 'S.4', [straf]], ['model', 'S.6', [strafLeerling]])).toEqual(both);
    expect(among(['model', 'S.4', [strafLeerling]], ['model', 'S.6', [straf]])).toEqual(both);
  });

  test('do not say the same: which of the two is cited then misleads nobody', () => {
    expect(among(['calvijn', 'A.6', [netwerk]], ['calvijn', 'B.2', [netwerk]])).toEqual([]);
    expect(among(['calvijn', 'A.7', [netwerk]], ['calvijn', 'B.5', [netwerk]])).toEqual([]);
  });
});
