import { type Started, startMain } from '../started.ts';
import { APP_ID } from '../teams/activities.ts';
import { EXAMPLE_TENANT } from '../teams/colleague.ts';
import { type Connector, startConnector } from '../teams/connector.ts';
import { type Login, startLogin } from '../teams/login.ts';

/** The whole program as a school runs it, with credentials, and around it a log-in and a connector of our own. */
export type Signed = {
  readonly main: Started;
  readonly login: Login;
  readonly connector: Connector;
  close(): Promise<void>;
};

export async function startSigned(
  env: Readonly<Record<string, string>> = {},
  preload: readonly string[] = [],
  now: () => number = Date.now,
): Promise<Signed> {
  const login = await startLogin();
  const connector = await startConnector({ token: login.outboundToken, now });
  const main = await startMainBetween({ login, connector }, env, preload);
  return {
    main,
    login,
    connector,
    close: async () => {
      await main.stop();
      await Promise.all([connector.close(), login.close()]);
    },
  };
}

/** Only the program, between a log-in and a connector that are there: to start it again beside the same ones. */
export function startMainBetween(
  { login, connector }: Pick<Signed, 'login' | 'connector'>,
  env: Readonly<Record<string, string>> = {},
  preload: readonly string[] = [],
): Promise<Started> {
  const modules = ['./test/fakes/microsoft/own-keys.ts', ...preload].flatMap((file) => ['--import', file]);
  return startMain(
    {
      HOST: '127.0.0.1',
      DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'not used',
      MicrosoftAppTenantId: EXAMPLE_TENANT,
      MicrosoftAppType: 'SingleTenant',
      OWN_CONNECTOR: connector.url,
      OWN_ISSUER: login.issuer,
      OWN_METADATA: login.metadataUrl,
      OWN_TOKEN: login.outboundToken,
      ...env,
    },
    modules,
  );
}
