import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Found, Reply } from '../../src/conversation/reply.ts';
import { parseActivity } from '../../src/teams/activity.ts';
import { extensionCommands } from '../../src/teams/extension.ts';
import { toInbound } from '../../src/teams/inbound.ts';
import type { Json } from '../fakes/teams/activities.ts';
import * as given from '../fakes/teams/activities.ts';
import { dialog, type Harness, screen, startTeams } from '../fakes/teams/harness.ts';

const URL = 'https://smba.trafficmanager.net/emea/';
const LINK = 'https://teams.microsoft.com/l/message/19:noor_piet@unq.gbl.spaces/1611060744833';
const sender = { organisation: 'voorbeeld', person: given.PERSON };
const read = (activity: Json) => toInbound(parseActivity(activity), sender, ['meld']);
const { report, doubt } = extensionCommands;

describe('a message that somebody picked', () => {
  const what = (activity: Json) => read(activity)?.event.what;

  test('"Meld dit bericht" begins a report with its text and a link to it', () => {
    expect(read(given.picked(URL, report, '<p>Ze schelden me uit</p>'))).toEqual({
      via: 'extension-fetch',
      event: {
        who: { organisation: 'voorbeeld', platformId: given.PERSON, name: 'Noor de Wit' },
        // Where it is used says nothing: only whoever uses it sees what comes of it.
        where: { channel: 'teams', conversation: `teams:uitbreiding:${given.PERSON}`, privacy: 'private' },
        what: { kind: 'action', verb: 'meld', data: { wat: 'Ze schelden me uit', waar: LINK } },
      },
    });
  });

  test('"Bij twijfel" asks with it', () => {
    expect(what(given.picked(URL, doubt, '<p>Kan dit?</p>'))).toEqual({
      kind: 'action',
      verb: 'vraag-aan',
      data: { draft: 'Kan dit?', link: LINK },
    });
  });

  test('its subject comes first, and plain text stays as it is', () => {
    const message = { subject: 'Uitje', body: { contentType: 'text', content: '1 <b> 2' } };
    expect(what(given.picked(URL, report, '', message))).toMatchObject({ data: { wat: 'Uitje\n1 <b> 2' } });
  });

  test.each<[string, string, Json]>([
    ['a file', '<p>kijk</p>', { attachments: [{ contentType: 'reference', contentUrl: 'https://geheim.example/x' }] }],
    ['a picture in it', '<p>kijk <img src="https://geheim.example/x"></p>', {}],
    ['a file of which Teams tells nothing', '<p>kijk</p><attachment id="geheim"></attachment>', {}],
  ])('with %s: that it was there, and nothing of it', (_, html, message) => {
    const activity = given.picked(URL, report, html, message);
    expect(what(activity)).toMatchObject({ data: { wat: 'kijk', bestanden: 'ja' } });
    expect(JSON.stringify(read(activity))).not.toContain('geheim');
  });

  test('a message that answers another one has no file', () => {
    const attachments = [{ contentType: 'messageReference', content: '{}' }];
    const found = what(given.picked(URL, report, '<attachment id="1"></attachment><p>ja</p>', { attachments }));
    expect(found).toMatchObject({ data: { wat: 'ja', waar: LINK } });
    expect(found).not.toMatchObject({ data: { bestanden: 'ja' } });
  });

  test.each([
    ['no https', 'javascript:alert(1)'],
    ['too long to be kept whole', `https://teams.microsoft.com/${'x'.repeat(500)}`],
    ['no address', 'bericht'],
    ['none', null],
  ])('a link that is %s is left out', (_, linkToMessage) => {
    expect(what(given.picked(URL, report, '<p>x</p>', { linkToMessage }))).toMatchObject({ data: { waar: '' } });
  });

  test('a message that was deleted: an empty form', () => {
    expect(what(given.picked(URL, report, '', { deleted: true, body: null }))).toMatchObject({ data: { wat: '' } });
  });

  test('a form of its dialog is a submit', () => {
    const inbound = read(given.extensionSubmitted(URL, { verb: 'meld-verder', nonce: 'n1', wat: 'x' }));
    expect(inbound).toMatchObject({ via: 'extension-submit', event: { where: { privacy: 'private' } } });
    expect(inbound?.event.what).toEqual({ kind: 'submit', verb: 'meld-verder', values: { wat: 'x' }, nonce: 'n1' });
  });

  const withValue = (activity: Json, value: unknown): Json => ({ ...activity, value });
  test.each<[string, Json]>([
    ['a command that is not ours', given.picked(URL, 'wis-alles', '<p>x</p>')],
    ['no message', withValue(given.picked(URL, report, ''), { commandId: report })],
    ['no value', withValue(given.picked(URL, report, ''), null)],
    ['a body that is none', given.picked(URL, report, '', { body: 'tekst' })],
    [
      'a preview of a message',
      withValue(given.extensionSubmitted(URL, {}), { data: {}, botMessagePreviewAction: 'send' }),
    ],
    ['a form without a verb', given.extensionSubmitted(URL, { wat: 'x' })],
    ['another search', withValue(given.searched(URL, 'x'), { commandId: 'anders', parameters: [] })],
    ['a link that Teams wants a preview of', { ...given.searched(URL, 'x'), name: 'composeExtension/queryLink' }],
  ])('%s: nothing', (_, activity) => expect(read(activity)).toBeNull());
});

describe('a search', () => {
  test.each<[string, Json, Json]>([
    ['nothing yet', given.searched(URL), { via: 'search', skip: 0, event: { what: { kind: 'search', text: '' } } }],
    ['a word', given.searched(URL, 'foto'), { via: 'search', event: { what: { kind: 'search', text: 'foto' } } }],
    ['further down', given.searched(URL, 'foto', 10), { skip: 10 }],
  ])('%s', (_, activity, expected) => expect(read(activity)).toMatchObject(expected));

  test('from the command box, where there is no conversation', () => {
    const { conversation: _, ...activity } = given.searched(URL, 'foto');
    expect(read(activity)).toMatchObject({ event: { what: { text: 'foto' }, where: { privacy: 'private' } } });
    // Nothing else does without.
    for (const made of [given.personalMessage(URL, 'dag'), given.executed(URL, 'x', {}, 'm1')]) {
      const { conversation: __, ...without } = made;
      expect(() => parseActivity(without)).toThrow('conversation');
    }
  });
});

describe('in Teams', () => {
  const NOOR = 'noor@voorbeeld.nl';
  const OWN = JSON.stringify({
    organisation: 'voorbeeld',
    privacy: 'private',
    conversation: given.PERSONAL,
    serviceUrl: '',
    bot: given.BOT_ID,
    user: '29:noor',
    tenant: given.TENANT,
  });
  let teams: Harness;
  let url = '';
  let known = true;
  const bound: unknown[] = [];

  beforeAll(async () => {
    teams = await startTeams({
      directory: {
        store: {
          bind: async (...what) => void bound.push(what),
          unbind: async () => undefined,
          bindingsOf: async () =>
            known
              ? [
                  {
                    channel: 'teams',
                    platformId: given.PERSON,
                    reference: OWN.replace('"serviceUrl":""', `"serviceUrl":"${url}"`),
                  },
                ]
              : [],
          personOf: async (_o, _c, platformId) => (platformId === given.PERSON && known ? NOOR : undefined),
        },
        isPerson: ({ email }) => email === NOOR,
      },
    });
    url = teams.connector.url;
  });
  beforeEach(() => {
    teams.clear();
    bound.length = 0;
    known = true;
  });
  afterAll(() => teams.close());

  const body = async (activity: Json) => JSON.parse(JSON.stringify((await teams.post(activity)).body ?? null));
  const stranger = (activity: Json): Json => ({ ...activity, from: { id: '29:x', aadObjectId: 'x', name: 'X' } });
  const article = (title: string): Found => ({ title, text: 'Kort & <b>goed</b>', screen: screen(title) });
  const found = (...titles: string[]): Reply => ({ kind: 'found', articles: titles.map(article), hint: 'Niets.' });

  test('articles are a list of cards, each with two lines to choose it by', async () => {
    teams.replies(found('C.3: Foto', 'C.4: Film'));
    expect(await body(given.searched(url, 'foto'))).toEqual({
      composeExtension: {
        type: 'result',
        attachmentLayout: 'list',
        attachments: ['C.3: Foto', 'C.4: Film'].map((title) => ({
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: screen(title).card,
          preview: {
            contentType: 'application/vnd.microsoft.card.thumbnail',
            content: { title, text: 'Kort &amp; &lt;b&gt;goed&lt;/b&gt;' },
          },
        })),
      },
    });
  });

  test('what was shown before does not come again', async () => {
    teams.replies(found('a', 'b', 'c'));
    expect((await body(given.searched(url, 'foto', 2))).composeExtension.attachments).toHaveLength(1);
    expect((await body(given.searched(url, 'foto', 25))).composeExtension.attachments).toEqual([]);
  });

  test.each<[string, Reply[], string]>([
    ['nothing found', [found()], 'Niets.'],
    ['the bot fails', [{ kind: 'show', screen: screen('Dat lukte niet') }], 'Dat lukte niet'],
    ['the bot says nothing', [], 'Probeer het zo nog eens.'],
  ])('%s: one line', async (_, replies, text) => {
    teams.replies(...replies);
    expect(await body(given.searched(url, 'zebra'))).toEqual({ composeExtension: { type: 'message', text } });
  });

  test('while somebody types nobody is asked who that is, and nothing is sent or kept', async () => {
    teams.replies(found('a'));
    await teams.post(stranger(given.searched(url, 'foto')));
    await teams.post(given.searched(url, 'foto'));
    expect(teams.events.map(({ who }) => who.person)).toEqual([undefined, NOOR]);
    expect([teams.connector.asked, teams.connector.sent, teams.kept, bound]).toEqual([[], [], [], []]);
  });

  test('the chat it is used in is never taken for one with the bot', async () => {
    teams.replies({ kind: 'dialog', dialog: dialog('Iets melden') });
    await teams.post(given.picked(url, report, '<p>x</p>'));
    expect([teams.kept, bound]).toEqual([[], []]);
    expect(teams.events[0]?.who.person).toBe(NOOR);
  });

  test('a dialog, its next page and its faults', async () => {
    const form = (title: string) =>
      dialog(title, {
        body: [{ type: 'Input.Text', id: 'wat' }],
        actions: [{ type: 'Action.Submit', title: 'Verder', data: { verb: 'meld-verder', nonce: title } }],
      });
    teams.replies({ kind: 'dialog', dialog: form('Een') });
    expect(await body(given.picked(url, report, '<p>x</p>'))).toMatchObject({ task: { value: { title: 'Een' } } });
    teams.replies({ kind: 'field-errors', errors: [{ field: 'wat', message: 'Vul dit in.' }] });
    const faults = await body(given.extensionSubmitted(url, { verb: 'meld-verder', nonce: 'Een', wat: 'zebra' }));
    expect(JSON.stringify(faults.task.value.card.content.body)).toMatch(/Vul dit in.*zebra/);
    teams.replies({ kind: 'dialog', dialog: form('Twee') });
    const next = await body(given.extensionSubmitted(url, { verb: 'meld-verder', nonce: 'Een', wat: 'zebra' }));
    expect(next).toMatchObject({ task: { type: 'continue', value: { title: 'Twee' } } });
    expect(teams.connector.sent).toEqual([]);
  });

  const sent: Reply = {
    kind: 'replace',
    case: 'V-2A3B4C',
    screen: {
      ...screen('Je vraag'),
      card: { ...screen('Je vraag').card, body: [{ type: 'ActionSet', actions: [] }, ...screen('Je vraag').card.body] },
    },
  };
  const submit = (nonce: string) => given.extensionSubmitted(url, { verb: 's', nonce });

  test('the card of a case goes to one’s own chat, and the dialog says so without its buttons', async () => {
    teams.replies(sent);
    const said = await body(submit('n1'));
    expect(JSON.stringify(said.task.value.card.content.body)).toMatch(/Je vraag.*staat ook in je chat/);
    expect(JSON.stringify(said)).not.toContain('ActionSet');
    expect(teams.connector.sent.map(({ conversation }) => conversation)).toEqual([given.PERSONAL]);
    expect(teams.placed).toEqual([
      {
        ref: 'V-2A3B4C',
        organisation: 'voorbeeld',
        person: NOOR,
        channel: 'teams',
        conversation: `teams:${given.PERSONAL}`,
        messageId: teams.connector.sent[0]?.id,
        screen: 'screen' in sent ? sent.screen : undefined,
      },
    ]);
  });

  test('the same form again brings no other card', async () => {
    teams.replies(sent);
    await teams.post(submit('n2'));
    expect(JSON.stringify(await body(submit('n2')))).toContain('staat ook in je chat');
    expect(teams.connector.sent).toHaveLength(1);
    expect(teams.placed).toHaveLength(1);
  });

  test('without a chat, or when Teams refuses: it says where to look', async () => {
    teams.replies(sent);
    teams.connector.trouble({ status: 403, code: 'BotNotInConversationRoster' });
    expect(JSON.stringify(await body(submit('n3')))).toContain('typ “mijn vragen”');
    expect(teams.placed).toEqual([]);
    expect(teams.logged.join()).toContain('403 BotNotInConversationRoster');
  });

  test('who is not known is told how to become so, and nothing is sent', async () => {
    known = false;
    teams.replies({ kind: 'show', screen: screen('Alleen voor medewerkers') });
    const said = await body(stranger(given.picked(url, report, '<p>x</p>')));
    expect(JSON.stringify(said.task.value.card)).toMatch(/Alleen voor medewerkers.*één keer een chat/);
    expect(teams.connector.asked).toEqual(['29:x']);
    expect(teams.connector.sent).toEqual([]);
  });
});
