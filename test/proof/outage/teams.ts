import { pino } from 'pino';
import { dialogVerbs } from '../../../src/bot.ts';
import { createTeams } from '../../../src/teams/teams.ts';
import { example } from '../../bot/world.ts';
import { startConnector } from '../../fakes/teams/connector.ts';
import { teamsLimits } from './limits.ts';
import type { Side } from './platform.ts';
import type { Time } from './time.ts';

/** The Teams channel, and Microsoft's connector, where everybody has installed the bot. */
export async function teamsSide(time: Time): Promise<Side> {
  const connector = await startConnector({ now: time.now });
  const teams = createTeams({
    credentials: null,
    tenants: async () => example.id,
    serviceUrls: [],
    bot: async () => [],
    log: pino({ level: 'silent' }),
    commands: [],
    opensDialog: dialogVerbs,
    pace: { now: time.now, wait: time.wait, random: Math.random },
  });
  const chatOf = (email: string) => `a:${email}`;
  return {
    carrier: teams.carrier,
    referenceOf: (email) => {
      const conversation = chatOf(email);
      connector.know(conversation);
      const place = { organisation: example.id, privacy: 'private', conversation, serviceUrl: connector.url };
      return JSON.stringify({ ...place, person: email, bot: '28:bot', user: `29:${email}` });
    },
    place: {
      ...connector,
      limits: teamsLimits,
      never: { status: 400 },
      sends: 'POST',
      chat: (conversation) => conversation,
      chatOf,
      cards: () => connector.sent.map(({ conversation, activity }) => ({ conversation, content: activity })),
    },
  };
}
