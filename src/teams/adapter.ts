import type {
  Activity,
  ConfigurationServiceClientCredentialFactoryOptions,
  ConversationReference,
  TurnContext,
} from 'botbuilder';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  TeamsInfo,
} from 'botbuilder';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import {
  AuthenticationConstants,
  PasswordServiceClientCredentialFactory,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { Refused } from '../http/refused.ts';
import type { TeamsActivity } from './activity.ts';
import { LeanAuthentication, LeanConnectors } from './connector.ts';
import type { GraphAddresses } from './graph/graph.ts';
import type { Log } from './log.ts';
import { type Member, readMember } from './member.ts';
import { quietly } from './quiet.ts';
import type { ServiceUrls } from './service-url.ts';
import type { Pace } from './transport.ts';
import { ConnectorRefused, createTransport } from './transport.ts';

/** How the bot proves who it is. A managed identity has no password. */
export type Credentials = {
  readonly appId: string;
  readonly tenantId: string;
  readonly type: 'SingleTenant' | 'UserAssignedMSI';
  readonly password?: string | undefined;
};

/** Microsoft's side of the conversation. Only tests name another one. */
export type Microsoft = {
  readonly issuer: string;
  readonly metadataUrl: string;
  /** Microsoft Graph and its log-in. */
  readonly graph?: GraphAddresses;
  /** Where to write to whom nothing was ever received from. */
  readonly serviceUrl?: string;
  /** Gives the bearer token for what we send; absent: the library asks Microsoft Entra for one. */
  readonly token?: () => Promise<string>;
};

export const MICROSOFT: Microsoft = {
  issuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
  metadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
};

const AUTHENTICATION_MS = 8000;
/** Over the transport's own limit: this one is for getting a token, which comes before it and knows none. */
const SENDING_MS = 9000;

/** What can be done within one turn. All reject with `ConnectorRefused`. */
export type Turn = {
  /** Sends a message to the turn's conversation and gives its id. */
  send(activity: Partial<Activity>): Promise<string>;
  /** Changes a message for everybody who sees it. */
  update(messageId: string, activity: Partial<Activity>): Promise<void>;
  /** Who a user of the turn's conversation is, by the id that `from` carries. */
  member(userId: string): Promise<Member>;
};

/** Opens the turn: botbuilder makes its connector client, `run` sends with it. Rejects when `run` does. */
export type OpenTurn = (run: (turn: Turn) => Promise<void>) => Promise<void>;

export type Adapter = {
  /** Has botbuilder check the signature; rejects with `Refused` (401) whatever is wrong with it. */
  authenticate(activity: TeamsActivity, authorization: string): Promise<OpenTurn>;
  /** A turn in a conversation known from before; its service URL must have been checked. */
  resume(reference: Partial<ConversationReference>): OpenTurn;
};

type Settings = {
  readonly credentials: Credentials | null;
  readonly microsoft: Microsoft;
  readonly serviceUrls: ServiceUrls;
  readonly pace: Pace;
  readonly log: Log;
  /** How often one thing is tried; absent: as often as somebody who waits for it gains by. */
  readonly tries?: number;
};

/** The one place that makes botbuilder's adapter. Without credentials it accepts anybody: the guard must stand in front. */
export function createAdapter(settings: Settings): Adapter {
  const { credentials, microsoft, log } = settings;
  const authentication = createAuthentication(settings);
  const adapter = new TeamsAdapter(authentication);
  const appId = credentials?.appId ?? '';
  return {
    authenticate: async (activity, authorization) => {
      const bare = bareActivity(activity);
      const result = await quietly(log, () =>
        within(AUTHENTICATION_MS, authentication.authenticateRequest(bare, authorization)),
      ).catch((cause: unknown) => {
        // Also when Microsoft's keys cannot be fetched: a stranger must not be able to tell, nor to cause 5xx.
        log.warn(
          { reason: cause instanceof Error ? cause.name : 'unknown', metadata: microsoft.metadataUrl },
          'refused',
        );
        throw new Refused(401, 'The token is not signed by Microsoft.', { cause });
      });
      return (run) => adapter.runTurn(result, bare, run);
    },
    resume: (reference) => (run) =>
      adapter.continueConversationAsync(appId, reference, (context) => run(turnOf(context))),
  };
}

class TeamsAdapter extends CloudAdapter {
  async runTurn(
    authenticated: Awaited<ReturnType<BotFrameworkAuthentication['authenticateRequest']>>,
    activity: Activity,
    run: (turn: Turn) => Promise<void>,
  ): Promise<void> {
    await this.processActivity(authenticated, activity, (context) => run(turnOf(context)));
  }
}

function turnOf(context: TurnContext): Turn {
  return {
    send: async (activity) => (await reach(context.sendActivity(activity)))?.id ?? '',
    update: async (messageId, activity) => {
      await reach(context.updateActivity({ ...activity, id: messageId }));
    },
    member: async (userId) => readMember(await reach(TeamsInfo.getMember(context, userId))),
  };
}

/** Only fields we checked reach botbuilder: it acts on others, such as `deliveryMode`, without asking. */
function bareActivity(activity: TeamsActivity): Activity {
  const { type, id, channelId, serviceUrl, from, recipient, conversation, locale } = activity;
  const bare: Partial<Activity> = {
    type,
    id,
    channelId,
    serviceUrl,
    from: { id: from.id, name: from.name ?? '' },
    recipient: { id: recipient.id, name: recipient.name ?? '' },
    conversation: {
      id: conversation.id,
      isGroup: conversation.conversationType !== 'personal',
      conversationType: conversation.conversationType ?? '',
      name: '',
      ...(conversation.tenantId === undefined ? {} : { tenantId: conversation.tenantId }),
    },
    ...(locale === undefined ? {} : { locale }),
  };
  return bare as Activity;
}

function createAuthentication(settings: Settings): BotFrameworkAuthentication {
  const { credentials, microsoft, serviceUrls, pace, tries } = settings;
  const identity =
    credentials === null
      ? {}
      : {
          MicrosoftAppId: credentials.appId,
          MicrosoftAppType: credentials.type,
          MicrosoftAppTenantId: credentials.tenantId,
          MicrosoftAppPassword: credentials.password ?? '',
        };
  const factory = factoryFor(identity, settings);
  const checking = new ConfigurationBotFrameworkAuthentication(
    {
      ...identity,
      // One of these makes botbuilder expect all of them.
      ValidateAuthority: true,
      ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
      ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
      ToBotFromChannelTokenIssuer: microsoft.issuer,
      OAuthUrl: AuthenticationConstants.OAuthUrl,
      ToBotFromChannelOpenIdMetadataUrl: microsoft.metadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
    },
    factory,
  );
  const transport = createTransport(serviceUrls, pace, tries);
  return new LeanAuthentication(checking, new LeanConnectors(transport, factory, credentials?.appId ?? ''));
}

/** How the bot gets its tokens; without credentials there are none, and nobody is asked for one. */
function factoryFor(
  identity: ConfigurationServiceClientCredentialFactoryOptions,
  { credentials, microsoft }: Settings,
): ServiceClientCredentialsFactory {
  if (credentials === null) return new PasswordServiceClientCredentialFactory('', '');
  if (microsoft.token !== undefined) return new GivenToken(credentials.appId, microsoft.token);
  return new ConfigurationServiceClientCredentialFactory(identity);
}

class GivenToken extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #token: () => Promise<string>;

  constructor(appId: string, token: () => Promise<string>) {
    super();
    this.#appId = appId;
    this.#token = token;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    const token = this.#token;
    return {
      signRequest: async (request) => {
        request.headers.set('Authorization', `Bearer ${await token()}`);
        return request;
      },
    };
  }
}

/** Also what fails before the transport, such as getting a token, is a `ConnectorRefused`. */
async function reach<T>(sending: Promise<T>): Promise<T> {
  try {
    return await within(SENDING_MS, sending);
  } catch (error) {
    throw error instanceof ConnectorRefused ? error : new ConnectorRefused(0, 'NotSent');
  }
}

/** Gives up waiting after `ms`: the libraries' own requests for keys and tokens know no limit. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Microsoft took too long.')), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
