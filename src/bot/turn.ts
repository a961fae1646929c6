import type { Event } from '../conversation/event.ts';
import type { Remembered } from '../conversation/memory.ts';
import type { Reply, Screen } from '../conversation/reply.ts';
import type { Person } from '../organisation/person.ts';
import type { Organisation } from '../organisation/schema.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { Ports } from './ports.ts';

/** One event on its way through the bot, with what is known by then. */
export type Turn = {
  readonly event: Event;
  readonly ports: Ports;
  readonly remembered: Remembered;
  /** Undefined when it is no longer served. */
  readonly organisation: Organisation | undefined;
  /** Undefined for who is not in the organisation file: they get answers about the protocol at most. */
  readonly person: Person | undefined;
  /** Undefined while it is not known at which school somebody works. */
  readonly school: Protocol | undefined;
};

/** @param ref of the case that this card stands for */
export const show = (screen: Screen, ref?: string): Reply => ({ kind: 'show', screen, ...standsFor(ref) });
/** @param ref of the case that this card stands for */
export const replace = (screen: Screen, ref?: string): Reply => ({ kind: 'replace', screen, ...standsFor(ref) });

const standsFor = (ref: string | undefined) => (ref === undefined ? {} : { case: ref });

/** Whether somebody can walk through a doubt and ask somebody: people of the organisation file, where that is set up. */
export const isStaff = ({ ports, person }: Turn): boolean => ports.doubts !== undefined && person !== undefined;
