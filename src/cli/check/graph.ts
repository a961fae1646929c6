import { z } from 'zod';
import type { Config, TeamsCredentials } from '../../config.ts';
import type { Organisations } from '../../organisation/load.ts';
import { withManagers, withoutLeader } from '../../organisation/managers.ts';
import { type Checked, fine, wrong } from './checked.ts';
import { asked, type Outside, parsed } from './outside.ts';
import type { Find } from './ways.ts';

const GRAPH = 'https://graph.microsoft.com/v1.0';
const INSTALL = 'TeamsAppInstallation.ReadWriteSelfForUser.All';
const MANAGERS = 'User.Read.All';

export type GraphChecked = {
  readonly checks: readonly Checked[];
  /** Whether the bot may give somebody its app; undefined where it may not. */
  readonly comes: Find | undefined;
};

type Given = Pick<Config, 'teams' | 'teamsCatalogApp' | 'teamsManagers'>;

/** Whether Microsoft Graph lets the bot do what the environment says it does, and whether the managers it names can have a case. */
export async function checkGraph(
  { teams, teamsCatalogApp, teamsManagers }: Given,
  organisations: Organisations | undefined,
  outside: Outside,
): Promise<GraphChecked> {
  const needed = [...(teamsCatalogApp === undefined ? [] : [INSTALL]), ...(teamsManagers ? [MANAGERS] : [])];
  if (teams === undefined || needed.length === 0) return { checks: [], comes: undefined };
  const token = await tokenFor(teams, outside);
  // Why there is none the check of Teams says: it asks with the same credentials.
  if (token === undefined) return { checks: [noToken], comes: undefined };
  const granted = rolesIn(token);
  const missing = needed.filter((role) => !granted.includes(role)).map(notGranted);
  const managers =
    teamsManagers && granted.includes(MANAGERS) ? await checkManagers(teams, organisations, token, outside) : [];
  const installs = teamsCatalogApp !== undefined && granted.includes(INSTALL);
  const checks = [...missing, ...managers];
  return {
    checks: checks.length > 0 ? checks : [fine('graph', `Microsoft Graph allows ${needed.join(' and ')}.`)],
    comes: installs ? (person) => canCome(person.email, token, outside) : undefined,
  };
}

const noToken = wrong(
  'graph',
  'Microsoft gives no token for Microsoft Graph.',
  'See what the check "teams" says; let this machine reach login.microsoftonline.com.',
);

const notGranted = (role: string): Checked =>
  wrong(
    'graph',
    `Nobody consented to ${role}.`,
    `In Entra, App registrations, API permissions: add the application permission ${role} of Microsoft Graph and grant admin consent.`,
  );

const tokenShape = z.object({ access_token: z.string() });

async function tokenFor(teams: TeamsCredentials, outside: Outside): Promise<string | undefined> {
  const { appId, tenantId, type, password } = teams;
  if (type === 'UserAssignedMSI' || password === undefined) {
    // Microsoft's library is slow to load, and only this wants it.
    const [{ createGraphToken }, { GRAPH: addresses }] = await Promise.all([
      import('../../teams/graph/token.ts'),
      import('../../teams/graph/graph.ts'),
    ]);
    return createGraphToken(teams, addresses, Date.now)().catch(() => undefined);
  }
  const scope = 'https://graph.microsoft.com/.default';
  const form = { grant_type: 'client_credentials', client_id: appId, client_secret: password, scope };
  const url = `https://login.microsoftonline.com/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;
  const answer = await asked(outside, url, { method: 'POST', body: new URLSearchParams(form) });
  const said = tokenShape.safeParse(parsed(answer?.text ?? ''));
  return said.success ? said.data.access_token : undefined;
}

const claims = z.object({ roles: z.array(z.string()).default([]) });

/** What was consented to stands in the token itself. */
function rolesIn(token: string): readonly string[] {
  const said = claims.safeParse(parsed(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
  return said.success ? said.data.roles : [];
}

const read = (path: string, token: string, outside: Outside) =>
  asked(outside, `${GRAPH}${path}`, { headers: { authorization: `Bearer ${token}` } });

async function canCome(email: string, token: string, outside: Outside): Promise<boolean | 'unknown'> {
  const answer = await read(`/users/${encodeURIComponent(email)}/teamwork/installedApps`, token, outside);
  if (answer?.status === 200) return true;
  return answer?.status === 404 || answer?.status === 403 ? false : 'unknown';
}

const address = z.string().nullish();
const managerShape = z.object({ mail: address, userPrincipalName: address });

/** Everybody whose leidinggevende comes from Graph, and is nobody whom the file names. */
async function checkManagers(
  { tenantId }: TeamsCredentials,
  organisations: Organisations | undefined,
  token: string,
  outside: Outside,
): Promise<readonly Checked[]> {
  const organisation = organisations?.byTenant(tenantId);
  if (organisation === undefined) return [];
  const found: Checked[] = [];
  for (const { email } of withoutLeader(organisation)) {
    const path = `/users/${encodeURIComponent(email)}/manager?$select=mail,userPrincipalName`;
    const answer = await read(path, token, outside);
    if (answer?.status === 404) continue;
    const said = managerShape.safeParse(parsed(answer?.status === 200 ? answer.text : ''));
    if (!said.success)
      return [wrong('graph', 'Microsoft Graph does not say who reports to whom.', 'Check again later.')];
    const addresses = [said.data.mail, said.data.userPrincipalName].flatMap((each) => each?.toLowerCase() ?? []);
    if (withManagers(organisation, new Map([[email, addresses]])).unknown === 0) continue;
    found.push(
      wrong(
        'graph',
        `${organisation.id}: ${email} reports to ${addresses[0]} in Microsoft 365, whom the organisation file does not name.`,
        'Name that person in the file of your organisation, or give a reportsTo there.',
      ),
    );
  }
  return found;
}
