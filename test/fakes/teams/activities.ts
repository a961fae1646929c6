/**
 * Activities as Teams sends them, after the payloads in Microsoft's documentation. Each has an id of its own; `with` merges
 * changes at the top level.
 */
export type Json = Record<string, unknown>;

export const APP_ID = '11111111-2222-4333-8444-555555555555';
export const BOT_ID = `28:${APP_ID}`;
export const TENANT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const PERSON = '99999999-8888-4777-8666-555555555555';
export const PERSONAL = 'a:1pL6i0oY3C0K8oAj8';
export const GROUP = '19:6b1d4f0c2a@thread.v2';
export const CHANNEL = '19:0d4b7c1e@thread.tacv2;messageid=1718000000000';

let counter = 0;
const nextId = (prefix: string): string => `${prefix}${1718000000000 + ++counter}`;

const person = { id: '29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB25ATiQWA', name: 'Noor de Wit', aadObjectId: PERSON };
const clientInfo = { locale: 'nl-NL', country: 'NL', platform: 'Web', type: 'clientInfo' };

function base(serviceUrl: string, conversation: Json, channelData: Json = {}): Json {
  return {
    timestamp: '2026-11-20T09:12:01.123Z',
    localTimestamp: '2026-11-20T10:12:01.123+01:00',
    channelId: 'msteams',
    serviceUrl,
    from: { ...person },
    recipient: { id: BOT_ID, name: 'Bij Twijfel' },
    conversation,
    channelData: { tenant: { id: TENANT }, ...channelData },
    locale: 'nl-NL',
  };
}

const personal = { conversationType: 'personal', tenantId: TENANT, id: PERSONAL };
const group = { isGroup: true, conversationType: 'groupChat', tenantId: TENANT, id: GROUP };
const channel = { isGroup: true, conversationType: 'channel', tenantId: TENANT, id: CHANNEL };
const team = { teamsChannelId: '19:0d4b7c1e@thread.tacv2', teamsTeamId: '19:7a@thread.tacv2', team: { id: '19:7a' } };

const mention = { type: 'mention', mentioned: { id: BOT_ID, name: 'Bij Twijfel' }, text: '<at>Bij Twijfel</at>' };

export function personalMessage(serviceUrl: string, text: string): Json {
  return {
    ...base(serviceUrl, personal),
    type: 'message',
    id: nextId(''),
    text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<div>${text}</div>` }],
    entities: [clientInfo],
  };
}

/** A message in a group chat; `text` follows the mention of the bot. */
export function groupMessage(serviceUrl: string, text: string): Json {
  return {
    ...base(serviceUrl, group),
    type: 'message',
    id: nextId(''),
    text: `<at>Bij Twijfel</at> ${text}\n`,
    textFormat: 'plain',
    entities: [mention, clientInfo],
  };
}

export function channelMessage(serviceUrl: string, text: string): Json {
  return {
    ...base(serviceUrl, channel, team),
    type: 'message',
    id: nextId(''),
    text: `<at>Bij Twijfel</at>&nbsp;${text}`,
    textFormat: 'plain',
    entities: [mention, clientInfo],
  };
}

/** A click on an Action.Execute of the card in message `replyToId`. */
export function executed(serviceUrl: string, verb: string, data: Json, replyToId: string): Json {
  return {
    ...base(serviceUrl, personal, { source: { name: 'message' } }),
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: nextId('f:'),
    replyToId,
    value: { action: { type: 'Action.Execute', id: 'x', title: 'Kies', verb, data }, trigger: 'manual' },
  };
}

/** A click on an Action.Submit: a message without text. */
export function submitted(serviceUrl: string, data: Json, replyToId: string): Json {
  return {
    ...base(serviceUrl, personal, { source: { name: 'message' }, legacy: { replyToId: '1:1x' } }),
    type: 'message',
    id: nextId('f:'),
    replyToId,
    text: null,
    value: data,
    entities: [clientInfo],
  };
}

export function taskFetch(serviceUrl: string, data: Json, replyToId: string): Json {
  return {
    ...base(serviceUrl, personal, { source: { name: 'message' } }),
    type: 'invoke',
    name: 'task/fetch',
    id: nextId('f:'),
    replyToId,
    value: { data: { ...data, msteams: { type: 'task/fetch' } }, context: { theme: 'default' } },
  };
}

/** Teams leaves `replyToId` out here (microsoft/botframework-sdk issue 6473). */
export function taskSubmit(serviceUrl: string, data: Json): Json {
  return {
    ...base(serviceUrl, personal),
    type: 'invoke',
    name: 'task/submit',
    id: nextId('f:'),
    value: { data, context: { theme: 'default' } },
  };
}

export function botAdded(serviceUrl: string): Json {
  return {
    ...base(serviceUrl, personal),
    type: 'conversationUpdate',
    id: nextId('f:'),
    membersAdded: [{ id: person.id, aadObjectId: PERSON }, { id: BOT_ID }],
  };
}

export function installation(serviceUrl: string, action: string): Json {
  return { ...base(serviceUrl, personal), type: 'installationUpdate', action, id: nextId('f:') };
}

/** A chat of two people that the bot is not in: "personal" too, as far as Teams says. */
export const ELSEWHERE = '19:noor_piet@unq.gbl.spaces';

const elsewhere = { conversationType: 'personal', tenantId: TENANT, id: ELSEWHERE };

const extension = (serviceUrl: string, name: string, value: Json): Json => ({
  ...base(serviceUrl, elsewhere, { source: { name: 'compose' } }),
  type: 'invoke',
  name: `composeExtension/${name}`,
  id: nextId('f:'),
  value: { context: { theme: 'default' }, ...value },
});

/** What is typed in the search beside a message; nothing yet is how Teams begins. */
export function searched(serviceUrl: string, text = '', skip = 0): Json {
  const [parameter] = text === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'zoek', value: text }];
  return extension(serviceUrl, 'query', {
    commandId: 'zoek',
    parameters: [parameter],
    queryOptions: { skip, count: 25 },
  });
}

/** An action on a message: `html` as Teams gives it. */
export function picked(serviceUrl: string, commandId: string, html: string, message: Json = {}): Json {
  return extension(serviceUrl, 'fetchTask', {
    commandId,
    commandContext: 'message',
    requestId: nextId('r'),
    messagePayload: {
      linkToMessage: 'https://teams.microsoft.com/l/message/19:noor_piet@unq.gbl.spaces/1611060744833',
      id: '1611060744833',
      replyToId: null,
      createdDateTime: '2026-11-20T08:52:24.833Z',
      lastModifiedDateTime: null,
      deleted: false,
      subject: null,
      summary: null,
      importance: 'normal',
      locale: 'nl-nl',
      body: { contentType: 'html', content: html },
      from: { device: null, user: { userIdentityType: 'aadUser', id: 'x', displayName: 'Piet' }, application: null },
      reactions: [],
      mentions: [],
      attachments: [],
      ...message,
    },
  });
}

/** A form in a dialog of the message extension. */
export function extensionSubmitted(serviceUrl: string, data: Json): Json {
  return extension(serviceUrl, 'submitAction', { commandId: 'meld-bericht', commandContext: 'message', data });
}

/** A card that asks how it stands, because somebody opens the chat. */
export function opened(serviceUrl: string, verb: string, data: Json, replyToId: string): Json {
  return {
    ...base(serviceUrl, personal, { source: { name: 'message' } }),
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: nextId('f:'),
    replyToId,
    value: { action: { type: 'Action.Execute', title: 'Bijwerken', verb, data }, trigger: 'automatic' },
  };
}
