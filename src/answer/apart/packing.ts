import type { Library } from '../../protocol/load.ts';
import type { Protocol } from '../../protocol/protocol.ts';

/**
 * Answers as they go from one thread to the other. An answer points at articles, topics and laws, which both threads have: their
 * place in a list goes along instead of them, which costs less, and the articles that arrive are the asker's own.
 */
export type Packing = { pack(value: unknown): unknown; unpack(packed: unknown): unknown };

/** No object in an answer has a field of this name. */
const PLACE = '$place';

/** The same on both sides, as long as library and protocol are. */
export function createPacking({ law, topics }: Pick<Library, 'law' | 'topics'>, protocol: Protocol): Packing {
  const { articles, chapters, meta } = protocol;
  const shared: readonly object[] = [...law, ...topics, ...articles, ...chapters, ...meta.definitions];
  const places = new Map(shared.map((each, place) => [each, place]));
  const pack = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const place = places.get(value);
    return place === undefined ? mapped(value, pack) : { [PLACE]: place };
  };
  const unpack = (packed: unknown): unknown => {
    if (typeof packed !== 'object' || packed === null) return packed;
    return PLACE in packed ? shared[Number(packed[PLACE])] : mapped(packed, unpack);
  };
  return { pack, unpack };
}

function mapped(value: object, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  // Built up field by field: every answer passes here twice, and a list of pairs in between costs as much again.
  const made: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) made[name] = change(field);
  return made;
}
