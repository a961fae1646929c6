import { describe, expect, test } from 'vitest';
import type { What } from '../../src/conversation/event.ts';
import { parseActivity } from '../../src/teams/activity.ts';
import { toInbound } from '../../src/teams/inbound.ts';
import type { Json } from '../fakes/teams/activities.ts';
import * as given from '../fakes/teams/activities.ts';

const URL = 'https://smba.trafficmanager.net/emea/';
const commands = ['help', 'zoek', 'artikel', 'hoofdstuk', 'protocol', 'twijfel', 'meld', 'home'];
const sender = { organisation: 'voorbeeld', person: given.PERSON };
const read = (activity: Json) => toInbound(parseActivity(activity), sender, commands);
const what = (activity: Json): What | undefined => read(activity)?.event.what;
const text = (words: string): What => ({ kind: 'text', text: words });
const command = (name: string, argument = ''): What => ({ kind: 'command', name, argument });

describe('who and where', () => {
  test('a personal chat is private, and the person is the verified id', () => {
    expect(read(given.personalMessage(URL, 'dag'))).toEqual({
      via: 'message',
      event: {
        who: { organisation: 'voorbeeld', platformId: given.PERSON, name: 'Noor de Wit' },
        where: { channel: 'teams', conversation: `teams:${given.PERSONAL}`, privacy: 'private' },
        what: text('dag'),
      },
    });
  });

  test.each([
    ['a group chat', given.groupMessage(URL, 'dag')],
    ['a channel', given.channelMessage(URL, 'dag')],
    ['a conversation of an unknown kind', { ...given.personalMessage(URL, 'dag'), conversation: { id: 'x' } }],
  ])('%s is public', (_name, activity) => {
    expect(read(activity)?.event.where.privacy).toBe('public');
  });

  test('the data of a click never says who did it', () => {
    const activity = given.submitted(URL, { verb: 'x', aadObjectId: 'evil', organisation: 'evil' }, 'm1');
    expect(read(activity)?.event.who).toMatchObject({ organisation: 'voorbeeld', platformId: given.PERSON });
  });
});

describe('text', () => {
  const mention = (id: string, name: string) => ({
    type: 'mention',
    mentioned: { id, name },
    text: `<at>${name}</at>`,
  });
  test.each([
    ['the mention in front', given.groupMessage(URL, 'mag dit?'), 'mag dit?'],
    ['a mention and a hard space', given.channelMessage(URL, 'mag dit?'), 'mag dit?'],
    [
      'entities, once',
      given.personalMessage(URL, 'a &lt;b&gt; &amp;amp; &#39;c&#x27; &euro;'),
      "a <b> &amp; 'c' &euro;",
    ],
    ['entities that are no letter', given.personalMessage(URL, '&#0;&#xD800;&#x110000;x'), '&#0;&#xD800;&#x110000;x'],
    ['lines', given.personalMessage(URL, ' een\r\ntwee\t  drie '), 'een\ntwee drie'],
    [
      'the mention of a colleague stays, as a name',
      {
        ...given.groupMessage(URL, ''),
        text: '<at>Bij Twijfel</at> mag <at id="1">Piet</at> dit?',
        entities: [mention(given.BOT_ID, 'Bij Twijfel'), mention('29:x', 'Piet')],
      },
      'mag Piet dit?',
    ],
    [
      'a name full of signs is no pattern',
      {
        ...given.groupMessage(URL, ''),
        text: '<at>Bot (test) $&</at> mag dit?',
        entities: [mention(given.BOT_ID, 'Bot (test) $&')],
      },
      'mag dit?',
    ],
    ['odd entities', { ...given.personalMessage(URL, 'dag'), entities: [null, 1, { type: 'mention' }] }, 'dag'],
  ])('%s', (_name, activity, expected) => {
    expect(what(activity)).toEqual(text(expected));
  });

  test('a mention alone shows what the bot can do', () => {
    expect(what(given.groupMessage(URL, ''))).toEqual({ kind: 'home' });
  });
});

describe('pictures and files', () => {
  const html = (content: string): Json => ({ contentType: 'text/html', content });
  const download = { contentType: 'application/vnd.microsoft.teams.file.download.info', content: { downloadUrl: 'x' } };
  const emoji = '<img itemscope itemtype="http://schema.skype.com/Emoji" src="x" alt="😀">';
  const withThese = (words: string, ...attachments: unknown[]) => ({
    ...given.personalMessage(URL, words),
    attachments,
  });

  test.each<[string, unknown]>([
    ['a picture', { contentType: 'image/png', contentUrl: 'https://x' }],
    ['a picture of any kind', { contentType: 'image/*', contentUrl: 'https://x' }],
    ['a file', download],
    ['a film', { contentType: 'video/mp4', contentUrl: 'https://x' }],
    ['a link to a file of the team', { contentType: 'reference', contentUrl: 'https://x' }],
    ['a picture in the text', html('<div>kijk <img itemtype="http://schema.skype.com/AMSImage" src="x"></div>')],
    ['a picture beside an emoji', html(`${emoji}<img src="x">`)],
    ['something that cannot be read', null],
  ])('%s is told of, with the words and without', (_, attachment) => {
    expect(what(withThese('kijk eens', attachment))).toEqual({ kind: 'text', text: 'kijk eens', files: true });
    expect(what(withThese('', html('<div></div>'), attachment))).toEqual({ kind: 'text', text: '', files: true });
    // The bot answers what to do with it before it reads the command.
    expect(what(withThese('meld', attachment))).toEqual({ kind: 'text', text: 'meld', files: true });
  });

  test.each<[string, unknown]>([
    ['the text once more', html('<div>kijk eens</div>')],
    ['an emoji', html(`<div>kijk eens ${emoji}</div>`)],
    ['the message that is answered', { contentType: 'messageReference', content: '{}' }],
    ['the preview of a link', { contentType: 'application/vnd.microsoft.card.thumbnail', content: {} }],
  ])('%s is none', (_, attachment) => {
    expect(what(withThese('kijk eens', attachment))).toEqual(text('kijk eens'));
  });

  test('a text full of beginnings of pictures is read at once', () => {
    const many = html(`${'<img itemtype="'.repeat(30_000)}`);
    expect(what(withThese('kijk', many))).toEqual({ kind: 'text', text: 'kijk', files: true });
  });

  test('nothing of them goes further than that they are there', () => {
    const secret = { contentType: 'image/png', contentUrl: 'https://geheim.example/foto.png', name: 'geheim.png' };
    expect(JSON.stringify(read(withThese('kijk', secret)))).not.toContain('geheim');
  });
});

test.each<[string, What]>([
  ['help', command('help')],
  ['Help!', command('help')],
  ['/help', command('help')],
  ['artikel C.3', command('artikel', 'C.3')],
  ['ARTIKEL  Communicatie, punt 1', command('artikel', 'Communicatie, punt 1')],
  ['artikel', command('artikel')],
  ['hoofdstuk 2', command('hoofdstuk', '2')],
  ['zoek mag ik een foto van een leerling plaatsen?', command('zoek', 'mag ik een foto van een leerling plaatsen?')],
  ['meld', command('meld')],
  ['protocol', command('protocol')],
  ["protocol zegt wat over foto's?", text("protocol zegt wat over foto's?")],
  ['meld dat maar aan Piet', text('meld dat maar aan Piet')],
  ['help mij even', text('help mij even')],
  ['artikel 3, geldt dat ook thuis?', text('artikel 3, geldt dat ook thuis?')],
  [`artikel ${'x'.repeat(41)}`, text(`artikel ${'x'.repeat(41)}`)],
  ['twijfelachtig', text('twijfelachtig')],
  ['onbekend woord', text('onbekend woord')],
])('%j', (typed, expected) => {
  expect(what(given.personalMessage(URL, typed))).toEqual(expected);
  expect(what(given.groupMessage(URL, typed))).toEqual(expected);
});

describe('clicks and forms', () => {
  test('Action.Execute', () => {
    const inbound = read(given.executed(URL, 'kies', { school: 'msvr', aantal: 3, aan: true, lijst: [1] }, 'm1'));
    expect(inbound).toMatchObject({ via: 'execute', clicked: 'm1' });
    expect(inbound?.event.what).toEqual({
      kind: 'action',
      verb: 'kies',
      data: { school: 'msvr', aantal: '3', aan: 'true' },
    });
  });

  test('its Action.Submit fallback gives the same', () => {
    const inbound = read(given.submitted(URL, { verb: 'kies', school: 'msvr' }, 'm1'));
    expect(inbound).toMatchObject({ via: 'card-message', clicked: 'm1' });
    expect(inbound?.event.what).toEqual({ kind: 'action', verb: 'kies', data: { school: 'msvr' } });
  });

  test('task/fetch, from a button or from the opener of a command', () => {
    const inbound = read(given.taskFetch(URL, { verb: 'open', zaak: 'z1' }, 'm1'));
    expect(inbound).toMatchObject({ via: 'task-fetch', clicked: 'm1' });
    expect(inbound?.event.what).toEqual({ kind: 'action', verb: 'open', data: { zaak: 'z1' } });
    expect(what(given.taskFetch(URL, { command: 'meld' }, 'm1'))).toEqual(command('meld'));
    expect(read(given.taskFetch(URL, { command: 'wis-alles' }, 'm1'))).toBeNull();
  });

  const form = { verb: 'meld', nonce: 'n1', wat: 'een verhaal' };
  const submit: What = { kind: 'submit', verb: 'meld', values: { wat: 'een verhaal' }, nonce: 'n1' };
  test.each([
    ['task/submit', given.taskSubmit(URL, form)],
    ['Action.Submit', given.submitted(URL, form, 'm1')],
    ['Action.Execute', given.executed(URL, 'meld', form, 'm1')],
  ])('a nonce makes a %s a submit', (_name, activity) => {
    expect(what(activity)).toEqual(submit);
  });

  test('names that are dangerous in an object do not arrive', () => {
    const data: Json = JSON.parse('{"verb": "x", "__proto__": "evil", "constructor": "evil", "a": "b"}');
    const found = what(given.submitted(URL, data, 'm1'));
    expect(found).toEqual({ kind: 'action', verb: 'x', data: { a: 'b' } });
  });

  test('a typed message with a foreign value is still a message', () => {
    expect(what({ ...given.personalMessage(URL, 'dag'), value: { vreemd: 1 } })).toEqual(text('dag'));
  });
});

describe('coming and going', () => {
  test.each<[string, Json]>([
    ['conversationUpdate', given.botAdded(URL)],
    ['installationUpdate', given.installation(URL, 'add')],
  ])('the bot added by %s: greet', (_name, activity) => {
    expect(read(activity)).toMatchObject({ via: 'installed', event: { what: { kind: 'home' } } });
  });

  test.each(['groupChat', 'channel'])('added to a %s: greet where others read along', (conversationType) => {
    const activity = { ...given.botAdded(URL), conversation: { id: given.GROUP, conversationType } };
    expect(read(activity)).toMatchObject({ via: 'installed', event: { where: { privacy: 'public' } } });
  });

  test.each<[string, Json]>([
    ['a colleague added', { ...given.botAdded(URL), membersAdded: [{ id: '29:x' }] }],
    ['a new version of the app', given.installation(URL, 'add-upgrade')],
    ['the app removed', given.installation(URL, 'remove')],
    ['an edited message', { ...given.personalMessage(URL, 'dag'), type: 'messageUpdate' }],
    ['a reaction', { ...given.personalMessage(URL, 'dag'), type: 'messageReaction' }],
    ['typing', { ...given.personalMessage(URL, ''), type: 'typing' }],
    ['an unknown invoke', { ...given.executed(URL, 'x', {}, 'm1'), name: 'composeExtension/query' }],
    ['an execute without a verb', { ...given.executed(URL, 'x', {}, 'm1'), value: { action: {} } }],
    ['an execute without a value', { ...given.executed(URL, 'x', {}, 'm1'), value: null }],
    ['data without a verb', given.submitted(URL, { school: 'msvr' }, 'm1')],
    ['our own message', { ...given.personalMessage(URL, 'dag'), from: { id: given.BOT_ID, aadObjectId: 'x' } }],
  ])('%s: nothing', (_name, activity) => {
    expect(read(activity)).toBeNull();
  });
});
