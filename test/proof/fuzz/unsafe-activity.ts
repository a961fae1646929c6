import type { TeamsActivity } from '../../../src/teams/activity.ts';

export { tenantOf } from '../../../src/teams/activity.ts';

/** Looks at nothing. */
export const parseActivity = (body: unknown): TeamsActivity => body as TeamsActivity;
