import { loadInstead } from '../../fakes/instead.ts';

/** The control: doors that take every body for an activity, or for what Slack sends. */
loadInstead(
  {
    '/src/teams/guard.ts ./activity.ts': './unsafe-activity.ts',
    '/src/slack/guard.ts ./payload.ts': './unsafe-payload.ts',
  },
  import.meta.url,
);
