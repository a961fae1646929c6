import { type Button, buttonsIn } from '../buttons.ts';
import { type Form, filledIn } from '../forms.ts';
import * as given from './activities.ts';
import type { Connector, Held } from './connector.ts';

/** The tenant of organisations/example.yaml. */
export const EXAMPLE_TENANT = '00000000-0000-4000-8000-000000000001';

/** Somebody of the example board with a personal chat, who types and clicks as Teams passes it on. */
export type Colleague = {
  readonly chat: string;
  /** Sends a message; the cards that answer it, whatever else came meanwhile. */
  says(text: string): Promise<readonly Held[]>;
  /** Tells of an installation. */
  installs(): Promise<void>;
  uninstalls(): Promise<void>;
  /** Clicks a button of a card; what the click is answered with. */
  clicks(button: Button, message: Held): Promise<unknown>;
  /** Clicks a button that opens a dialog, at once or by the opener that comes of it; the dialog. */
  opens(button: Button, message: Held): Promise<unknown>;
  /** Sends a form of a dialog; what it is answered with. */
  submits(form: Form, typed: Readonly<Record<string, string>>): Promise<unknown>;
  /** The cards in the chat as they are now, oldest first. */
  cards(): readonly Held[];
  /** What a card is replaced with when its chat is opened; undefined for one that does not ask. */
  looksAt(message: Held): Promise<unknown>;
  /** Searches beside a message; what is listed. */
  searches(text: string): Promise<unknown>;
  /** An action on somebody's message, in a chat that the bot is not in; the dialog. */
  picks(commandId: string, html: string, message?: given.Json): Promise<unknown>;
  /** Sends a form, or clicks a button, of such a dialog; what it is answered with. */
  submitsPicked(form: Form, typed: Readonly<Record<string, string>>): Promise<unknown>;
};

/** @param token what Microsoft signs a request with; none where the program asks for none */
export function colleague(
  connector: Connector,
  url: string,
  email: string,
  token?: (serviceUrl: string) => Promise<string>,
): Colleague {
  const chat = `a:${email}`;
  const user = `29:${email}`;
  const aadObjectId = `aad-${email}`;
  connector.know(chat);
  connector.join(chat, { id: user, aadObjectId, email, userPrincipalName: email, userRole: 'user' });

  const post = async (activity: given.Json, place = chat): Promise<unknown> => {
    const { channelData, conversation } = activity as { channelData: given.Json; conversation: given.Json };
    const own = {
      ...activity,
      from: { id: user, aadObjectId, name: email },
      channelData: { ...channelData, tenant: { id: EXAMPLE_TENANT } },
      conversation: { ...conversation, tenantId: EXAMPLE_TENANT, id: place },
    };
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${await token(connector.url)}` }),
      },
      body: JSON.stringify(own),
    });
    if (!response.ok) throw new Error(`the bot answered ${response.status}`);
    const body = await response.text();
    return body === '' ? undefined : JSON.parse(body);
  };

  const cards = (): readonly Held[] => {
    const own = connector.sent.filter(({ conversation }) => conversation === chat);
    return own.map((held) => ({ ...held, activity: connector.current(held.id) ?? held.activity }));
  };

  /** Answers name what they answer; what comes by itself names nothing. */
  const answersTo = ({ id }: given.Json): readonly Held[] => {
    const own = new Set(connector.sent.filter(({ activity }) => activity.replyToId === id).map((held) => held.id));
    return cards().filter((held) => own.has(held.id));
  };

  return {
    chat,
    cards,
    says: async (text) => {
      const message = given.personalMessage(connector.url, text);
      await post(message);
      return answersTo(message);
    },
    installs: async () => void (await post(given.installation(connector.url, 'add'))),
    uninstalls: async () => void (await post(given.installation(connector.url, 'remove'))),
    clicks: ({ verb, data }, { id }) => post(given.executed(connector.url, verb, { ...data }, id)),
    opens: async ({ verb, data }, { id, activity }) => {
      const direct = openingIn(activity).find((each) => isSame(each.data, { ...data, verb }));
      if (direct !== undefined) return post(given.taskFetch(connector.url, direct.data, id));
      const click = given.executed(connector.url, verb, { ...data }, id);
      await post(click);
      const [opener] = answersTo(click);
      const [open] = openingIn(opener?.activity);
      if (opener === undefined || open === undefined) throw new Error(`"${verb}" opened nothing`);
      return post(given.taskFetch(connector.url, open.data, opener.id));
    },
    submits: (form, typed) => post(given.taskSubmit(connector.url, dataOf(form, typed))),
    looksAt: async ({ id, activity }) => {
      const { action, userIds } = refreshIn(activity);
      if (action === undefined || !userIds.includes(user)) return undefined;
      return post(given.opened(connector.url, action.verb, { ...action.data }, id));
    },
    searches: (text) => post(given.searched(connector.url, text), given.ELSEWHERE),
    picks: (commandId, html, message) => post(given.picked(connector.url, commandId, html, message), given.ELSEWHERE),
    submitsPicked: (form, typed) => post(given.extensionSubmitted(connector.url, dataOf(form, typed)), given.ELSEWHERE),
  };
}

function dataOf(form: Form, typed: Readonly<Record<string, string>>): given.Json {
  const { verb, values, nonce } = filledIn(form, typed);
  return { ...values, verb, ...(nonce === '' ? {} : { nonce }) };
}

type Refresh = { readonly action?: Button; readonly userIds: readonly string[] };

/** What a message's card asks by itself, and for whom. */
export function refreshIn(activity: given.Json): Refresh {
  const [attachment] = activity.attachments as { content: { refresh?: Refresh } }[];
  return attachment?.content.refresh ?? { userIds: [] };
}

type Opening = { readonly title: string; readonly data: given.Json };

/** Every button that asks Teams for a dialog. */
function openingIn(value: unknown): Opening[] {
  if (typeof value !== 'object' || value === null) return [];
  const { title, data } = value as given.Json;
  if (typeof data === 'object' && data !== null && 'msteams' in data) {
    const { msteams, ...own } = data as given.Json;
    return JSON.stringify(msteams) === '{"type":"task/fetch"}' ? [{ title: String(title), data: own }] : [];
  }
  return Object.values(value).flatMap(openingIn);
}

const isSame = (one: given.Json, other: given.Json): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

/** The buttons in a card, those that open a dialog included. */
export function buttonsOn(value: unknown): Button[] {
  const opening = openingIn(value).flatMap(({ title, data: { verb, ...data } }) =>
    typeof verb === 'string' ? [{ title, verb, data: data as Button['data'] }] : [],
  );
  return [...buttonsIn(value), ...opening];
}

/** The button with this verb on a card. */
export function button(held: Held | undefined, verb: string): Button {
  const found = buttonsOn(held?.activity).find((each) => each.verb === verb);
  if (found === undefined) throw new Error(`no button "${verb}"`);
  return found;
}
