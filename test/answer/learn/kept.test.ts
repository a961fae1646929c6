import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { learn } from '../../../src/answer/knowledge.ts';
import { hasLearned, type Kept, keptIn } from '../../../src/answer/learn/kept.ts';
import { content } from './content.ts';

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

async function learned(from = content()): Promise<ReturnType<typeof counting>> {
  const kept = counting();
  learn(from, kept);
  await kept.write.mock.results[0]?.value;
  return kept;
}

/** All that knowledge makes of a question. */
function understood(question: string, kept?: Kept) {
  const { features, space, linear } = learn(content(), kept);
  const { weights } = features(question);
  const vector = space.vector(weights);
  return { weights, vector, linear: linear(vector) };
}

describe('what was learned', () => {
  test('is the same from the file as when it is learned', async () => {
    const first = hasLearned(join(folder, 'data'));
    expect((await learned()).write).toHaveBeenCalledTimes(1);
    expect([first, hasLearned(join(folder, 'data'))]).toEqual([false, true]);
    for (const question of ['kiekje van de klas', 'wachtwoordd delen', 'klassenfoto’s', 'iets heel anders', '']) {
      const again = counting();
      expect(understood(question, again)).toEqual(understood(question));
      expect(again.write).not.toHaveBeenCalled();
    }
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -4)],
    ['cut within its head', (bytes: Buffer) => bytes.subarray(0, 30)],
    ['longer', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(8)])],
    ['empty', () => Buffer.alloc(0)],
    ['damaged at its end', (bytes: Buffer) => changed(bytes, bytes.length - 1)],
    ['damaged in its index', (bytes: Buffer) => changed(bytes, 80)],
    ['damaged in the length of its index', (bytes: Buffer) => changed(bytes, 68)],
    ['damaged in its checksum', (bytes: Buffer) => changed(bytes, 64)],
  ])('is learned again when the file is %s', async (_, damage) => {
    await learned();
    writeFileSync(file, damage(readFileSync(file)));
    expect((await learned()).write).toHaveBeenCalledTimes(1);
    expect((await learned()).write).not.toHaveBeenCalled();
  });

  test('is learned again when the file is gone or cannot be written', async () => {
    await learned();
    rmSync(file);
    expect((await learned()).write).toHaveBeenCalledTimes(1);
    rmSync(join(folder, 'data'), { recursive: true });
    writeFileSync(join(folder, 'data'), 'no folder');
    expect((await learned()).write).toHaveBeenCalledTimes(1);
    expect(existsSync(file)).toBe(false);
  });

  test('is learned again for other content, and the file is then of that', async () => {
    await learned();
    const other = content({ asks: ['Mag ik een plaatje delen?'] });
    expect((await learned(other)).write).toHaveBeenCalledTimes(1);
    expect((await learned(other)).write).not.toHaveBeenCalled();
    expect((await learned()).write).toHaveBeenCalledTimes(1);
  });
});

function changed(bytes: Buffer, at: number): Buffer {
  const other = Buffer.from(bytes);
  other[at] = (other[at] ?? 0) ^ 1;
  return other;
}
