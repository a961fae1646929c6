import { join } from 'node:path';
import { FolderReader } from '../content/folder.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { checkWalk } from './checks.ts';
import { walkFile } from './schema.ts';
import { toWalk, type Walk } from './walk.ts';

/**
 * Reads and checks the walks of a content folder.
 * @param folder the folder with the protocol files; the walks stand in its `walks/`, each by the id of its protocol
 * @param protocols what may be cited; a protocol without a walk is no fault
 * @returns the walks by the id of their protocol
 * @throws ContentError with every fault in every walk, by file and line
 */
export function loadWalks(folder: string, protocols: ReadonlyMap<string, Protocol>): ReadonlyMap<string, Walk> {
  const reader = new FolderReader(folder);
  const files = reader
    .names('walks')
    .map((name) => reader.read(join('walks', name), walkFile))
    .filter((file) => file !== undefined);
  for (const { file, located } of files) reader.fault(...checkWalk(file, located, protocols));
  reader.throwFaults();
  return new Map(files.map(({ located }) => [located.value.id, toWalk(located.value)]));
}
