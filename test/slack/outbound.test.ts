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

describe('modals', () => {
  const form = dialog('Formulier', [
    field('vraag', { isRequired: true }),
    field('link'),
    button('Versturen', 'stuur', { nonce: 'n-1', stand: 'w.t' }),
    button('Doorzetten', 'door', { ref: 'V-222222' }),
  ]);

  const opened = async () => {
    const who = at.person('docent@school.example');
    at.replies(show('kaart', [button('Openen', 'open')]));
    await who.says('hallo');
    await at.settled();
    at.replies(form);
    await who.clicks(who.last(), 'Openen');
    await at.settled();
    return who;
  };

  test('a form is sent with its nonce and what was typed; its card takes the place of the one it was opened from', async () => {
    const who = await opened();
    at.replies({ kind: 'replace', screen: screen('opgeslagen'), case: 'V-222222' });
    const answered = await who.submits({ vraag: 'mag dit?' });
    await at.settled();
    expect(at.events.at(-1)?.what).toEqual({
      kind: 'submit',
      verb: 'stuur',
      nonce: 'n-1',
      values: { vraag: 'mag dit?', link: '', stand: 'w.t' },
    });
    expect(answered.body).toEqual({ response_action: 'clear' });
    expect(who.modal()).toBeUndefined();
    expect(who.messages().map(({ blocks }) => letters(blocks))).toEqual(['opgeslagen']);
    expect(at.placed).toMatchObject([{ ref: 'V-222222', messageId: who.last().ts }]);
  });

  test('faults stand beneath their fields, and one about no field beneath the first', async () => {
    const who = await opened();
    const errors = [
      { field: 'link', message: 'Dit is geen link.' },
      { field: 'onbekend', message: 'Het geheel klopt niet.' },
    ];
    at.replies({ kind: 'field-errors', errors });
    const { body } = await who.submits({ vraag: 'x', link: 'y' });
    expect(body).toEqual({
      response_action: 'errors',
      errors: { 'veld-link': 'Dit is geen link.', 'veld-vraag': 'Het geheel klopt niet.' },
    });
    expect(who.modal()).toBeDefined();
  });

  test('a next page takes the place of the form', async () => {
    const who = await opened();
    at.replies(dialog('Controleer', [button('Versturen', 'stuur-echt', { nonce: 'n-1' })]));
    await who.submits({ vraag: 'x' });
    expect(letters(who.modal()?.view.title)).toBe('Controleer');
    at.replies(replace('opgeslagen'));
    await who.submits();
    await at.settled();
    expect(at.events.at(-1)?.what).toMatchObject({ verb: 'stuur-echt', nonce: 'n-1' });
    expect(letters(who.last().blocks)).toBe('opgeslagen');
  });

  test('a page without fields that could not be kept offers to send it again', async () => {
    const who = await opened();
    at.replies(dialog('Controleer', [button('Versturen', 'stuur-echt', { nonce: 'n-1' })]));
    await who.submits({ vraag: 'x' });
    at.replies({ kind: 'field-errors', errors: [{ field: 'wat', message: 'Nog niet opgeslagen.' }] });
    await who.submits();
    expect(letters(who.modal()?.view)).toContain('Nog niet opgeslagen.');
    expect(letters(who.modal()?.view.submit)).toBe('Opnieuw versturen');
    at.replies(replace('opgeslagen'));
    await who.submits();
    await at.settled();
    expect(at.events.at(-1)?.what).toMatchObject({ verb: 'stuur-echt', nonce: 'n-1' });
    expect(letters(who.last().blocks)).toBe('opgeslagen');
  });

  test('a button in it puts another on top, and three are the most', async () => {
    const who = await opened();
    const stack = () => at.workspace.stack(who.user.id).map(({ view }) => letters(view.title));
    for (const title of ['Twee', 'Drie', 'Vier']) {
      at.replies(dialog(title, [button('Door', 'door')]));
      const modal = who.modal();
      if (modal !== undefined) await who.clicks(modal, 'Door');
      await at.settled();
    }
    expect(stack()).toEqual(['Formulier', 'Twee', 'Vier']);
    expect(at.workspace.refused()).toEqual([]);
  });

  test('faults of another button of the form stand beneath their fields too, once', async () => {
    const who = at.person('docent@school.example');
    at.replies(
      dialog('Afvinken', [
        field('tekst'),
        field('link'),
        button('Gedaan', 'gedaan', { nonce: 'n-1' }),
        button('Uitleg bewaren', 'uitleg', { nonce: 'n-1' }),
      ]),
    );
    await who.command('/meld');
    await at.settled();
    for (const message of ['Leg kort uit waarom.', 'Nog steeds niet.']) {
      at.replies({ kind: 'field-errors', errors: [{ field: 'tekst', message }] });
      const modal = who.modal();
      if (modal !== undefined) await who.clicks(modal, 'Uitleg bewaren');
      await at.settled();
    }
    const blocks = who.modal()?.view.blocks as { block_id?: string }[];
    const index = blocks.findIndex(({ block_id }) => block_id === 'veld-tekst');
    expect(letters(blocks[index + 1])).toBe('⚠️ Nog steeds niet.');
    expect(letters(blocks)).not.toContain('Leg kort uit');
    // The form can still be sent.
    at.replies(replace('klaar'));
    expect((await who.submits({ tekst: 'x' })).body).toEqual({ response_action: 'clear' });
    expect(at.workspace.refused()).toEqual([]);
  });

  test('a form on top that is sent closes them all', async () => {
    const who = await opened();
    at.replies(dialog('Twee', [field('reden'), button('Versturen', 'zet-door', { nonce: 'n-2' })]));
    const modal = who.modal();
    if (modal === undefined) throw new Error('no modal');
    await who.clicks(modal, 'Doorzetten');
    await at.settled();
    at.replies(replace('doorgezet'));
    await who.submits({ reden: 'x' });
    await at.settled();
    expect(who.modal()).toBeUndefined();
    expect(letters(who.last().blocks)).toBe('doorgezet');
  });

  test('a screen in place of the one in the modal changes the modal, unless it changed since', async () => {
    const who = at.person('docent@school.example');
    at.replies(show('kaart', [button('Verder', 'verder')]));
    await who.shortcut('twijfel');
    await at.settled();
    const modal = who.modal();
    if (modal === undefined) throw new Error('no modal');
    at.replies(replace('twee', [button('Verder', 'verder')]));
    await who.clicks(modal, 'Verder');
    await at.settled();
    expect(letters(who.modal()?.view.blocks)).toContain('twee');
    at.replies(replace('van een oude klik'));
    await who.clicks(modal, 'Verder');
    await at.settled();
    expect(letters(who.modal()?.view.blocks)).toContain('twee');
  });
});
