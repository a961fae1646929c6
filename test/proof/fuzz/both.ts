import { example } from '../../bot/world.ts';
import { type Signed, startSigned } from '../../fakes/microsoft/signed.ts';
import { startProgram } from '../../fakes/slack/program.ts';
import { signature } from '../../fakes/slack/sender.ts';
import { type Started, startMain } from '../../fakes/started.ts';
import { type Connector, startConnector } from '../../fakes/teams/connector.ts';
import { type Fired, fire } from './firing.ts';
import { local, type Request, signed } from './requests.ts';
import { KNOWN, slack } from './slack.ts';

/** One server after a round: `faults` in plain words, empty when it stood. */
export type Stood = Fired & {
  readonly server: 'with credentials' | 'local mode' | 'Slack';
  readonly faults: readonly string[];
};

type Round = { readonly seed: number; readonly count: number; readonly preload?: readonly string[] };

export const doorNames = ['teams', 'page', 'slack'] as const;

export type DoorName = (typeof doorNames)[number];

/** Fires a third each at a server with Microsoft's credentials, at one in local mode, and at one with Slack's; tells of each. */
export async function* fuzz({ seed, count, ...round }: Round, doors: readonly DoorName[] = doorNames) {
  const at = { teams: atSigned, page: atLocal, slack: atSlack };
  for (const name of doors) {
    yield await at[name]({ seed: seed + doorNames.indexOf(name) * count, count: Math.ceil(count / 3), ...round });
  }
}

async function atSigned({ seed, count, preload = [] }: Round): Promise<Stood> {
  const server: Signed = await startSigned({}, preload, patient());
  const token = await server.login.token(server.connector.url);
  const target = { url: server.main.url, sign: async () => ({ authorization: `Bearer ${token}` }) };
  known(server.connector);
  const fired = await fire(target, signed(server.connector.url), seed, count);
  const faults = await faultsOf(server.main, fired);
  await server.close();
  return { ...fired, server: 'with credentials', faults };
}

async function atLocal({ seed, count, preload = [] }: Round): Promise<Stood> {
  const connector = await startConnector({ now: patient() });
  known(connector);
  const main = await startMain(
    {},
    preload.flatMap((file) => ['--import', file]),
  );
  const fired = await fire({ url: main.url, sign: async () => ({}) }, local(connector.url), seed, count);
  const faults = await faultsOf(main, fired);
  await main.stop();
  await connector.close();
  return { ...fired, server: 'local mode', faults };
}

async function atSlack({ seed, count, preload = [] }: Round): Promise<Stood> {
  const { main, workspace, close } = await startProgram(
    {},
    preload.flatMap((file) => ['--import', file]),
    patient(),
  );
  for (const { email } of example.people.slice(0, KNOWN)) workspace.join(email);
  const sign = async ({ headers, body = '' }: Request) => {
    const seconds = Math.floor(Date.now() / 1000);
    return {
      ...headers,
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': signature(body, seconds),
    };
  };
  const fired = await fire({ url: main.url, sign }, slack, seed, count);
  const faults = await faultsOf(main, fired);
  await close();
  return { ...fired, server: 'Slack', faults };
}

export const servers = { 'with credentials': atSigned, 'local mode': atLocal, Slack: atSlack } as const;

/** A connector whose seconds fly: its limits a second are not what is proved here. */
function patient(): () => number {
  let now = Date.now();
  return () => {
    now += 10_000;
    return now;
  };
}

function known(connector: Connector): void {
  for (const who of ['docent.wiskunde', 'teamleider.onderbouw', 'bestuurder', 'leraar.muziek']) {
    connector.know(`a:${who}`);
    const email = `${who}@voorbeeld.example`;
    connector.join(`a:${who}`, {
      id: `29:${who}`,
      aadObjectId: `aad-${who}`,
      email,
      userPrincipalName: email,
      userRole: 'user',
    });
  }
}

async function faultsOf(main: Started, { statuses }: Fired): Promise<string[]> {
  const alive = await fetch(`${main.url}/healthz`).then(
    ({ status }) => status,
    () => 0,
  );
  const count = (wanted: (status: number) => boolean) =>
    Object.entries(statuses).reduce((sum, [status, times]) => sum + (wanted(Number(status)) ? times : 0), 0);
  const none = count((status) => status === 0);
  const server = count((status) => status >= 500);
  return [
    ...(alive === 200 ? [] : ['the process ended or no longer answers']),
    ...(none === 0 ? [] : [`${none} requests got no answer`]),
    ...(server === 0 ? [] : [`${server} requests got a 5xx`]),
    ...(/unhandled|uncaught/i.test(main.log()) ? ['something was not caught'] : []),
  ];
}
