import type { Parsed } from '../../../src/slack/payload.ts';
import type { Payload } from '../../../src/slack/shapes.ts';

export { workspaceOf } from '../../../src/slack/payload.ts';

/** Looks at nothing. */
export const parsePayload = (body: unknown): Parsed => ({ kind: 'payload', payload: body as Payload });
