import { beforeEach, describe, expect, test } from 'vitest';
import { createMailbox, type Mailbox } from '../../src/page/page.ts';
import { screenOf } from '../cards/screens.ts';

const first = screenOf('text.minimal');
const second = screenOf('text.typical');
const noor = { organisation: 'bord', email: 'noor@bord.example' };

describe('the mailbox', () => {
  let hour = 9;
  let mailbox: Mailbox;
  beforeEach(() => {
    hour = 9;
    mailbox = createMailbox(() => new Date(Date.UTC(2026, 9, 6, hour)));
  });

  const send = async (person = noor) => {
    const sent = await mailbox.notify(person, first);
    if ('refused' in sent) throw new Error('refused');
    return { person: person.email, ...sent };
  };

  test('keeps what is sent, by the channel’s own ids', async () => {
    const sent = await send();
    expect(sent).toMatchObject({ channel: 'page', conversation: 'page:noor@bord.example' });
    expect(mailbox.after(0)).toEqual([
      {
        id: sent.messageId,
        organisation: 'bord',
        person: 'noor@bord.example',
        screen: first,
        at: '2026-10-06T09:00:00.000Z',
        changed: 1,
      },
    ]);
    expect(mailbox.after(1)).toEqual([]);
  });

  test('changes a card where it stands, and says when', async () => {
    const sent = await send();
    await send({ ...noor, email: 'ander@bord.example' });
    hour = 10;
    expect(await mailbox.update(noor, sent, second)).toBe('ok');
    expect(mailbox.after(2)).toMatchObject([
      { id: sent.messageId, screen: second, at: '2026-10-06T09:00:00.000Z', updatedAt: '2026-10-06T10:00:00.000Z' },
    ]);
    expect(mailbox.after(0)).toHaveLength(2);
  });

  test('refuses a card that a restart forgot, so that a new one is sent', async () => {
    const sent = await send();
    const afterRestart = createMailbox();
    expect(await afterRestart.update(noor, sent, second)).toEqual({ refused: 'permanent' });
    expect(afterRestart.after(0)).toEqual([]);
    expect(afterRestart.id).not.toBe(mailbox.id);
  });

  test('takes in what the page itself shows, and changes that too', async () => {
    const messageId = mailbox.add(noor, first);
    const sent = {
      person: noor.email,
      channel: 'page',
      conversation: mailbox.conversation(noor.email),
      messageId,
    } as const;
    expect(await mailbox.update(noor, sent, second)).toBe('ok');
    expect(mailbox.after(0)).toMatchObject([{ id: messageId, screen: second }]);
    expect((await send()).conversation).toBe(sent.conversation);
  });

  test('lets nobody change the card of another', async () => {
    const { messageId } = await send();
    expect(mailbox.replace('bord', 'ander@bord.example', messageId, second)).toBe(false);
    expect(mailbox.replace('elders', noor.email, messageId, second)).toBe(false);
    expect(mailbox.replace('bord', noor.email, 'onbekend', second)).toBe(false);
    expect(mailbox.after(0)).toMatchObject([{ screen: first }]);
    expect(mailbox.replace('bord', noor.email, messageId, second)).toBe(true);
    expect(mailbox.after(1)).toMatchObject([{ screen: second }]);
  });

  test('forgets the oldest before it grows without end', async () => {
    for (let count = 0; count < 2005; count += 1) await send();
    expect(mailbox.after(0)).toHaveLength(2000);
    expect(mailbox.after(0)[0]?.changed).toBe(6);
  });
});
