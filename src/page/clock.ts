/** A clock that can be put forward; never back, because what has happened stays in its order. */
export type MovableClock = {
  /** The time now: the machine's, and what was added. Needs no `this`, so it is a `Clock` for the hand-over too. */
  readonly now: () => Date;
  /** Puts the clock forward; resolves when whoever listens is done with what that made due. */
  readonly move: (milliseconds: number) => Promise<void>;
  /** Calls this after each move: whoever sleeps until a moment must look again. What it rejects with is its own affair. */
  readonly onMove: (moved: () => unknown) => void;
};

/** @param real the machine's own clock */
export const createClock = (real: () => Date = () => new Date()): MovableClock => {
  const listeners: (() => unknown)[] = [];
  let added = 0;
  return {
    now: () => new Date(real().getTime() + added),
    move: async (milliseconds) => {
      if (!(milliseconds >= 0 && Number.isFinite(milliseconds))) throw new RangeError('the clock only goes forward');
      added += milliseconds;
      await Promise.allSettled(listeners.map(async (moved) => moved()));
    },
    onMove: (moved) => void listeners.push(moved),
  };
};
