import { z } from 'zod';
import type { SlackCredentials } from '../../config.ts';
import type { Organisations } from '../../organisation/load.ts';
import { type Checked, fine, wrong } from './checked.ts';
import { asked, type Outside, parsed } from './outside.ts';

const SLACK = 'https://slack.com/api/';

const said = z.object({ ok: z.boolean(), error: z.string().optional(), team_id: z.string().optional() });
const manifest = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

const remedies: Readonly<Record<string, string>> = {
  invalid_auth:
    'Copy the tokens again: OAuth & Permissions has SLACK_BOT_TOKEN, Basic Information has SLACK_APP_TOKEN.',
  account_inactive: 'The app was removed from the workspace: install it again and copy its new token.',
  token_revoked: 'The token was withdrawn: install the app again and copy its new token.',
  token_expired: 'The token has expired: switch off token rotation for the app, install it again, and copy its token.',
};

/**
 * Whether Slack takes the tokens, whether the app has every scope of its manifest, and whether anybody of the workspace is
 * let in.
 * @param manifestText manifest/slack.json
 */
export async function checkSlack(
  credentials: SlackCredentials | undefined,
  organisations: Organisations | undefined,
  outside: Outside,
  manifestText: string,
): Promise<readonly Checked[]> {
  if (credentials === undefined) return [];
  const { botToken, appToken, apiUrl = SLACK } = credentials;
  const answer = await called(outside, apiUrl, 'auth.test', botToken);
  if ('fault' in answer) return [answer.fault('SLACK_BOT_TOKEN')];
  return [
    fine('slack', 'Slack accepts the bot token.'),
    ...scopesOf(answer.scopes, manifestText),
    ...workspaceOf(answer.workspace, organisations),
    ...(appToken === undefined ? [] : [await socketOf(outside, apiUrl, appToken)]),
  ];
}

type Answer =
  | { readonly workspace: string; readonly scopes: readonly string[] | undefined }
  | { readonly fault: (variable: string) => Checked };

async function called(outside: Outside, apiUrl: string, method: string, token: string): Promise<Answer> {
  const init = { method: 'POST', headers: { authorization: `Bearer ${token}` } };
  const answer = await asked(outside, new URL(method, apiUrl).href, init);
  const body = said.safeParse(parsed(answer?.text ?? ''));
  if (answer === undefined || !body.success) {
    const remedy = 'Let this machine reach slack.com on port 443 (firewall, proxy, DNS).';
    return { fault: () => wrong('slack', 'Slack cannot be reached.', remedy) };
  }
  const { ok, error = 'unknown', team_id = '' } = body.data;
  if (!ok) {
    const remedy = remedies[error] ?? 'Install the app in the workspace again and copy its tokens.';
    return { fault: (variable) => wrong('slack', `Slack refuses ${variable}: ${error}.`, remedy) };
  }
  const scopes = answer.headers.get('x-oauth-scopes')?.split(/\s*,\s*/);
  return { workspace: team_id, scopes };
}

function scopesOf(granted: readonly string[] | undefined, manifestText: string): readonly Checked[] {
  if (granted === undefined) return [];
  const wanted = manifest.parse(JSON.parse(manifestText)).oauth_config.scopes.bot;
  const missing = wanted.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return [];
  const remedy = 'Paste the manifest of "npm run manifest:slack" again under App Manifest and reinstall the app.';
  return [wrong('slack', `The app may not do everything it must: ${missing.join(', ')} is missing.`, remedy)];
}

function workspaceOf(workspace: string, organisations: Organisations | undefined): readonly Checked[] {
  if (organisations === undefined || organisations.byWorkspace(workspace) !== undefined) return [];
  return [
    wrong(
      'slack',
      `No organisation file names the workspace ${workspace}: everybody in it is refused.`,
      'Add it in the file of your organisation under platforms, slack, workspaces.',
    ),
  ];
}

async function socketOf(outside: Outside, apiUrl: string, appToken: string): Promise<Checked> {
  const answer = await called(outside, apiUrl, 'apps.connections.open', appToken);
  return 'fault' in answer ? answer.fault('SLACK_APP_TOKEN') : fine('slack', 'Slack opens a socket for the app token.');
}
