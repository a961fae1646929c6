import type { Desk } from '../../handover/desk.ts';

/** What the bot needs to put a doubt to somebody. The clock is the desk's. */
export type DoubtPorts = {
  readonly desk: Desk;
};
