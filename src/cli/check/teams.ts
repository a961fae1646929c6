import { z } from 'zod';
import type { TeamsCredentials } from '../../config.ts';
import type { Organisations } from '../../organisation/load.ts';
import { type Checked, fine, wrong } from './checked.ts';
import { asked, type Outside, parsed } from './outside.ts';

const SCOPE = 'https://api.botframework.com/.default';

/** Whether Microsoft gives the bot the token it writes with, and whether anybody of this tenant is let in. */
export async function checkTeams(
  credentials: TeamsCredentials | undefined,
  organisations: Organisations | undefined,
  outside: Outside,
): Promise<readonly Checked[]> {
  if (credentials === undefined) return [];
  const { type, password } = credentials;
  // That a secret is missing the environment says already.
  if (type === 'SingleTenant' && password === undefined) return [];
  const token =
    type === 'UserAssignedMSI' || password === undefined
      ? await byIdentity(credentials)
      : await byPassword(credentials, password, outside);
  return [token, ...tenantOf(credentials, organisations)];
}

function tenantOf({ tenantId }: TeamsCredentials, organisations: Organisations | undefined): readonly Checked[] {
  if (organisations === undefined || organisations.byTenant(tenantId) !== undefined) return [];
  const named = organisations.all.flatMap(({ id, platforms }) =>
    platforms.teams.tenants.map((each) => `${each} (${id})`),
  );
  return [
    wrong(
      'teams',
      `No organisation file names the tenant ${tenantId}: everybody in it is refused. They name ${named.join(', ') || 'none'}.`,
      'Add it in the file of your organisation under platforms, teams, tenants, or correct MicrosoftAppTenantId.',
    ),
  ];
}

const refusal = z.object({ error: z.string(), error_codes: z.array(z.number()).default([]) });

/** Codes of Microsoft Entra (AADSTS…), and what to do. */
const remedies: Readonly<Record<number, string>> = {
  7000215: 'MicrosoftAppPassword is not the secret: copy its Value (not the Secret ID) from Certificates & secrets.',
  7000222: 'The client secret has expired: make a new one in Certificates & secrets and set MicrosoftAppPassword.',
  700016: 'This tenant does not know MicrosoftAppId: copy the Application (client) ID, and check MicrosoftAppTenantId.',
  90002: 'There is no such tenant: copy the Directory (tenant) ID to MicrosoftAppTenantId.',
  900023: 'There is no such tenant: copy the Directory (tenant) ID to MicrosoftAppTenantId.',
  7000112: 'The application is switched off in Entra: switch it on under Enterprise applications, Properties.',
};

async function byPassword({ appId, tenantId }: TeamsCredentials, password: string, outside: Outside): Promise<Checked> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: password,
    scope: SCOPE,
  });
  const url = `https://login.microsoftonline.com/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;
  const answer = await asked(outside, url, { method: 'POST', body });
  if (answer === undefined) {
    const remedy = 'Let this machine reach login.microsoftonline.com on port 443 (firewall, proxy, DNS).';
    return wrong('teams', 'Microsoft cannot be reached.', remedy);
  }
  if (answer.status === 200) return accepted;
  const said = refusal.safeParse(parsed(answer.text));
  const code = said.success ? said.data.error_codes[0] : undefined;
  const remedy = code === undefined ? undefined : remedies[code];
  return wrong(
    'teams',
    `Microsoft refuses the credentials: ${code === undefined ? `status ${answer.status}` : `AADSTS${code}`}.`,
    remedy ??
      'Compare MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId with the app registration in Entra.',
  );
}

const accepted = fine('teams', 'Microsoft accepts the credentials.');

async function byIdentity({ appId }: TeamsCredentials): Promise<Checked> {
  // Microsoft's library is slow to load, and only this wants it.
  const { managedIdentityToken } = await import('../../teams/managed-identity.ts');
  if (await managedIdentityToken(appId, SCOPE)) return accepted;
  return wrong(
    'teams',
    'The managed identity gives no token on this machine.',
    'Assign the identity whose client id is MicrosoftAppId to the machine or app service this runs on, and check there.',
  );
}
