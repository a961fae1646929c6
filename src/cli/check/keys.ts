import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { KEY_FILE } from '../../store/key-file.ts';
import { DATABASE_FILE } from '../../store/store.ts';
import { type Checked, fine, wrong } from './checked.ts';

/** Rights of others than the owner. */
const OTHERS = 0o077;

/** Where the key of the data is, and who on this machine can get at key and data. In production a key must be set anyhow. */
export function checkKeys({ local, data }: Pick<Config, 'local' | 'data'>): readonly Checked[] {
  const { folder, dataKey, production } = data;
  const file = join(folder, KEY_FILE);
  // A closed folder closes what is in it.
  const open = (isOpen(folder) ? [file, join(folder, DATABASE_FILE)] : [])
    .filter(isOpen)
    .map((path) => wrong('keys', `Others on this machine can read ${path}.`, `Close it: chmod go-rwx ${path}`));
  const faults = [...open, ...(dataKey === undefined && !local && !production ? [keyOf(existsSync(file))] : [])];
  if (faults.length > 0) return faults;
  return [fine('keys', dataKey === undefined ? 'Local mode keeps its key in DATA_DIR.' : 'DATA_KEY is set.')];
}

/** @param beside there is a key file already */
function keyOf(beside: boolean): Checked {
  if (!beside) {
    const remedy = 'Make one with "openssl rand -base64 32", set it, and keep a copy in a safe.';
    return wrong('keys', 'DATA_KEY is not set.', remedy);
  }
  const remedy = `Set DATA_KEY to what ${KEY_FILE} holds, keep a copy in a safe, and remove the file.`;
  return wrong('keys', 'The key lies beside the data: who has a copy of the one has the other.', remedy);
}

/** On Windows rights are no part of the mode. */
function isOpen(path: string): boolean {
  if (process.platform === 'win32' || !existsSync(path)) return false;
  return (statSync(path).mode & OTHERS) !== 0;
}
