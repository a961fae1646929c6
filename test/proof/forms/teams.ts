import { type Button, buttonsIn } from '../../fakes/buttons.ts';
import { type Form as Filled, formIn, referencesIn } from '../../fakes/forms.ts';
import { startMainBetween } from '../../fakes/microsoft/signed.ts';
import { button, buttonsOn, type Colleague, colleague } from '../../fakes/teams/colleague.ts';
import { type Connector, type Held, startConnector } from '../../fakes/teams/connector.ts';
import { startLogin } from '../../fakes/teams/login.ts';
import type { Door, Place, Sent } from './door.ts';
import { people } from './page.ts';

type Typed = Readonly<Record<string, string>>;

/** Teams with signed activities, a server with credentials: each sending is an activity with an id of its own. */
export async function teamsDoor({ folder, preload, env = {} }: Place): Promise<Door> {
  const login = await startLogin();
  const connector = await startConnector({ token: login.outboundToken, now: patient() });
  const start = () => startMainBetween({ login, connector }, { DATA_DIR: folder, ...env }, preload);
  let main = await start();
  const token = await login.token(connector.url);
  const cards = new Map<string, Held>();
  const inTeams = (person: string): Colleague => colleague(connector, main.url, person, async () => token);
  for (const person of people) await inTeams(person).installs();

  const cardOf = async (person: string): Promise<Held> => {
    const known = cards.get(person) ?? (await atItsEnd(inTeams(person)));
    cards.set(person, known);
    return known;
  };
  const doubt = async (person: string, text: string): Promise<Filling> => {
    const card = await cardOf(person);
    const form = formIn(await inTeams(person).opens(button(card, 'vraag-aan'), card), 'stuur-twijfel');
    return { form, typed: { vraag: text, draft: `Bericht: ${text}` } };
  };
  const first = async (person: string, text: string): Promise<Filling> => {
    const card = withReport(await cardOf(person));
    const form = formIn(await inTeams(person).opens(button(card, 'meld'), card), 'meld-verder');
    return { form, typed: { wat: text, waar: 'de groepsapp', speelt: 'ja' } };
  };
  const report = async (person: string, text: string): Promise<Filling> => {
    const { form, typed } = await first(person, text);
    return { form: formIn(await inTeams(person).submits(form, typed), 'meld-verstuur'), typed: {} };
  };
  const fill = { doubt, report, first };
  const close = async () => {
    await main.stop();
    await Promise.all([connector.close(), login.close()]);
  };
  return {
    name: 'Teams',
    people,
    pid: () => main.pid,
    write: async (person, kind, text) => {
      const filling = await fill[kind](person, text);
      return { text, send: () => sentOf(connector, inTeams(person), filling) };
    },
    restart: async (how) => {
      await main[how]();
      // What was looked at already only takes memory here.
      connector.updated.length = 0;
      main = await start();
    },
    close,
  };
}

type Filling = { readonly form: Filled; readonly typed: Typed };

/**
 * Sends it. A dialog that closes or turns its page is a confirmation; the case is on a card that came or changed in this chat
 * meanwhile.
 */
async function sentOf({ sent, updated }: Connector, who: Colleague, { form, typed }: Filling): Promise<Sent> {
  const [before, changed] = [sent.length, updated.length];
  const dialog = await who.submits(form, typed);
  const cards = [...sent.slice(before), ...updated.slice(changed)].filter(
    ({ conversation }) => conversation === who.chat,
  );
  const same = JSON.stringify(dialog ?? '').includes(`"${form.send.verb}"`);
  const texts = Object.values(typed).every((text) => JSON.stringify(dialog ?? '').includes(text));
  return {
    refs: dialog === undefined ? referencesIn(cards) : [],
    confirmed: dialog === undefined || !same,
    kept: same && texts,
    shown: [dialog, ...cards],
  };
}

/** Through the walk on its one card, along every option, to the first end that has somebody to ask: that card. */
async function atItsEnd(who: Colleague): Promise<Held> {
  await who.says('twijfel');
  const held = lastOf(who);
  const waiting = options(held.activity);
  for (let option = waiting.shift(); option !== undefined; option = waiting.shift()) {
    const answer = await who.clicks(option, held);
    if (buttonsOn(answer).some(({ verb }) => verb === 'vraag-aan')) return { ...held, activity: { answer } };
    waiting.push(...options(answer));
  }
  throw new Error('no way through the walk leads to somebody');
}

/** The same card with the button that opens the form of a report, as other cards have it. */
const withReport = (held: Held): Held => ({
  ...held,
  activity: { title: 'Meld dit', data: { verb: 'meld', msteams: { type: 'task/fetch' } } },
});

const options = (card: unknown): Button[] => buttonsIn(card).filter(({ data }) => 'keuze' in data || 'kies' in data);

function lastOf(who: Colleague): Held {
  const held = who.cards().at(-1);
  if (held === undefined) throw new Error('the bot said nothing');
  return held;
}

/** A connector whose seconds fly: its limits are not what is proved here. */
function patient(): () => number {
  let now = Date.now();
  return () => {
    now += 10_000;
    return now;
  };
}
