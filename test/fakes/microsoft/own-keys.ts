import { loadInstead } from '../instead.ts';

/**
 * Loaded before the whole program: its door then believes keys of ours instead of Microsoft's, and may write to a connector
 * of ours; all else is as it is. Addresses and token come from the environment.
 */
loadInstead(
  {
    '/src/teams/teams.ts ./adapter.ts': './own-adapter.ts',
    '/src/teams/teams.ts ./service-url.ts': './own-service-url.ts',
  },
  import.meta.url,
);
