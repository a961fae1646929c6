import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { dialogVerbs } from '../../../src/bot.ts';
import { createTeams, type Teams, type TeamsOptions } from '../../../src/teams/teams.ts';
import { type Colleague, colleague } from '../teams/colleague.ts';
import { type Connector, startConnector } from '../teams/connector.ts';

/** Teams beside Slack, over the same bot and the same store. */
export type Beside = {
  readonly connector: Connector;
  readonly carrier: Teams['carrier'];
  as(email: string): Promise<Colleague>;
  close(): Promise<void>;
};

type Shared = Pick<TeamsOptions, 'bot' | 'commands' | 'tenants'> & Required<Pick<TeamsOptions, 'directory' | 'placed'>>;

export async function startBeside(shared: Shared): Promise<Beside> {
  const connector = await startConnector();
  const log = pino({ level: 'silent' });
  const teams = createTeams({ credentials: null, serviceUrls: [], log, opensDialog: dialogVerbs, ...shared });
  const server = createServer((request, response) => void teams.route.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const known = new Map<string, Colleague>();
  return {
    connector,
    carrier: teams.carrier,
    as: async (email) => {
      const before = known.get(email);
      if (before !== undefined) return before;
      const made = colleague(connector, `http://127.0.0.1:${port}`, email);
      known.set(email, made);
      await made.installs();
      return made;
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await connector.close();
    },
  };
}
