/**
 * Where we may send to. botbuilder's own check always says yes, so this list is the only thing between our bearer token
 * and a stranger's server. Exact hosts: under trafficmanager.net anyone can register a name.
 */
const MICROSOFT_HOSTS: readonly string[] = [
  'smba.trafficmanager.net',
  'smba.onyx.prod.teams.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

const LOOPBACK_HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** Says whether a service URL, or any URL made from one, may be written to. */
export type ServiceUrls = { allows(url: string): boolean };

function parse(url: string): URL | null {
  // Control characters and backslashes are repaired by the URL parser; whoever sends them means something else.
  if (!/^[\x21-\x5b\x5d-\x7e]+$/.test(url)) return null;
  return URL.parse(url);
}

const withoutUser = (url: URL): boolean => url.username === '' && url.password === '';

/**
 * The service URLs of a bot with credentials: Microsoft's hosts over https on the usual port, and `more` (the setting
 * TEAMS_SERVICE_URLS): each a host name, or a whole origin such as `http://127.0.0.1:56150`.
 */
export function microsoftServiceUrls(more: readonly string[]): ServiceUrls {
  const origins = new Set([...MICROSOFT_HOSTS, ...more].map(originOf));
  return {
    allows: (given) => {
      const url = parse(given);
      return url !== null && withoutUser(url) && origins.has(url.origin);
    },
  };
}

/** Local mode: nobody signs anything, so only this very machine is written to. */
export const loopbackServiceUrls: ServiceUrls = {
  allows: (given) => {
    const url = parse(given);
    if (url === null || !withoutUser(url)) return false;
    return (url.protocol === 'http:' || url.protocol === 'https:') && LOOPBACK_HOSTS.includes(url.hostname);
  },
};

function originOf(entry: string): string {
  const url = URL.parse(entry.includes('://') ? entry : `https://${entry}`);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new Error(`TEAMS_SERVICE_URLS: "${entry}" is not a host name or an https address.`);
  }
  return url.origin;
}
