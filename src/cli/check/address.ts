import type { Config } from '../../config.ts';
import { type Checked, fine, wrong } from './checked.ts';
import { asked, type Outside, parsed } from './outside.ts';

/** Whether the platforms find this server at PUBLIC_URL: its health, and each door, which must refuse a stranger itself. */
export async function checkAddress(
  { local, publicUrl, teams, slack }: Pick<Config, 'local' | 'publicUrl' | 'teams' | 'slack'>,
  outside: Outside,
): Promise<readonly Checked[]> {
  if (local) return [fine('address', 'Local mode: only this machine.')];
  if (publicUrl === undefined) {
    if (teams === undefined)
      return [fine('address', 'None: Slack is reached over a socket, and no dossier is given out.')];
    const remedy = 'Set PUBLIC_URL to the https address in front of this server.';
    return [
      wrong('address', 'PUBLIC_URL is not set: no dossier can be given out, and the address is not checked.', remedy),
    ];
  }
  const health = await asked(outside, `${publicUrl}/healthz`);
  if (health?.status !== 200 || health.text !== 'ok') {
    const remedy =
      'Start the server, and let DNS, firewall and proxy bring this address to it; a valid certificate too.';
    const got = health === undefined ? 'nothing answers' : `/healthz gives ${health.status}`;
    return [wrong('address', `${publicUrl} is not this server: ${got}.`, remedy)];
  }
  const doors = [
    ...(teams === undefined ? [] : ['/api/messages']),
    ...(slack?.signingSecret === undefined ? [] : ['/slack/events']),
  ];
  const closed = await Promise.all(doors.map((path) => checkDoor(outside, publicUrl, path)));
  return [fine('address', `${publicUrl} is this server.`), ...closed.filter((door) => door !== undefined)];
}

async function checkDoor(outside: Outside, publicUrl: string, path: string): Promise<Checked | undefined> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  const answer = await asked(outside, publicUrl + path, init);
  const body = parsed(answer?.text ?? '');
  const refused = answer !== undefined && answer.status >= 400 && answer.status < 500 && answer.status !== 404;
  // Every refusal of our own is JSON with a code; a page of a proxy or a firewall is not.
  if (refused && typeof body === 'object' && body !== null && 'code' in body) return undefined;
  const got = answer === undefined ? 'nothing answers' : `it gives ${answer.status}`;
  const remedy = `Let the proxy in front pass POST ${path} on as it is: no log-in, no path of its own.`;
  return wrong('address', `${publicUrl}${path} does not come here: ${got}.`, remedy);
}
