import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Kept, keptIn, keyOf } from '../../../src/answer/learn/kept.ts';
import { learnLinear } from '../../../src/answer/learn/linear.ts';
import { createSpace } from '../../../src/answer/learn/space.ts';

const bag = (text: string) => new Map(text.split(' ').map((word) => [word, 1]));
const rows = ['foto plaatsen', 'foto delen', 'wachtwoord delen', 'wachtwoord kwijt'].map(bag);
const space = createSpace(rows);
const examples = rows.map((row, i) => ({ label: Math.floor(i / 2), vector: space.vector(row) }));
const question = space.vector(bag('foto kwijt'));

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
  file = join(folder, 'data', 'learned.bin');
});
afterEach(() => rmSync(folder, { recursive: true }));

const counting = () => {
  const kept = keptIn(join(folder, 'data'));
  const write = vi.fn<Kept['write']>(kept.write);
  return { read: kept.read, write };
};

async function learned(): Promise<ReturnType<typeof counting>> {
  const kept = counting();
  learnLinear(space, examples, 2, kept);
  await kept.write.mock.results[0]?.value;
  return kept;
}

describe('learned weights', () => {
  test('are the same from the file as when they are learned', async () => {
    expect((await learned()).write).toHaveBeenCalledTimes(1);
    const again = counting();
    expect(learnLinear(space, examples, 2, again)(question)).toEqual(learnLinear(space, examples, 2)(question));
    expect(again.write).not.toHaveBeenCalled();
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -4)],
    ['empty', () => Buffer.alloc(0)],
    ['damaged', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])])],
  ])('are learned again when the file is %s', async (_, damage) => {
    await learned();
    writeFileSync(file, damage(readFileSync(file)));
    expect((await learned()).write).toHaveBeenCalledTimes(1);
  });

  test('are learned again when the file is gone or cannot be written', async () => {
    await learned();
    rmSync(file);
    expect((await learned()).write).toHaveBeenCalledTimes(1);
    rmSync(join(folder, 'data'), { recursive: true });
    writeFileSync(join(folder, 'data'), 'no folder');
    expect((await learned()).write).toHaveBeenCalledTimes(1);
    expect(existsSync(file)).toBe(false);
  });

  test('belong to their examples and to the code', () => {
    const key = (changed: typeof examples, sources = ['linear.ts']) => keyOf(changed, sources);
    expect(key(examples)).toBe(key([...examples]));
    const others = [
      key(examples.slice(1)),
      key(examples.toReversed()),
      key(examples.map((each) => ({ ...each, label: 1 - each.label }))),
      key(examples.map((each) => ({ ...each, against: true }))),
      key(examples, ['linear.ts', 'softmax.ts']),
    ];
    expect(new Set([key(examples), ...others]).size).toBe(6);
  });
});
