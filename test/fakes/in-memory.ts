import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';

/** A folder whose files are in memory, where there is one: there a commit costs no disk. For what does not cut the power. */
export const inMemory: string = writable('/dev/shm') ?? tmpdir();

function writable(folder: string): string | undefined {
  try {
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return undefined;
  }
}
