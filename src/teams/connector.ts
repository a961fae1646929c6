import type { Activity, ResourceResponse } from 'botbuilder';
import type {
  AuthenticateRequestResult,
  ClaimsIdentity,
  ConnectorClient,
  ServiceClientCredentialsFactory,
  UserTokenClient,
} from 'botframework-connector';
import { AuthenticationConstants, BotFrameworkAuthentication, ConnectorFactory } from 'botframework-connector';
import { z } from 'zod';
import type { Transport } from './transport.ts';

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;
type Signed = Parameters<Credentials['signRequest']>[0];

/** The calls a turn makes. botbuilder's own types name forty more. */
type Conversations = {
  replyToActivity(conversation: string, message: string, activity: Partial<Activity>): Promise<ResourceResponse>;
  sendToConversation(conversation: string, activity: Partial<Activity>): Promise<ResourceResponse>;
  updateActivity(conversation: string, message: string, activity: Partial<Activity>): Promise<ResourceResponse>;
  getConversationMember(conversation: string, member: string): Promise<unknown>;
};

/**
 * botbuilder's authentication as it is, with other hands: its own ConnectorClient is made anew for every turn, with a second
 * client for log-ins that we never use, passes twenty policies and copies each card field by field. That was a sixth of what a
 * whole turn took of the processor.
 */
export class LeanAuthentication extends BotFrameworkAuthentication {
  readonly #checking: BotFrameworkAuthentication;
  readonly #connectors: ConnectorFactory;
  #logIns: Promise<UserTokenClient> | undefined;

  constructor(checking: BotFrameworkAuthentication, connectors: ConnectorFactory) {
    super();
    this.#checking = checking;
    this.#connectors = connectors;
  }

  override async authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const result = await this.#checking.authenticateRequest(activity, authorization);
    return { ...result, connectorFactory: this.#connectors };
  }

  override authenticateStreamingRequest(authorization: string, channel: string): Promise<AuthenticateRequestResult> {
    return this.#checking.authenticateStreamingRequest(authorization, channel);
  }

  override createConnectorFactory(): ConnectorFactory {
    return this.#connectors;
  }

  /** botbuilder wants one in every turn; it holds nothing of the turn. */
  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#logIns ??= this.#checking.createUserTokenClient(identity);
    return this.#logIns;
  }
}

/** Makes what a turn sends with. `factory` proves to Microsoft who the bot is. */
export class LeanConnectors extends ConnectorFactory {
  readonly #transport: Transport;
  readonly #factory: ServiceClientCredentialsFactory;
  readonly #appId: string;
  #credentials: Promise<Credentials> | undefined;

  constructor(transport: Transport, factory: ServiceClientCredentialsFactory, appId: string) {
    super();
    this.#transport = transport;
    this.#factory = factory;
    this.#appId = appId;
  }

  override async create(serviceUrl: string): Promise<ConnectorClient> {
    const conversations = conversationsAt(serviceUrl, (call) => this.#send(call));
    // Of all that a client can do, botbuilder's adapter and TeamsInfo ask for these.
    return { conversations } as unknown as ConnectorClient;
  }

  async #send(call: Call): Promise<string> {
    const headers = { ...HEADERS, ...(await this.#authorization()) };
    return this.#transport({ ...call, headers });
  }

  /** The library keeps the token itself, and gets another one in time. */
  async #authorization(): Promise<Readonly<Record<string, string>>> {
    this.#credentials ??= this.#factory.createCredentials(
      this.#appId,
      AuthenticationConstants.ToChannelFromBotOAuthScope,
      AuthenticationConstants.ToChannelFromBotLoginUrl,
      true,
    );
    const set = new Map<string, string>();
    const credentials = await this.#credentials;
    await credentials.signRequest({ headers: set } as unknown as Signed);
    return Object.fromEntries(set);
  }
}

const HEADERS = {
  Accept: 'application/json',
  'Accept-Encoding': 'identity',
  'Content-Type': 'application/json; charset=utf-8',
  'User-Agent': 'Microsoft-BotFramework/3.1 (bij-twijfel)',
} as const;

type Call = { readonly method: string; readonly url: string; readonly body: string };

/** Microsoft's connector, version 3, as far as we use it. */
function conversationsAt(serviceUrl: string, send: (call: Call) => Promise<string>): Conversations {
  const base = `${serviceUrl.replace(/\/+$/, '')}/v3/conversations`;
  const at = (...parts: readonly string[]) => [base, ...parts.map(encodeURIComponent)].join('/');
  const write = async (method: string, url: string, activity: Partial<Activity>) =>
    created(await send({ method, url, body: JSON.stringify(activity) }));
  return {
    replyToActivity: (conversation, message, activity) =>
      write('POST', at(conversation, 'activities', message), activity),
    sendToConversation: (conversation, activity) => write('POST', at(conversation, 'activities'), activity),
    updateActivity: (conversation, message, activity) =>
      write('PUT', at(conversation, 'activities', message), activity),
    getConversationMember: async (conversation, member) =>
      JSON.parse(await send({ method: 'GET', url: at(conversation, 'members', member), body: '' })),
  };
}

const resource = z.object({ id: z.string() });

/** The id of a message that was taken; '' when the answer names none, for it was taken all the same. */
function created(text: string): ResourceResponse {
  try {
    return { id: resource.parse(JSON.parse(text)).id };
  } catch {
    return { id: '' };
  }
}
