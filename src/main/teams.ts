import type { Config } from '../config.ts';
import type { Organisations } from '../organisation/load.ts';
import { LOCAL_TENANT } from '../teams/guard.ts';
import type { Teams, TeamsOptions } from '../teams/teams.ts';

type Given = Pick<TeamsOptions, 'bot' | 'log' | 'directory' | 'commands' | 'opensDialog' | 'placed'> & {
  readonly organisations: Organisations;
};

/**
 * The Teams channel. Without credentials it takes anybody: that is for local mode, and not for a school that uses Slack alone,
 * which has none.
 */
export async function teamsOf(config: Config, { organisations, ...given }: Given): Promise<Teams | undefined> {
  if (config.teams === undefined && !config.local) return undefined;
  const { createTeams } = await import('../teams/teams.ts');
  // A client on this machine has no tenant of its own: it belongs to the first organisation.
  const local = (tenant: string) => (config.local && tenant === LOCAL_TENANT ? organisations.all[0]?.id : undefined);
  warnOfTenant(config.teams, organisations, given.log);
  return createTeams({
    credentials: config.teams ?? null,
    tenants: (tenant) => organisations.byTenant(tenant)?.id ?? local(tenant) ?? null,
    serviceUrls: config.teamsServiceHosts,
    catalogAppId: config.teamsCatalogApp,
    ...given,
  });
}

/** Whoever's tenant no file names is refused at the door, one by one: the start says it once. */
export function warnOfTenant(
  teams: Config['teams'],
  organisations: Pick<Organisations, 'byTenant'>,
  log: Pick<TeamsOptions['log'], 'warn'>,
): void {
  if (teams === undefined || organisations.byTenant(teams.tenantId) !== undefined) return;
  const said = 'No organisation file names the tenant of MicrosoftAppTenantId: everybody in it is refused.';
  log.warn({ tenant: teams.tenantId }, `${said} Run npm run check.`);
}
