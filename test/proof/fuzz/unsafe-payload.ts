import type { Parsed, Payload } from '../../../src/slack/payload.ts';

export { workspaceOf } from '../../../src/slack/payload.ts';

/** Looks at nothing. */
export const parsePayload = (body: unknown): Parsed => ({ kind: 'payload', payload: body as Payload });
