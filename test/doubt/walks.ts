import { begin, choose, type Position } from '../../src/doubt/engine.ts';
import { loadWalks } from '../../src/doubt/load.ts';
import type { Walk } from '../../src/doubt/walk.ts';
import type { Protocol } from '../../src/protocol/protocol.ts';
import { library } from '../protocol/library.ts';

/** The real protocols with their walks. */
export const { protocols } = library;
export const walks = loadWalks('protocols', protocols);

export type Reached = Exclude<Position, { kind: 'refused' }>;
export type Ended = Extract<Position, { kind: 'advice' }>;

export function walkOf(id: string): Walk {
  const walk = walks.get(id);
  if (walk === undefined) throw new Error(`there is no walk ${id}`);
  return walk;
}

export function protocolOf(id: string): Protocol {
  const protocol = protocols.get(id);
  if (protocol === undefined) throw new Error(`there is no protocol ${id}`);
  return protocol;
}

/** A position that a test relies on. */
export function reached(position: Position): Reached {
  if (position.kind === 'refused') throw new Error(`refused: ${position.why}`);
  return position;
}

/** Clicks one button after another. */
export function walkThrough(walk: Walk, choices: readonly string[]): Reached {
  return choices.reduce((here, choice) => reached(choose(walk, here.state, choice)), reached(begin(walk)));
}

/** Every position there is, found by clicking every button, not by the code that checks walks. */
export function positionsOf(walk: Walk): Reached[] {
  const found = [reached(begin(walk))];
  for (const here of found) {
    if (here.kind === 'advice') continue;
    for (const option of here.question.options) found.push(reached(choose(walk, here.state, option.id)));
  }
  return found;
}
