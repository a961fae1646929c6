import { z } from 'zod';
import type { NotTaken, PersonId } from '../../handover/ports.ts';
import type { Log } from '../log.ts';
import type { Reference } from '../reference.ts';
import type { Graph } from './graph.ts';
import { GraphRefused } from './refused.ts';

/** Gives somebody the app, or finds that they have it; the reference of their chat with the bot. Never rejects. */
export type Installer = (person: PersonId) => Promise<string | NotTaken>;

export type InstallerOptions = {
  readonly graph: Graph;
  /** The app in the organisation's own catalogue. */
  readonly catalogAppId: string;
  readonly botAppId: string;
  readonly tenantId: string;
  /** Where to write to whom nothing was ever received from. */
  readonly serviceUrl: string;
  /** Whether this is somebody of the organisation in this tenant. */
  readonly isHere: (person: PersonId) => Promise<boolean>;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

const installed = z.object({ value: z.array(z.object({ id: z.string().min(1) })) });
const chat = z.object({ id: z.string().min(1) });

const nobody: NotTaken = { refused: 'permanent' };

/** How long it is believed where somebody's chat is, and that they cannot be given the app. */
const KNOWN_MS = 60 * 60_000;
const REFUSED_MS = 10 * 60_000;

/**
 * Installs the app for a person with TeamsAppInstallation.ReadWriteSelfForUser.All, by the address they sign in with. Microsoft
 * says of an app that is there already that it is (409), so that doing it twice does nothing.
 */
export function createInstaller(options: InstallerOptions): Installer {
  const { graph, catalogAppId, isHere, log, now } = options;
  const known = new Map<string, { readonly found: string | NotTaken; readonly until: number }>();

  const chatOf = async (email: string): Promise<string> => {
    const apps = `/users/${encodeURIComponent(email)}/teamwork/installedApps`;
    const body = { 'teamsApp@odata.bind': `${graph.address}/appCatalogs/teamsApps/${catalogAppId}` };
    await graph.post(apps, body).catch((cause: unknown) => {
      if (!(cause instanceof GraphRefused && cause.status === 409)) throw cause;
    });
    const filter = encodeURIComponent(`teamsApp/id eq '${catalogAppId}'`);
    const [installation] = installed.parse(await graph.get(`${apps}?$expand=teamsApp&$filter=${filter}`)).value;
    // It was installed, and is not listed yet.
    if (installation === undefined) throw new GraphRefused(0, 'NotYet');
    return chat.parse(await graph.get(`${apps}/${encodeURIComponent(installation.id)}/chat`)).id;
  };

  const refusalOf = (cause: unknown): NotTaken => {
    const refused = cause instanceof GraphRefused ? cause : new GraphRefused(0, 'Unreadable');
    const { status, code, permanent, retryAfterMs } = refused;
    if (status === 401 || status === 403) {
      log.error({ status, code }, 'Microsoft Graph does not let the bot install its app: see "npm run check".');
    } else log.warn({ status, code }, 'The app could not be installed for somebody.');
    if (permanent) return nobody;
    return { refused: 'temporary', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  };

  return async (person) => {
    if (!(await isHere(person))) return nobody;
    const key = JSON.stringify([person.organisation, person.email]);
    const before = known.get(key);
    if (before !== undefined && now() < before.until) return before.found;
    try {
      const found = JSON.stringify(referenceTo(await chatOf(person.email), person, options));
      known.set(key, { found, until: now() + KNOWN_MS });
      return found;
    } catch (cause) {
      const refused = refusalOf(cause);
      if (refused.refused === 'permanent') known.set(key, { found: refused, until: now() + REFUSED_MS });
      return refused;
    }
  };
}

function referenceTo(
  conversation: string,
  { organisation }: PersonId,
  { serviceUrl, botAppId, tenantId }: InstallerOptions,
): Reference {
  // Who it is with Teams tells at the installation, which ties that person; for writing the chat is enough.
  return {
    organisation,
    privacy: 'private',
    conversation,
    serviceUrl,
    bot: `28:${botAppId}`,
    user: '',
    tenant: tenantId,
  };
}
