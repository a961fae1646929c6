import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { button, dialog, field, replace, type SlackHarness, screen, show, startSlack } from '../fakes/slack/channel.ts';
import { lettersIn } from '../fakes/slack/letters.ts';

let at: SlackHarness;

beforeEach(async () => {
  at = await startSlack();
});
afterEach(async () => {
  await at.close();
});

const letters = (value: unknown): string => lettersIn(value).join('\n');

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
