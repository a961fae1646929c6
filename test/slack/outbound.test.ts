import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { button, dialog, field, replace, type SlackHarness, screen, show, startSlack } from '../fakes/slack/channel.ts';
import { lettersIn } from '../fakes/slack/letters.ts';
import { buttonsIn } from '../fakes/slack/someone.ts';
import { BOT } from '../fakes/slack/state.ts';

let at: SlackHarness;

beforeEach(async () => {
  at = await startSlack();
});
afterEach(async () => {
  await at.close();
});

const letters = (value: unknown): string => lettersIn(value).join('\n');

describe('a chat', () => {
  test('a message is answered where it was written', async () => {
    const who = at.person('docent@school.example');
    at.replies(show('dag'));
    expect(await who.says('hallo')).toEqual({ status: 200, body: undefined });
    await at.settled();
    expect(who.messages().map(({ blocks }) => letters(blocks))).toEqual(['dag']);
    expect(at.events).toEqual([
      {
        who: { organisation: 'voorbeeld', platformId: who.user.id, person: 'docent@school.example' },
        where: { channel: 'slack', conversation: `slack:T0EXAMPLE:${who.user.id}`, privacy: 'private' },
        what: { kind: 'text', text: 'hallo' },
      },
    ]);
    expect(at.workspace.refused()).toEqual([]);
  });

  test('two messages are a second apart', async () => {
    const who = at.person('docent@school.example');
    at.replies(show('een'), show('twee'), show('drie'));
    await who.says('hallo');
    await at.settled();
    expect(who.messages()).toHaveLength(3);
    expect(at.workspace.refused()).toEqual([]);
    expect(at.waits.length).toBeGreaterThanOrEqual(2);
  });

  test('a card changes for everybody, in place', async () => {
    const who = at.person('docent@school.example');
    at.replies(show('een', [button('Verder', 'verder', { stand: 'x' })]));
    await who.says('hallo');
    await at.settled();
    at.replies(replace('twee'));
    await who.clicks(who.last(), 'Verder');
    await at.settled();
    expect(who.messages().map(({ blocks }) => letters(blocks))).toEqual(['twee']);
    expect(at.events.at(-1)?.what).toEqual({ kind: 'action', verb: 'verder', data: { stand: 'x' } });
  });

  test('a card that is gone is sent anew', async () => {
    const who = at.person('docent@school.example');
    at.replies(show('een', [button('Verder', 'verder')]));
    await who.says('hallo');
    await at.settled();
    const message = who.last();
    at.workspace.remove(message);
    at.replies(replace('twee'));
    await who.clicks(message, 'Verder');
    await at.settled();
    expect(letters(who.last().blocks)).toBe('twee');
  });

  test('what is typed and wants a modal gets a card with a button that opens it', async () => {
    const who = at.person('docent@school.example');
    at.replies(dialog('Melden', [field('wat'), button('Versturen', 'stuur', { nonce: 'n' })]));
    await who.says('meld');
    await at.settled();
    expect(who.modal()).toBeUndefined();
    expect(letters(who.last().blocks)).toContain('eigen venster');
    await who.clicks(who.last(), 'Open het venster');
    await at.settled();
    expect(at.events.map(({ what }) => what)).toEqual([
      { kind: 'command', name: 'meld', argument: '' },
      { kind: 'command', name: 'meld', argument: '' },
    ]);
    expect(letters(who.modal()?.view.title)).toBe('Melden');
  });

  test('a modal that comes too late leaves a card with a button', async () => {
    const who = at.person('docent@school.example');
    at.replies(show('een', [button('Openen', 'open-zaak', { ref: 'V-222222' })]));
    await who.says('hallo');
    await at.settled();
    at.bot(async () => {
      at.pass(4000);
      return [dialog('Vraag')];
    });
    await who.clicks(who.last(), 'Openen');
    await at.settled();
    expect(who.modal()).toBeUndefined();
    expect(buttonsIn(who.last().blocks)).toMatchObject([{ verb: 'open-zaak', value: '{"ref":"V-222222"}' }]);
    at.replies(dialog('Vraag'));
    await who.clicks(who.last(), 'Open het venster');
    await at.settled();
    expect(who.modal()).toBeDefined();
  });

  test('a dialog that does not come on top leaves nothing of what it holds in the chat', async () => {
    const who = at.person('docent@school.example');
    at.replies(dialog('Lezen', [button('Verder', 'verder', { ref: 'V-222222' })]));
    await who.command('/meld');
    await at.settled();
    at.bot(async () => {
      at.pass(4000);
      return [dialog('Geheim van een collega', [field('x'), button('Versturen', 'stuur', { nonce: 'n' })])];
    });
    const modal = who.modal();
    if (modal !== undefined) await who.clicks(modal, 'Verder');
    await at.settled();
    expect(letters(who.last().blocks)).toContain('eigen venster');
    expect(buttonsIn(who.last().blocks)).toMatchObject([{ verb: 'verder' }]);
    expect(who.last().blocks).toHaveLength(2);
  });

  test('its card of a case is told of, by where it came to be', async () => {
    const who = at.person('docent@school.example');
    at.replies({ kind: 'show', screen: screen('je vraag'), case: 'V-222222' });
    await who.says('hallo');
    await at.settled();
    expect(at.placed).toMatchObject([
      {
        ref: 'V-222222',
        organisation: 'voorbeeld',
        person: 'docent@school.example',
        channel: 'slack',
        conversation: `slack:T0EXAMPLE:${who.chat}`,
        messageId: who.last().ts,
      },
    ]);
  });

  test('pings, marks and names that somebody typed stay letters', async () => {
    const who = at.person('docent@school.example');
    const text = '<!channel> <@U000001> *vet* _schuin_ :smile: <https://evil.example|hier> & co';
    const typed = { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] };
    at.replies({ kind: 'show', screen: { ...screen('x', [typed]), summary: text } });
    await who.says('hallo');
    await at.settled();
    expect(letters(who.last().blocks)).toContain(text);
    expect(who.last().text).not.toMatch(/<[!@h]/);
    expect(at.workspace.refused()).toEqual([]);
  });
});

describe('a channel', () => {
  test('a mention is answered in its thread, and remembered by thread', async () => {
    const who = at.person('docent@school.example');
    const channel = at.workspace.channel(BOT, who.user.id);
    at.replies(show('het antwoord'));
    await who.mentions(channel, 'mag dit?', { ts: '1700000000.000100' });
    await at.settled();
    expect(at.workspace.shown(channel)).toMatchObject([{ thread: '1700000000.000100' }]);
    expect(at.events).toMatchObject([
      {
        where: { privacy: 'public', conversation: `slack:T0EXAMPLE:${channel}:1700000000.000100` },
        what: { kind: 'text', text: 'mag dit?' },
      },
    ]);
  });

  test('somebody of another organisation, in a shared channel, is asked nothing and is nobody here', async () => {
    const who = at.person('docent@school.example');
    const channel = at.workspace.channel(BOT, who.user.id);
    at.replies(show('het antwoord'));
    await who.mentions(channel, 'mag dit?', { user_team: 'T0OTHER' });
    await at.settled();
    expect(at.events).toMatchObject([{ who: { platformId: who.user.id }, what: { kind: 'text' } }]);
    expect(at.events[0]?.who.person).toBeUndefined();
    expect(at.workspace.calls.map(({ method }) => method)).toEqual(['chat.postMessage']);
  });

  test('a click there is answered to who clicked alone', async () => {
    const who = at.person('docent@school.example');
    const other = at.person('collega@school.example');
    const channel = at.workspace.channel(BOT, who.user.id, other.user.id);
    at.replies(show('antwoord', [button('Meer', 'meer')]));
    await who.mentions(channel, 'mag dit?');
    await at.settled();
    const [message] = at.workspace.shown(channel);
    if (message === undefined) throw new Error('no message');
    at.replies(show('alleen voor jou'));
    await other.clicks(message, 'Meer');
    await at.settled();
    expect(at.workspace.shown(channel)).toHaveLength(1);
    expect(other.alone(channel).map(({ blocks }) => letters(blocks))).toEqual(['alleen voor jou']);
    expect(at.events.at(-1)?.where.privacy).toBe('public');
  });

  test('a dialog is never opened from there', async () => {
    const who = at.person('docent@school.example');
    const channel = at.workspace.channel(BOT, who.user.id);
    at.replies(dialog('Vraag'));
    await who.mentions(channel, 'twijfel');
    await at.settled();
    expect(who.modal()).toBeUndefined();
    expect(letters(at.workspace.shown(channel)[0]?.blocks)).toContain('chat met mij alleen');
  });

  test('a channel without the bot stays silent, and the log has a code', async () => {
    const who = at.person('docent@school.example');
    const channel = at.workspace.channel(who.user.id);
    at.replies(show('antwoord geheim'));
    await who.mentions(channel, 'mag dit?');
    await at.settled();
    expect(at.logged.join('')).toContain('not_in_channel');
    expect(at.logged.join('')).not.toContain('geheim');
  });
});

describe('a command', () => {
  test('is answered to one person, wherever it is typed', async () => {
    const who = at.person('docent@school.example');
    const channel = at.workspace.channel('U0ELSE');
    at.replies(show('antwoord'));
    await who.command('/protocol', 'artikel C.3', channel);
    await at.settled();
    expect(at.events[0]?.what).toEqual({ kind: 'command', name: 'artikel', argument: 'C.3' });
    expect(at.workspace.shown(channel)).toEqual([]);
    expect(who.alone(channel)).toHaveLength(1);
  });

  test('its card changes in place through its own address', async () => {
    const who = at.person('docent@school.example');
    at.replies(show('een', [button('Verder', 'verder')]));
    await who.command('/twijfel');
    await at.settled();
    at.replies(replace('twee'));
    await who.clicks(who.last(), 'Verder');
    await at.settled();
    expect(who.messages().map(({ blocks }) => letters(blocks))).toEqual(['twee']);
  });

  test('opens a modal at once', async () => {
    const who = at.person('docent@school.example');
    at.replies(dialog('Melden'));
    await who.command('/meld');
    await at.settled();
    expect(who.modal()).toBeDefined();
  });

  test('/meldingen shows what waits and what was reported', async () => {
    const who = at.person('docent@school.example');
    at.replies(show('lijst'));
    await who.command('/meldingen');
    await at.settled();
    expect(at.events.map(({ what }) => what)).toMatchObject([{ name: 'openstaand' }, { name: 'mijn meldingen' }]);
  });

  test('when its address no longer works the answer goes to the own chat', async () => {
    const who = at.person('docent@school.example');
    const channel = at.workspace.channel('U0ELSE');
    at.replies(show('een'), show('twee'), show('drie'), show('vier'), show('vijf'), show('zes'));
    await who.command('/protocol', 'vraag', channel);
    await at.settled();
    expect(who.alone(channel)).toHaveLength(5);
    expect(who.messages().map(({ blocks }) => letters(blocks))).toEqual(['zes']);
  });

  test('an address that is not Slack’s gets nothing', async () => {
    const who = at.person('docent@school.example');
    at.replies(show('antwoord'));
    const { port } = new URL(at.url);
    await at.sender.form({
      command: '/protocol',
      text: 'x',
      team_id: 'T0EXAMPLE',
      user_id: who.user.id,
      channel_id: who.chat,
      trigger_id: 'a.b',
      response_url: `http://127.0.0.1:${port}/steal`,
    });
    await at.settled();
    expect(at.logged.join('')).toContain('response_url_not_allowed');
    expect(who.messages().map(({ blocks }) => letters(blocks))).toEqual(['antwoord']);
  });
});
