import type { Walk } from '../../doubt/walk.ts';
import type { Desk } from '../../handover/desk.ts';

/** What the bot needs to walk through a doubt and to put it to somebody. Its clock is the desk's. */
export type DoubtPorts = {
  readonly desk: Desk;
  /** The walks by the id of their protocol. */
  readonly walks: ReadonlyMap<string, Walk>;
};
