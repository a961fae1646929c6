import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '../../src/conversation/reply.ts';
import type { Json } from '../fakes/teams/activities.ts';
import * as given from '../fakes/teams/activities.ts';
import type { Harness } from '../fakes/teams/harness.ts';
import { card, dialog, screen, startTeams } from '../fakes/teams/harness.ts';

let teams: Harness;
let url = '';

beforeAll(async () => {
  teams = await startTeams();
  url = teams.connector.url;
});
beforeEach(() => teams.clear());
afterAll(() => teams.close());

const cardIn = (activity: Json | undefined): unknown =>
  (activity?.attachments as { content: unknown }[] | undefined)?.[0]?.content;
const sentCards = (): unknown[] => teams.connector.sent.map(({ activity }) => cardIn(activity));
const asCard = (value: unknown) => ({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value });
const asDialog = (title: string, content: unknown) => ({
  task: {
    type: 'continue',
    value: {
      title,
      height: 'medium',
      width: 'medium',
      card: { contentType: 'application/vnd.microsoft.card.adaptive', content },
    },
  },
});

/** A card of ours in the chat, as the person sees it; gives its id. */
async function cardInChat(): Promise<string> {
  teams.replies({ kind: 'show', screen: screen('oud') });
  await teams.post(given.personalMessage(url, 'dag'));
  const id = teams.connector.sent.at(-1)?.id ?? '';
  teams.clear();
  return id;
}

describe('show', () => {
  test.each([
    ['a personal chat', () => given.personalMessage(url, 'dag'), given.PERSONAL],
    ['a group', () => given.groupMessage(url, 'dag'), given.GROUP],
    ['a channel thread', () => given.channelMessage(url, 'dag'), given.CHANNEL],
  ])('in %s becomes one message: a card with a summary and no text', async (_name, activity, conversation) => {
    teams.replies({ kind: 'show', screen: screen('nieuw') });
    expect(await teams.post(activity())).toEqual({ status: 200, body: undefined });
    const [held] = teams.connector.sent;
    expect(held?.conversation).toBe(conversation);
    expect(held?.activity).toMatchObject({ type: 'message', summary: 'nieuw' });
    expect(held?.activity).not.toHaveProperty('text');
    expect(sentCards()).toEqual([card('nieuw')]);
  });

  test('several come in order', async () => {
    teams.replies({ kind: 'show', screen: screen('een') }, { kind: 'show', screen: screen('twee') });
    await teams.post(given.personalMessage(url, 'dag'));
    expect(sentCards()).toEqual([card('een'), card('twee')]);
  });

  test('after a click: a new message, and the clicked card stays as it is', async () => {
    const clicked = await cardInChat();
    teams.replies({ kind: 'show', screen: screen('nieuw') });
    const { body } = await teams.post(given.executed(url, 'x', {}, clicked));
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    expect(sentCards()).toEqual([card('nieuw')]);
    expect(teams.connector.updated).toEqual([]);
  });

  test('after a click, when sending fails: whoever clicked still sees it', async () => {
    const clicked = await cardInChat();
    teams.connector.trouble({ status: 403, code: 'MessageWritesBlocked' });
    teams.replies({ kind: 'show', screen: screen('nieuw') });
    expect((await teams.post(given.executed(url, 'x', {}, clicked))).body).toEqual(asCard(card('nieuw')));
  });

  test('a card too large for Teams becomes a notice, and a fault in the log', async () => {
    const large = screen('x'.repeat(29_000));
    teams.replies({ kind: 'show', screen: { ...large, summary: 'groot' } });
    expect((await teams.post(given.personalMessage(url, 'dag'))).status).toBe(200);
    expect(JSON.stringify(sentCards())).toContain('past hier niet');
    expect(teams.logged.join('')).toContain('too large');
    expect(teams.logged.join('')).not.toContain('xxx');
  });
});

describe('replace', () => {
  test('on Action.Execute: everybody sees it, and so does whoever clicked', async () => {
    const clicked = await cardInChat();
    teams.replies({ kind: 'replace', screen: screen('nieuw') });
    expect((await teams.post(given.executed(url, 'x', {}, clicked))).body).toEqual(asCard(card('nieuw')));
    expect(cardIn(teams.connector.current(clicked))).toEqual(card('nieuw'));
    expect(teams.connector.sent).toEqual([]);
  });

  test('on Action.Execute, when the update fails: the answer still carries it', async () => {
    teams.replies({ kind: 'replace', screen: screen('nieuw') });
    expect((await teams.post(given.executed(url, 'x', {}, 'weg'))).body).toEqual(asCard(card('nieuw')));
    expect(teams.logged.join('')).toContain('ActivityNotFoundInConversation');
    expect(teams.logged.join('')).not.toContain('nieuw');
  });

  test('on Action.Submit: the message changes', async () => {
    const clicked = await cardInChat();
    teams.replies({ kind: 'replace', screen: screen('nieuw') });
    await teams.post(given.submitted(url, { verb: 'x' }, clicked));
    expect(cardIn(teams.connector.current(clicked))).toEqual(card('nieuw'));
    expect(teams.connector.sent).toEqual([]);
  });

  test('on Action.Submit of a card that is gone: it is sent', async () => {
    teams.replies({ kind: 'replace', screen: screen('nieuw') });
    await teams.post(given.submitted(url, { verb: 'x' }, 'weg'));
    expect(sentCards()).toEqual([card('nieuw')]);
  });

  test('on a typed message there is nothing to replace: it is sent', async () => {
    teams.replies({ kind: 'replace', screen: screen('nieuw') });
    await teams.post(given.personalMessage(url, 'dag'));
    expect(sentCards()).toEqual([card('nieuw')]);
  });
});

const form: Partial<Card> = {
  body: [{ type: 'Container', items: [{ type: 'Input.Text', id: 'wat', label: 'Wat?', isMultiline: true }] }],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Versturen',
      verb: 'meld',
      data: { nonce: 'n1' },
      fallback: { type: 'Action.Submit', title: 'Versturen', data: { verb: 'meld', nonce: 'n1' } },
    },
  ],
};
const shownForm = {
  ...card('Melden'),
  ...form,
  actions: [{ type: 'Action.Submit', title: 'Versturen', data: { verb: 'meld', nonce: 'n1' } }],
};

describe('dialogs', () => {
  test('task/fetch opens one, with Action.Submit where Teams knows nothing else', async () => {
    teams.replies({ kind: 'dialog', dialog: dialog('Melden', form) });
    const { body } = await teams.post(given.taskFetch(url, { verb: 'open' }, 'm1'));
    expect(body).toEqual(asDialog('Melden', shownForm));
    expect(teams.connector.sent).toEqual([]);
  });

  const opening = (verb: string, more: Json = {}) => ({
    type: 'Action.Execute',
    title: 'Openen',
    verb,
    data: { ref: 'V-2A3B4C' },
    fallback: { type: 'Action.Submit', title: 'Openen', data: { verb, ref: 'V-2A3B4C' } },
    ...more,
  });
  const withButtons = {
    ...screen('twee knoppen'),
    card: { ...card('twee knoppen'), actions: [opening('open-zaak'), opening('ontvangen')] },
  };
  const asked = {
    type: 'Action.Submit',
    title: 'Openen',
    data: { verb: 'open-zaak', ref: 'V-2A3B4C', msteams: { type: 'task/fetch' } },
  };

  test('a button that opens one asks Teams for it at once, wherever its card is shown', async () => {
    const clicked = await cardInChat();
    teams.replies({ kind: 'show', screen: withButtons });
    await teams.post(given.personalMessage(url, 'dag'));
    expect((sentCards()[0] as Card).actions).toEqual([asked, opening('ontvangen')]);
    teams.replies({ kind: 'replace', screen: withButtons });
    const { body } = await teams.post(given.executed(url, 'x', {}, clicked));
    expect(body).toMatchObject({ value: { actions: [asked, opening('ontvangen')] } });
    const [reference] = teams.kept;
    if (reference === undefined) throw new Error('nothing was kept');
    const id = await teams.teams.proactive.send(reference, withButtons);
    await teams.teams.proactive.update(reference, id, withButtons);
    for (const { activity } of [...teams.connector.sent.slice(-1), ...teams.connector.updated]) {
      expect((cardIn(activity) as Card).actions).toEqual([asked, opening('ontvangen')]);
    }
    // What is made of the button is read as the click that it is.
    await teams.post(given.taskFetch(url, asked.data, clicked));
    expect(teams.events.at(-1)?.what).toEqual({ kind: 'action', verb: 'open-zaak', data: { ref: 'V-2A3B4C' } });
  });

  test('a button that opens one and is answered otherwise shows that in the window, not in the chat', async () => {
    teams.replies({ kind: 'show', screen: screen('deze vraag ken ik niet') });
    const { body } = await teams.post(given.taskFetch(url, asked.data, 'm1'));
    expect(body).toEqual(asDialog('Bij Twijfel', card('deze vraag ken ik niet')));
    expect(teams.connector.sent).toEqual([]);
  });

  test('a click that was no task/fetch gets a card that opens it', async () => {
    const clicked = await cardInChat();
    teams.replies({ kind: 'dialog', dialog: dialog('Melden', form) });
    await teams.post(given.executed(url, 'open', { zaak: 'z1' }, clicked));
    const [opener] = sentCards() as Card[];
    expect(opener?.actions?.[0]).toMatchObject({
      type: 'Action.Submit',
      data: { verb: 'open', zaak: 'z1', msteams: { type: 'task/fetch' } },
    });
    const data = opener?.actions?.[0]?.data as Json;
    expect((await teams.post(given.taskFetch(url, data, 'm9'))).body).toEqual(asDialog('Melden', shownForm));
    expect(teams.events.at(-1)?.what).toEqual({ kind: 'action', verb: 'open', data: { zaak: 'z1' } });
  });

  test('so does a command', async () => {
    teams.replies({ kind: 'dialog', dialog: dialog('Melden', form) });
    await teams.post(given.groupMessage(url, 'meld'));
    const [opener] = sentCards() as Card[];
    await teams.post(given.taskFetch(url, opener?.actions?.[0]?.data as Json, 'm9'));
    const meld = { kind: 'command', name: 'meld', argument: '' };
    expect(teams.events.map((event) => event.what)).toEqual([meld, meld]);
  });

  test('after a story in a group nothing of it is shown', async () => {
    teams.replies({ kind: 'dialog', dialog: dialog('Melden', form) });
    await teams.post(given.groupMessage(url, 'een leerling stuurde mij iets'));
    expect(JSON.stringify(sentCards())).not.toMatch(/stuurde|Input/);
    expect(sentCards()).toHaveLength(1);
  });

  test('task/fetch that is answered with a screen shows it in the dialog', async () => {
    const clicked = await cardInChat();
    teams.replies({ kind: 'replace', screen: screen('nieuw') });
    const { body } = await teams.post(given.taskFetch(url, { verb: 'open' }, clicked));
    expect(body).toEqual(asDialog('Bij Twijfel', card('nieuw')));
    expect(cardIn(teams.connector.current(clicked))).toEqual(card('nieuw'));
  });

  test('task/submit closes it and changes the card it was opened from', async () => {
    const clicked = await cardInChat();
    teams.replies({ kind: 'dialog', dialog: dialog('Melden', form) });
    await teams.post(given.taskFetch(url, { verb: 'open' }, clicked));
    teams.replies({ kind: 'replace', screen: screen('verstuurd') });
    const { status, body } = await teams.post(given.taskSubmit(url, { verb: 'meld', nonce: 'n1', wat: 'verhaal' }));
    expect({ status, body }).toEqual({ status: 200, body: undefined });
    expect(cardIn(teams.connector.current(clicked))).toEqual(card('verstuurd'));
    expect(teams.connector.sent).toEqual([]);
  });

  test('field errors bring the form back with what was typed, the fault above its field', async () => {
    teams.replies({ kind: 'dialog', dialog: dialog('Melden', form) });
    await teams.post(given.taskFetch(url, { verb: 'open' }, 'm1'));
    teams.replies({
      kind: 'field-errors',
      errors: [
        { field: 'wat', message: 'Vertel iets meer.' },
        { field: 'elders', message: 'Nog iets.' },
      ],
    });
    const { body } = await teams.post(given.taskSubmit(url, { verb: 'meld', nonce: 'n1', wat: 'kort' }));
    const fault = (text: string) => expect.objectContaining({ type: 'TextBlock', text });
    const input = { type: 'Input.Text', id: 'wat', label: 'Wat?', isMultiline: true, value: 'kort' };
    const items = [fault('Vertel iets meer.'), input];
    expect(body).toEqual(
      asDialog('Melden', { ...shownForm, body: [fault('Nog iets.'), { type: 'Container', items }] }),
    );
    expect(teams.connector.sent).toEqual([]);
  });

  test('field errors on a form that is forgotten give back what was typed', async () => {
    teams.replies({ kind: 'field-errors', errors: [{ field: 'wat', message: 'Vertel iets meer.' }] });
    const { body } = await teams.post(given.taskSubmit(url, { verb: 'meld', nonce: 'oud', wat: 'mijn verhaal' }));
    expect(JSON.stringify(body)).toMatch(/Vertel iets meer\..*mijn verhaal/);
    expect(teams.connector.sent).toEqual([]);
  });

  test('field errors on a form in the chat leave the form alone', async () => {
    teams.replies({ kind: 'field-errors', errors: [{ field: 'wat', message: 'Vertel iets meer.' }] });
    await teams.post(given.submitted(url, { verb: 'meld', nonce: 'oud', wat: 'mijn verhaal' }, 'm1'));
    expect(JSON.stringify(sentCards())).toContain('Vertel iets meer.');
    expect(JSON.stringify(sentCards())).not.toContain('mijn verhaal');
    expect(teams.connector.updated).toEqual([]);
  });
});

describe('what goes wrong', () => {
  test.each([412, 429, 502, 504])('%i is tried again', async (status) => {
    teams.connector.trouble({ status }, { status });
    teams.replies({ kind: 'show', screen: screen('nieuw') });
    await teams.post(given.personalMessage(url, 'dag'));
    expect(teams.connector.statuses).toEqual([status, status, 201]);
    expect(teams.waits).toEqual([300, 900]);
  });

  test('Retry-After is honoured', async () => {
    teams.connector.trouble({ status: 429, retryAfter: 3 });
    teams.replies({ kind: 'show', screen: screen('nieuw') });
    await teams.post(given.personalMessage(url, 'dag'));
    expect(teams.waits).toEqual([3000]);
    expect(sentCards()).toEqual([card('nieuw')]);
  });

  test('a Retry-After beyond what an invoke may take is not waited for', async () => {
    teams.connector.trouble({ status: 429, retryAfter: 60 });
    teams.replies({ kind: 'show', screen: screen('nieuw') });
    expect((await teams.post(given.executed(url, 'x', {}, 'm1'))).body).toEqual(asCard(card('nieuw')));
    expect(teams.waits).toEqual([]);
    expect(teams.connector.statuses).toEqual([429]);
  });

  test.each([400, 401, 403, 404, 413, 500])('%i is not tried again', async (status) => {
    teams.connector.trouble({ status });
    teams.replies({ kind: 'show', screen: screen('een') }, { kind: 'show', screen: screen('twee') });
    expect((await teams.post(given.personalMessage(url, 'dag'))).status).toBe(200);
    expect(teams.connector.statuses).toEqual([status, 201]);
    expect(sentCards()).toEqual([card('twee')]);
  });

  test('a redirect is not followed: the token would go along', async () => {
    teams.connector.trouble({ status: 307, redirect: `${new URL(url).origin}/elders` });
    teams.replies({ kind: 'show', screen: screen('nieuw') });
    await teams.post(given.personalMessage(url, 'dag'));
    expect(teams.connector.statuses).toEqual([307]);
  });

  test('eight messages at once are slowed down, not lost', async () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    teams.replies(...numbers.map((n) => ({ kind: 'show', screen: screen(String(n)) }) as const));
    await teams.post(given.personalMessage(url, 'dag'));
    expect(sentCards()).toEqual(numbers.map((n) => card(String(n))));
    expect(teams.connector.statuses).toContain(429);
  });

  test('a bot that rejects gives an apology, and its words stay out of the log', async () => {
    teams.bot(() => Promise.reject(new Error('het verhaal van Noor')));
    expect((await teams.post(given.personalMessage(url, 'dag'))).status).toBe(200);
    expect(JSON.stringify(sentCards())).toContain('Er ging iets mis.');
    expect(teams.logged.join('')).not.toContain('Noor');
  });
});

describe('repeats', () => {
  test('a message sent again is answered 200 and not handled again', async () => {
    teams.replies({ kind: 'show', screen: screen('nieuw') });
    const activity = given.personalMessage(url, 'dag');
    expect([(await teams.post(activity)).status, (await teams.post(activity)).status]).toEqual([200, 200]);
    expect(teams.events).toHaveLength(1);
    expect(teams.connector.sent).toHaveLength(1);
  });

  test('an invoke sent again while the first is under way gets the same answer', async () => {
    const gate = Promise.withResolvers<void>();
    teams.bot(async () => {
      await gate.promise;
      return [{ kind: 'replace', screen: screen('nieuw') }];
    });
    const invoke = given.executed(url, 'x', {}, 'm1');
    const both = Promise.all([teams.post(invoke), teams.post(invoke)]);
    gate.resolve();
    const [first, second] = await both;
    expect(first.body).toEqual(asCard(card('nieuw')));
    expect(second.body).toEqual(first.body);
    expect(teams.events).toHaveLength(1);
  });

  test('the same id by somebody else is not answered with what was meant for the first', async () => {
    teams.bot(async ({ who }) => [{ kind: 'replace', screen: screen(who.platformId) }]);
    const invoke = given.executed(url, 'x', {}, 'm1');
    await teams.post(invoke);
    const other = { ...invoke, from: { id: '29:ander', aadObjectId: 'ander' } };
    expect((await teams.post(other)).body).toEqual(asCard(card('ander')));
  });

  test('one installation greets once, though Teams tells of it twice', async () => {
    teams.replies({ kind: 'show', screen: screen('welkom') });
    await teams.post(given.botAdded(url));
    await teams.post(given.installation(url, 'add'));
    expect(sentCards()).toEqual([card('welkom')]);
  });
});

describe('writing first', () => {
  // What the tests before sent counts for the same conversation, and nothing is tried again here.
  beforeEach(() => teams.pass(60_000));

  test('what was kept of a conversation is enough, and a card can be changed later', async () => {
    await teams.post(given.personalMessage(url, 'dag'));
    const [reference] = teams.kept;
    if (reference === undefined) throw new Error('nothing was kept');
    const stored = JSON.parse(JSON.stringify(reference));
    const id = await teams.teams.proactive.send(stored, screen('herinnering'));
    expect(cardIn(teams.connector.current(id))).toEqual(card('herinnering'));
    await teams.teams.proactive.update(stored, id, screen('gelezen'));
    expect(cardIn(teams.connector.current(id))).toEqual(card('gelezen'));
  });

  test('a refusal says whether trying again helps', async () => {
    await teams.post(given.personalMessage(url, 'dag'));
    const [reference] = teams.kept;
    if (reference === undefined) throw new Error('nothing was kept');
    const { proactive } = teams.teams;
    teams.connector.trouble({ status: 403, code: 'BotNotInConversationRoster' }, { status: 500 });
    const refused = { status: 403, code: 'BotNotInConversationRoster', permanent: true };
    await expect(proactive.send(reference, screen('x'))).rejects.toMatchObject(refused);
    await expect(proactive.send(reference, screen('x'))).rejects.toMatchObject({ status: 500, permanent: false });
  });

  test.each([429, 502])('%i is not tried again at once: delivery does that, and counts it', async (status) => {
    await teams.post(given.personalMessage(url, 'dag'));
    const [reference] = teams.kept;
    if (reference === undefined) throw new Error('nothing was kept');
    teams.clear();
    teams.connector.trouble({ status, retryAfter: 2 });
    const refused = { status, permanent: false, retryAfterMs: 2000 };
    await expect(teams.teams.proactive.send(reference, screen('x'))).rejects.toMatchObject(refused);
    expect(teams.connector.statuses).toEqual([status]);
  });

  test('without a token nothing is sent, and it may work later', async () => {
    const login = { issuer: teams.login.issuer, metadataUrl: teams.login.metadataUrl };
    const token = () => Promise.reject(new Error('the secret has expired'));
    const silent = await startTeams({ microsoft: { ...login, token } });
    const [conversation, user] = [given.PERSONAL, '29:x'];
    const reference = { organisation: 'voorbeeld', privacy: 'private', bot: given.BOT_ID, conversation, user } as const;
    const sending = silent.teams.proactive.send({ ...reference, serviceUrl: silent.connector.url }, screen('x'));
    await expect(sending).rejects.toMatchObject({ name: 'ConnectorRefused', status: 0, permanent: false });
    expect(silent.connector.statuses).toEqual([]);
    await silent.close();
  });

  test('a stored service URL is checked again', async () => {
    await teams.post(given.personalMessage(url, 'dag'));
    const [reference] = teams.kept;
    if (reference === undefined) throw new Error('nothing was kept');
    teams.clear();
    const evil = { ...reference, serviceUrl: 'https://evil.trafficmanager.net/' };
    await expect(teams.teams.proactive.send(evil, screen('x'))).rejects.toMatchObject({ permanent: true });
    expect(teams.connector.statuses).toEqual([]);
  });

  test('removal is told, and nothing is answered', async () => {
    await teams.post(given.installation(url, 'remove'));
    expect(teams.forgotten).toMatchObject([{ conversation: given.PERSONAL, organisation: 'voorbeeld' }]);
    expect(teams.kept).toEqual([]);
    expect(teams.events).toEqual([]);
  });
});
