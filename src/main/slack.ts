import type { SlackCredentials } from '../config.ts';
import type { Organisations } from '../organisation/load.ts';
import type { Slack, SlackOptions } from '../slack/slack.ts';

type Given = Pick<SlackOptions, 'bot' | 'log' | 'directory' | 'commands' | 'placed' | 'refreshed'> & {
  readonly organisations: Organisations;
};

/** The Slack channel. Its libraries are loaded only where Slack is used: they would double the time to start. */
export async function slackOf(settings: SlackCredentials, { organisations, ...given }: Given): Promise<Slack> {
  const { createSlack } = await import('../slack/slack.ts');
  return createSlack({
    settings,
    workspaces: (workspace) => organisations.byWorkspace(workspace)?.id ?? null,
    ...given,
  });
}
