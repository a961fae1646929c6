import { loadInstead } from './instead.ts';

/**
 * Loaded before the whole program: it then writes without keeping to the limits of Teams and Slack, which are the matter of
 * `teams/rates` and `slack/outbound`. A test sends in seconds what people send in a day, and would wait for each limit.
 */
loadInstead(
  {
    '/src/teams/teams.ts ./rates.ts': './teams/own-rates.ts',
    '/src/slack/api.ts ./pacing.ts': './slack/own-pacing.ts',
  },
  import.meta.url,
);
