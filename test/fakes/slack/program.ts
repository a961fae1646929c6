import { type Started, startMain } from '../started.ts';
import { createSender, SECRET, type Sender } from './sender.ts';
import { startWorkspace, type Workspace } from './workspace.ts';

/** The whole program with Slack's credentials and no others, and a stand-in for Slack. */
export type Program = {
  readonly main: Started;
  readonly workspace: Workspace;
  readonly sender: Sender;
  close(): Promise<void>;
};

export async function startProgram(
  env: Readonly<Record<string, string>> = {},
  node: readonly string[] = [],
  now?: () => number,
): Promise<Program> {
  const workspace = await startWorkspace(now);
  const main = await startMain(
    {
      HOST: '127.0.0.1',
      SLACK_BOT_TOKEN: workspace.token,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: workspace.url,
      ...env,
    },
    node,
  );
  return {
    main,
    workspace,
    sender: createSender(main.url),
    close: async () => {
      await main.stop();
      await workspace.close();
    },
  };
}
