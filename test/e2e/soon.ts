import { expect } from 'vitest';

/** Waits for a value to become what is expected, longer than usual: a busy machine is no fault. */
export const soon = <T>(read: () => T) => expect.poll(read, { timeout: 60_000 });
