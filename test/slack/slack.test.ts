import { describe, expect, test } from 'vitest';
import { startSlack } from '../fakes/slack/channel.ts';

describe('at start', () => {
  test('nothing is said when Slack takes the token and the workspace is known', async () => {
    const at = await startSlack();
    await at.slack.start();
    expect(at.logged).toEqual([]);
    await at.close();
  });

  test('the operator hears of a token that Slack refuses, and of a workspace that no file names', async () => {
    const at = await startSlack();
    at.workspace.trouble({ method: 'auth.test', error: 'invalid_auth' });
    await at.slack.start();
    expect(at.logged.join('')).toContain('invalid_auth');
    const other = await startSlack({ workspaces: () => null });
    await other.slack.start();
    expect(other.logged.join('')).toMatch(/T0EXAMPLE.*platforms, slack, workspaces/);
    for (const each of [at, other]) await each.close();
  });
});
