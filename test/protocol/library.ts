import { type Library, loadLibrary } from '../../src/protocol/load.ts';
import type { Protocol } from '../../src/protocol/protocol.ts';
import type { Article } from '../../src/protocol/schema.ts';

/** The real content folder, read once for each test file. */
export const library: Library = loadLibrary('protocols');

export function protocolOf(id: string): Protocol {
  const found = library.protocols.get(id);
  if (found === undefined) throw new Error(`there is no protocol ${id}`);
  return found;
}

export function articleOf(id: string, article: string): Article {
  const found = protocolOf(id).byId.get(article);
  if (found === undefined) throw new Error(`${id} has no article ${article}`);
  return found;
}
