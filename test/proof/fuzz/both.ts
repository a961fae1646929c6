import { type Signed, startSigned } from '../../fakes/microsoft/signed.ts';
import { type Started, startMain } from '../../fakes/started.ts';
import { type Connector, startConnector } from '../../fakes/teams/connector.ts';
import { type Fired, fire } from './firing.ts';
import { local, signed } from './requests.ts';

/** One server after a round: `faults` in plain words, empty when it stood. */
export type Stood = Fired & { readonly server: 'with credentials' | 'local mode'; readonly faults: readonly string[] };

type Round = { readonly seed: number; readonly count: number; readonly preload?: readonly string[] };

/** Fires half at a server with credentials and half at one in local mode. */
export async function fuzz({ seed, count, preload = [] }: Round): Promise<readonly Stood[]> {
  const half = Math.ceil(count / 2);
  return [await atSigned({ seed, count: half, preload }), await atLocal({ seed: seed + count, count: half, preload })];
}

async function atSigned({ seed, count, preload = [] }: Round): Promise<Stood> {
  const server: Signed = await startSigned({}, preload, patient());
  const token = await server.login.token(server.connector.url);
  const target = { url: server.main.url, authorization: async () => `Bearer ${token}` };
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
  const fired = await fire({ url: main.url, authorization: async () => '' }, local(connector.url), seed, count);
  const faults = await faultsOf(main, fired);
  await main.stop();
  await connector.close();
  return { ...fired, server: 'local mode', faults };
}

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
