import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from './errors.ts';
import { type Keyring, newDataKey, readKeyring } from './keyring.ts';

/** The key of local mode, in DATA_DIR. */
export const KEY_FILE = 'data.key';

export type KeySource = {
  /** DATA_KEY as set, or undefined. */
  readonly dataKey: string | undefined;
  /** NODE_ENV=production: a key must be set. */
  readonly production: boolean;
  /** Tells the operator something once, at start. */
  readonly warn: (message: string) => void;
};

/**
 * The keys of DATA_KEY, or in local mode the one in the folder's own file, which is made when there is no data yet.
 * @param folder DATA_DIR, which exists
 * @param hasData whether there is a database already: its key is then never made anew
 * @throws StoreError DATA_KEY_MISSING, DATA_KEY_FAULTY
 */
export function keyringFor(folder: string, hasData: boolean, { dataKey, production, warn }: KeySource): Keyring {
  const file = join(folder, KEY_FILE);
  if (dataKey !== undefined) return readKeyring(dataKey, (id) => notInDataKey(id, file));
  if (production) {
    throw new StoreError(
      'DATA_KEY_MISSING',
      'DATA_KEY is not set. Make one with "openssl rand -base64 32", set it, and keep a copy in a safe.',
    );
  }
  if (!existsSync(file)) {
    if (hasData) {
      throw new StoreError(
        'DATA_KEY_MISSING',
        `The key of the data is not there. Put ${KEY_FILE} back in DATA_DIR, or set DATA_KEY.`,
      );
    }
    makeKeyFile(folder, file);
    warn(`DATA_KEY is not set: made ${KEY_FILE} in DATA_DIR. Without that file nobody can read the data again.`);
  }
  return keysIn(file);
}

function keysIn(file: string): Keyring {
  const text = readFileSync(file, 'utf8').trim();
  const notInFile = (id: string) =>
    `What is kept was sealed with key ${id}, and ${file} holds another. Put back the file that belongs to this data, or set DATA_KEY to its key.`;
  try {
    return readKeyring(text, notInFile);
  } catch {
    throw new StoreError('DATA_KEY_FAULTY', `${file} holds no key any more. Put back a copy of it, or set DATA_KEY.`);
  }
}

/** Who tried the bot without DATA_KEY and set one later has the key of those cases in the file. */
function notInDataKey(id: string, file: string): string {
  const where = isKeyOf(file, id) ? `${file} holds it: put that key` : 'Put that key';
  return `What is kept was sealed with key ${id}, which is not in DATA_KEY. ${where} there too, after the first one and a comma.`;
}

function isKeyOf(file: string, id: string): boolean {
  try {
    return existsSync(file) && keysIn(file).ids[0] === id;
  } catch {
    return false;
  }
}

/** Written beside and linked into place, on disk before anything is sealed with it; of two processes one wins. */
function makeKeyFile(folder: string, file: string): void {
  const beside = `${file}.${process.pid}`;
  const handle = openSync(beside, 'w', 0o600);
  try {
    writeFileSync(handle, `${newDataKey()}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(beside, file);
  } catch (cause) {
    if (!existsSync(file)) throw cause;
  } finally {
    rmSync(beside, { force: true });
  }
  const directory = openSync(folder, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
