import { describe, expect, test } from 'vitest';
import type { Reply, Screen } from '../../../src/conversation/reply.ts';
import { reported } from '../report/reporting.ts';
import { all, asked, type Someone, screenIn, type World, wayOf, world } from './world.ts';

/** A card that is opened again says how its case stands by then, to whoever may know. */

const way = wayOf('calvijn');

/** What the card that somebody has is replaced with when they open their chat. */
const looks = (me: Someone, { refresh }: Screen): Promise<readonly Reply[]> => {
  if (refresh === undefined) throw new Error('this card does not ask');
  return me.click(refresh.verb, refresh.data);
};

async function doubted(at: World) {
  const ref = await asked(at, way);
  return { ref, asker: at.as(way.asker), contact: at.as(way.contact) };
}

describe('each sees their own', () => {
  test('and a week later how it stands by then', async () => {
    const at = await world();
    const { contact, asker, ref } = await doubted(at);
    const first = contact.last();
    const status = screenIn(await asker.click('zaak', { ref }));
    await contact.click('ontvangen', { ref });
    expect(all(screenIn(await looks(asker, status)).card)).toContain('ontvangen door');
    expect(all(screenIn(await looks(contact, first)).card)).not.toContain('Ontvangst bevestigen');
    await asker.click('trek-in', { ref });
    await at.later(7 * 24);
    expect(all(screenIn(await looks(asker, status)).card)).toContain('Ingetrokken');
    expect(all(screenIn(await looks(contact, first)).card)).toContain('heeft dit ingetrokken');
  });

  test('a reminder stays a reminder when it is opened', async () => {
    const at = await world();
    const { contact } = await doubted(at);
    const before = contact.last();
    await at.later(5);
    const reminder = [...contact.cards.values()].at(-1);
    if (reminder === undefined || reminder === before) throw new Error('no reminder');
    expect(all(reminder.card)).toContain('Herinnering');
    expect(screenIn(await looks(contact, reminder)).card).toEqual(reminder.card);
  });

  test('and it asks again the next time', async () => {
    const at = await world();
    const { contact } = await doubted(at);
    expect(screenIn(await looks(contact, contact.last())).refresh).toEqual(contact.last().refresh);
  });
});

test('a reminder to confirm a report is over once it was confirmed', async () => {
  const at = await world();
  const ref = await reported(at, 'docent.wiskunde');
  const handler = at.as('vestigingsdirecteur');
  await handler.click('ontvangen', { ref });
  const card = screenIn(await handler.click('ververs', { ref, stap: 'remind' })).card;
  expect(all(card)).not.toMatch(/Herinnering|Bevestig de ontvangst/);
  expect(all(card)).toContain('Deze melding ligt bij jou');
});

describe('who may not know gets what there is for a case that does not exist', () => {
  const nothing = async (me: Someone) => all(await me.click('ververs', { ref: 'V-222222', stap: 'notify' }));

  test('a colleague', async () => {
    const at = await world();
    const { ref } = await doubted(at);
    const other = at.as('docent.geschiedenis');
    expect(all(await other.click('ververs', { ref, stap: 'notify' }))).toBe(await nothing(other));
  });

  test('somebody who had it and is excluded, with the card of before', async () => {
    const at = await world();
    const ref = await reported(at, 'docent.wiskunde');
    const handler = at.as('vestigingsdirecteur');
    const card = handler.last();
    const leader = at.as('bestuurder');
    // Whoever has it now excludes the one who had it.
    await handler.press(await handler.click('doorzet-vraag', { ref }), 'Doorzetten', {
      naar: 'bestuurder@voorbeeld.example',
      reden: 'omdat',
    });
    await at.deliver();
    expect(all(await looks(handler, card))).toContain('ligt nu bij');
    await leader.press(await leader.click('sluit-uit', { ref }), 'Uitsluiten', {
      over: 'vestigingsdirecteur@voorbeeld.example',
    });
    expect(all(await looks(handler, card))).toBe(await nothing(handler));
  });

  test('a guest is told that this is not for them, whatever the case', async () => {
    const at = await world();
    const { ref } = await doubted(at);
    const guest = at.as(undefined);
    expect(all(await guest.click('ververs', { ref }))).toBe(all(await guest.click('ververs', { ref: 'V-222222' })));
  });
});

test('a store that fails leaves the card as it is, and the operator hears of it', async () => {
  const at = await world();
  const { contact } = await doubted(at);
  at.breakStore('load');
  expect(await looks(contact, contact.last())).toEqual([]);
  expect(at.failed.map(({ during }) => during)).toEqual(['ververs']);
});

test('looking changes nothing: no journal, no receipt, nobody told', async () => {
  const at = await world();
  const { ref, contact } = await doubted(at);
  const before = [await at.cases.load(ref), at.brought.length];
  await looks(contact, contact.last());
  await at.deliver();
  expect([await at.cases.load(ref), at.brought.length]).toEqual(before);
});
