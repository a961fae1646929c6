import { pino } from 'pino';
import { createSlack } from '../../../src/slack/slack.ts';
import { example } from '../../bot/world.ts';
import { TEAM } from '../../fakes/slack/state.ts';
import { startWorkspace } from '../../fakes/slack/workspace.ts';
import { slackLimits } from './limits.ts';
import type { Side } from './platform.ts';
import type { Time } from './time.ts';

/** The Slack channel, and a workspace that everybody is in. Half of them never wrote to the bot: they are found by their e-mail. */
export async function slackSide(time: Time): Promise<Side> {
  const workspace = await startWorkspace(time.now);
  const slack = createSlack({
    settings: { botToken: workspace.token, signingSecret: undefined, appToken: undefined, apiUrl: workspace.url },
    workspaces: () => example.id,
    bot: async () => [],
    log: pino({ level: 'silent' }),
    commands: [],
    pace: { now: time.now, wait: time.wait },
  });
  const ids = new Map(example.people.map(({ email }) => [email, workspace.join(email).id]));
  const idOf = (email: string) => ids.get(email) ?? '';
  return {
    carrier: slack.carrier,
    referenceOf: (email) =>
      number(idOf(email)) % 2 === 0 ? undefined : JSON.stringify({ team: TEAM, user: idOf(email) }),
    place: {
      ...workspace,
      limits: slackLimits,
      never: { status: 200, code: 'invalid_blocks' },
      sends: 'chat.postMessage',
      // A person's id stands for their chat.
      chat: (conversation) => (conversation.startsWith('U') ? workspace.chatOf(conversation) : conversation),
      chatOf: (email) => workspace.chatOf(idOf(email)),
      cards: () =>
        [...workspace.messages.values()].map(({ channel, blocks }) => ({ conversation: channel, content: blocks })),
    },
  };
}

const number = (id: string): number => Number(id.replace(/\D/g, ''));
