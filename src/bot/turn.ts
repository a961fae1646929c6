import type { Event } from '../conversation/event.ts';
import type { Remembered } from '../conversation/memory.ts';
import type { Reply, Screen } from '../conversation/reply.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { Ports } from './ports.ts';

/** One event on its way through the bot, with what is known by then. */
export type Turn = {
  readonly event: Event;
  readonly ports: Ports;
  readonly remembered: Remembered;
  /** Undefined while it is not known at which school somebody works. */
  readonly school: Protocol | undefined;
};

export const show = (screen: Screen): Reply => ({ kind: 'show', screen });
export const replace = (screen: Screen): Reply => ({ kind: 'replace', screen });
