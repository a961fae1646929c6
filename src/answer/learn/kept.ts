import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Learned, type Numbers, rows, type Words } from './learned.ts';

/** Keeps what was learned between starts, so that only changed content is learned again. */
export type Kept = {
  /** What was learned from the same content by the same code, see `key.ts`; undefined when there is nothing. */
  read(key: string): Learned | undefined;
  /** Keeps it for the next start. Never rejects, and need not succeed. */
  write(key: string, learned: Learned): Promise<void>;
};

const FILE = 'learned.bin';
/** The key (64 letters), a checksum of all that follows it, and how long the index is. */
const HEAD = 72;
const CHECKED = 68;
/** Every row of numbers begins at a multiple of this. */
const ALIGNED = 8;

/** What the file holds of words, and how many numbers each row has. */
type Index = Words & { readonly lengths: Readonly<Record<keyof Numbers, number>> };

const names = Object.keys(rows) as (keyof Numbers)[];

/** Whether an earlier start left something in the folder. Of changed content it is learned anew all the same. */
export const hasLearned = (folder: string): boolean => existsSync(join(folder, FILE));

/**
 * One file in a folder. It holds only what was made from the content files: it may be deleted at any time, and when it is
 * damaged, or of other content, everything is learned anew.
 */
export function keptIn(folder: string): Kept {
  const file = join(folder, FILE);
  return {
    read: (key) => {
      try {
        return parse(key, readWhole(file));
      } catch {
        return undefined;
      }
    },
    write: async (key, learned) => {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        // Beside it first: whoever reads meanwhile sees the old file or the new one.
        await writeFile(`${file}.part`, pieces(key, learned), { mode: 0o600 });
        await rename(`${file}.part`, file);
      } catch {
        // The next start learns again.
      }
    },
  };
}

/** Into memory of its own, which the rows of numbers then lie in: nothing of it is copied. */
function readWhole(file: string): Buffer<ArrayBuffer> {
  const opened = openSync(file, 'r');
  try {
    const whole = Buffer.from(new ArrayBuffer(fstatSync(opened).size));
    let read = 0;
    while (read < whole.length) {
      const more = readSync(opened, whole, read, whole.length - read, null);
      if (more === 0) break;
      read += more;
    }
    return whole;
  } finally {
    closeSync(opened);
  }
}

/** Undefined for a file of other content; throws for one that is damaged. */
function parse(key: string, whole: Buffer<ArrayBuffer>): Learned | undefined {
  if (whole.toString('latin1', 0, 64) !== key || whole.readUInt32LE(64) !== crc32(whole.subarray(CHECKED))) {
    return undefined;
  }
  const end = HEAD + whole.readUInt32LE(CHECKED);
  const { lengths, ...words }: Index = JSON.parse(whole.toString('utf8', HEAD, end));
  let at = aligned(end);
  const numbers = names.map((name) => {
    const row = new rows[name](whole.buffer, at, lengths[name]);
    at = aligned(at + row.byteLength);
    return [name, row];
  });
  return { ...words, ...(Object.fromEntries(numbers) as Numbers) };
}

function pieces(key: string, { words, phrases, names: features, ...numbers }: Learned): Buffer[] {
  const lengths = Object.fromEntries(names.map((name) => [name, numbers[name].length])) as Index['lengths'];
  const index = Buffer.from(JSON.stringify({ words, phrases, names: features, lengths } satisfies Index));
  const body = [index, ...names.map((name) => bytesOf(numbers[name]))].flatMap((piece) => [
    piece,
    Buffer.alloc(aligned(piece.length) - piece.length),
  ]);
  const head = Buffer.alloc(HEAD, key, 'latin1');
  head.writeUInt32LE(index.length, CHECKED);
  const checksum = body.reduce((sum, piece) => crc32(piece, sum), crc32(head.subarray(CHECKED)));
  head.writeUInt32LE(checksum, 64);
  return [head, ...body];
}

const aligned = (at: number): number => Math.ceil(at / ALIGNED) * ALIGNED;
const bytesOf = (row: ArrayBufferView): Buffer => Buffer.from(row.buffer, row.byteOffset, row.byteLength);
