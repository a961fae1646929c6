import type { Pacer } from '../../../src/slack/pacing.ts';

/** As the real one, for a Slack that takes messages as fast as they come. */
export const createPacer = (): Pacer => ({ post: (_channel, work) => work(), same: () => undefined });
