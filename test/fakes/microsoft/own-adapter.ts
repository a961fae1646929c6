import type { Microsoft } from '../../../src/teams/adapter.ts';

export { createAdapter } from '../../../src/teams/adapter.ts';

/** In place of Microsoft's log-in: the one that a test plays. */
export const MICROSOFT: Microsoft = {
  issuer: process.env.OWN_ISSUER ?? '',
  metadataUrl: process.env.OWN_METADATA ?? '',
  token: async () => process.env.OWN_TOKEN ?? '',
};
