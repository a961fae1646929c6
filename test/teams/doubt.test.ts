import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { example } from '../bot/world.ts';
import type { Button } from '../fakes/buttons.ts';
import { formIn, referencesIn } from '../fakes/forms.ts';
import { type Started, startMain } from '../fakes/started.ts';
import { button, buttonsOn, type Colleague, colleague } from '../fakes/teams/colleague.ts';
import { type Connector, type Held, startConnector } from '../fakes/teams/connector.ts';

/** A doubt from question to decision through real activities, the whole program behind them, for each protocol. */

const CANARY = 'kanarievogel 4711';

let connector: Connector;
let main: Started;
const people = new Map<string, Colleague>();

beforeAll(async () => {
  [connector, main] = await Promise.all([startConnector(), startMain()]);
  for (const { email } of example.people) {
    const each = colleague(connector, main.url, email);
    people.set(email, each);
    await each.installs();
  }
});

afterAll(async () => {
  await connector.close();
  const code = await main.stop();
  expect(main.log()).not.toContain(CANARY);
  expect(code).toBe(0);
});

/** Somebody of this school who leads nobody. */
function askerOf(location: string): Colleague {
  const leads = new Set(example.people.map(({ reportsTo }) => reportsTo));
  const found = example.people.find((each) => each.location === location && each.team && !leads.has(each.email));
  const asker = found && people.get(found.email);
  if (asker === undefined) throw new Error(`nobody at ${location}`);
  return asker;
}

/** Through the walk by its buttons, all on one card, to the one that puts the doubt to somebody. */
async function toAsking(asker: Colleague): Promise<{ asking: Button; walk: Held }> {
  await asker.says('twijfel');
  const walk = asker.cards().at(-1);
  if (walk === undefined) throw new Error('no walk');
  const before = asker.cards().length;
  const waiting: unknown[] = [walk.activity];
  for (let shown = waiting.shift(); shown !== undefined; shown = waiting.shift()) {
    const buttons = buttonsOn(shown);
    const asking = buttons.find(({ verb }) => verb === 'vraag-aan');
    if (asking !== undefined) {
      expect(asker.cards()).toHaveLength(before);
      return { asking, walk };
    }
    const options = buttons.filter(({ data }) => 'keuze' in data || 'kies' in data);
    for (const option of options) waiting.push(await asker.clicks(option, walk));
  }
  throw new Error('no way through the walk leads to somebody');
}

/** The one person other than the asker who has a card about this case. */
async function whoGot(ref: string, asker: Colleague): Promise<{ contact: Colleague; notice: Held }> {
  return vi.waitFor(() => {
    for (const contact of people.values()) {
      const notice = contact.cards().find(({ activity }) => JSON.stringify(activity).includes(ref));
      if (contact !== asker && notice !== undefined) return { contact, notice };
    }
    throw new Error(`nobody got ${ref}`);
  }, 10_000);
}

describe.each(example.locations.map(({ id }) => id))('%s', (location) => {
  test('a doubt, from question to decision', async () => {
    const asker = askerOf(location);
    const { asking, walk } = await toAsking(asker);
    const dialog = await asker.opens(asking, walk);
    const form = formIn(dialog, 'stuur-twijfel');
    await asker.submits(form, { vraag: `Mag dit? ${CANARY}`, draft: `Bericht ${CANARY}` });
    const [ref] = referencesIn(asker.cards().map(({ activity }) => activity));
    expect(ref).toBeDefined();
    expect(JSON.stringify(asker.cards())).toMatch(/nog niet plaatsen/i);

    const { contact, notice } = await whoGot(ref ?? '', asker);
    const read = await contact.opens(button(notice, 'open-zaak'), notice);
    expect(JSON.stringify(read)).toContain(CANARY);
    await contact.submits(formIn(read, 'beslis'), { besluit: 'akkoord', toelichting: '' });

    const shows = (of: Colleague) => JSON.stringify(of.cards());
    await vi.waitFor(() => expect(shows(asker)).toMatch(/akkoord/i), 10_000);
    await vi.waitFor(() => expect(JSON.stringify(connector.current(notice.id))).toMatch(/akkoord/i), 10_000);
    // One notice was sent and changed in place.
    const sent = connector.sent.filter(({ conversation }) => conversation === contact.chat);
    expect(sent.filter(({ activity }) => JSON.stringify(activity).includes(ref ?? ''))).toHaveLength(1);
  });
});

test('nothing of what was written stands in any chat', () => {
  expect(connector.sent.length).toBeGreaterThan(10);
  expect(JSON.stringify([connector.sent, connector.updated])).not.toContain(CANARY);
});

test('somebody else than the contact learns nothing of a case by its reference', async () => {
  const asker = askerOf('calvijn');
  const [ref = ''] = referencesIn(asker.cards().map(({ activity }) => activity));
  const stranger = askerOf('model');
  await stranger.says('help');
  const card = stranger.cards().at(-1);
  if (card === undefined) throw new Error('no card');
  const real = await stranger.clicks({ title: '', verb: 'open-zaak', data: { ref } }, card);
  const none = await stranger.clicks({ title: '', verb: 'open-zaak', data: { ref: 'V-222222' } }, card);
  expect(JSON.stringify(real)).toBe(JSON.stringify(none));
  expect(JSON.stringify(real)).not.toContain(CANARY);
});
