import type { Pacer } from '../../../src/slack/pacing.ts';

/** Everybody's turn at once. */
export const createPacer = (): Pacer => ({ post: (_channel, work) => work(), same: () => undefined });
