import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** In a container there may be next to nothing. */
const ENOUGH_BYTES = 2 ** 30;

/** A folder whose files are in memory, where there is one with room: there a commit costs no disk. For what does not cut the power. */
export const inMemory: string = roomy('/dev/shm') ?? tmpdir();

function roomy(folder: string): string | undefined {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ENOUGH_BYTES ? folder : undefined;
  } catch {
    return undefined;
  }
}
