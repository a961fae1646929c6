import type { Location } from '../../src/organisation/schema.ts';
import { type Library, loadLibrary } from '../../src/protocol/load.ts';
import { type Protocol, withBlanks } from '../../src/protocol/protocol.ts';
import type { Article } from '../../src/protocol/schema.ts';

/** The real content folder, read once. */
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

const filled = new WeakMap<Location, Protocol>();

/** A school's protocol as the school has it, made once, as a server does: the engine prepares each protocol it meets. */
export function protocolAt(location: Location): Protocol | undefined {
  const before = filled.get(location);
  const base = library.protocols.get(location.protocol);
  if (before !== undefined || base === undefined) return before;
  const own = withBlanks(base, location.blanks);
  filled.set(location, own);
  return own;
}
