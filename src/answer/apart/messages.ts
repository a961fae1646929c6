import type { Library } from '../../protocol/load.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { Context } from '../answer.ts';

/** What the two threads say to each other. */

/** With what the engine's thread begins. */
export type Begin = { readonly library: Library; readonly folder: string };

/** What is wanted of the engine. */
export type Wanted =
  | { readonly call: 'ask'; readonly question: string; readonly context: Context }
  | { readonly call: 'search'; readonly sought: string }
  | { readonly call: 'hear'; readonly story: string }
  | { readonly call: 'prepare' };

/** `protocol` goes by a number; the first time it is named, it comes along. */
export type Request = {
  readonly id: number;
  readonly protocol: number;
  readonly whole?: Protocol | undefined;
  readonly wanted: Wanted;
};

/** The thread says this once: it has learned, and can be asked. */
export const BEGUN = 'begun';

/** `packed`: see `packing.ts`. A fault tells where it arose and not what it says, for that may quote the question. */
export type Response = { readonly id: number } & (
  | { readonly packed: unknown }
  | { readonly fault: { readonly name: string; readonly at: string } }
);
