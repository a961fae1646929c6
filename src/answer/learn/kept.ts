import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Example } from './neighbours.ts';

/** Keeps learned weights between starts, so that only what was changed is learned again. */
export type Kept = {
  /** The weights that were learned from the same examples by the same code; undefined when there are none. */
  read(key: string, length: number): Float32Array | undefined;
  /** Keeps them for the next start. Never rejects, and need not succeed. */
  write(key: string, weights: Float32Array): Promise<void>;
};

const FILE = 'learned.bin';
/** The key (64 letters), then a checksum; the weights begin at a multiple of eight. */
const HEAD = 72;

/**
 * One file in a folder. It holds nothing but numbers made from the content files: it may be deleted at any time, and when it is
 * damaged, or of other content, the weights are learned anew.
 */
export function keptIn(folder: string): Kept {
  const file = join(folder, FILE);
  return {
    read: (key, length) => {
      try {
        const bytes = readFileSync(file);
        if (bytes.length !== HEAD + length * Float32Array.BYTES_PER_ELEMENT) return undefined;
        if (bytes.toString('latin1', 0, 64) !== key || bytes.readUInt32LE(64) !== crc32(bytes.subarray(HEAD))) {
          return undefined;
        }
        const whole = bytes.buffer.slice(bytes.byteOffset + HEAD, bytes.byteOffset + bytes.length);
        return new Float32Array(whole);
      } catch {
        return undefined;
      }
    },
    write: async (key, weights) => {
      const body = Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength);
      const head = Buffer.alloc(HEAD, key, 'latin1');
      head.writeUInt32LE(crc32(body), 64);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        // Beside it first: whoever reads meanwhile sees the old file or the new one.
        await writeFile(`${file}.part`, [head, body], { mode: 0o600 });
        await rename(`${file}.part`, file);
      } catch {
        // The next start learns again.
      }
    },
  };
}

/** What the weights follow from: every example, and the code that learns. */
export function keyOf(examples: readonly Example[], sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(new URL(source, import.meta.url)));
  const features = examples.reduce((sum, { vector }) => sum + vector.ids.length, 0);
  const numbers = new Int32Array(2 * examples.length + features);
  const weights = new Float32Array(features);
  let at = 0;
  let from = 0;
  for (const { label, against = false, vector } of examples) {
    numbers[at] = against ? -1 - label : label;
    numbers[at + 1] = vector.ids.length;
    numbers.set(vector.ids, at + 2);
    weights.set(vector.weights, from);
    at += 2 + vector.ids.length;
    from += vector.ids.length;
  }
  return hash.update(numbers).update(weights).digest('hex');
}
