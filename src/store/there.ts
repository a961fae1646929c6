import { statSync } from 'node:fs';
import { asStoreError } from './errors.ts';

/**
 * Whether a file or folder is there. `existsSync` says no as well of what this user may not see.
 * @throws StoreError STORE_FORBIDDEN when this user may not know
 */
export function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (cause) {
    throw asStoreError(cause);
  }
}
