import { setTimeout as wait } from 'node:timers/promises';
import { referencesIn } from '../../fakes/forms.ts';
import { createSender, SECRET, type Sender } from '../../fakes/slack/sender.ts';
import { type Button, buttonsIn, type Someone, someone } from '../../fakes/slack/someone.ts';
import type { Message, Modal } from '../../fakes/slack/state.ts';
import { startWorkspace, type Workspace } from '../../fakes/slack/workspace.ts';
import { startMain } from '../../fakes/started.ts';
import { type Door, KEY, type Kind, type Place, type Sent } from './door.ts';
import { people } from './page.ts';

type Typed = Readonly<Record<string, string>>;

/** A form is sent more often here than Slack would take the cards of it. */
const UNPACED = './test/fakes/unpaced.ts';
/** A card that does not come in this time does not come. */
const CARD_MS = 20_000;

/** Slack with signed requests, a server with Slack's credentials: each sending is a request with a trigger of its own. */
export async function slackDoor({ folder, preload, env: more = {} }: Place): Promise<Door> {
  // Its time stands still: three seconds for a trigger are not what is proved here.
  const now = Date.now();
  const workspace = await startWorkspace(() => now, 0);
  const env = {
    HOST: '127.0.0.1',
    SLACK_BOT_TOKEN: workspace.token,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: workspace.url,
    DATA_DIR: folder,
    DATA_KEY: KEY,
    ...more,
  };
  const start = () =>
    startMain(
      env,
      [...new Set([UNPACED, ...preload])].flatMap((file) => ['--import', file]),
    );
  let main = await start();
  const sender = toWhicheverIsThere(() => main.url);
  const known = new Map(people.map((email) => [email, someone(workspace, sender, email)]));
  const asking = new Map<string, Button>();
  const inSlack = (person: string): Someone => {
    const found = known.get(person);
    if (found === undefined) throw new Error(`nobody is ${person}`);
    return found;
  };
  const buttonOf = async (person: string): Promise<Button> => {
    const button = asking.get(person) ?? (await toAsking(inSlack(person), workspace));
    asking.set(person, button);
    return button;
  };
  const doubt = async (person: string, text: string): Promise<Filled> => {
    const button = await buttonOf(person);
    const who = inSlack(person);
    const modal = await openedBy(who, workspace, () => who.clicks(madeOf(button, who), button.title));
    return { modal, typed: { vraag: text, draft: `Bericht: ${text}` } };
  };
  const first = async (person: string, text: string): Promise<Filled> => {
    const who = inSlack(person);
    const modal = await openedBy(who, workspace, () => who.command('/meld'));
    return { modal, typed: { wat: text, waar: 'de groepsapp', speelt: 'ja' } };
  };
  const report = async (person: string, text: string): Promise<Filled> => {
    await inSlack(person).submits((await first(person, text)).typed);
    return { modal: await modalOf(inSlack(person), workspace), typed: {} };
  };
  const fill: Readonly<Record<Kind, typeof first>> = { doubt, report, first };
  return {
    name: 'Slack',
    people,
    pid: () => main.pid,
    write: async (person, kind, text) => {
      const who = inSlack(person);
      who.closesModals();
      const own = new Set<string>();
      const filled = await fill[kind](person, text);
      return { text, send: () => sentOf(workspace, sender, who, filled, own) };
    },
    restart: async (how) => {
      await main[how]();
      // What was looked at already only takes memory here.
      workspace.calls.length = 0;
      main = await start();
    },
    close: async () => {
      await main.stop();
      await workspace.close();
    },
  };
}

type Filled = { readonly modal: Modal; readonly typed: Typed };

/**
 * Sends it. A modal that closes or turns its page is a confirmation; the case is on a card that came or changed in this chat
 * meanwhile.
 * @param own the references this form was confirmed with so far; a new one is added
 */
async function sentOf(
  workspace: Workspace,
  sender: Sender,
  who: Someone,
  { modal, typed }: Filled,
  own: Set<string>,
): Promise<Sent> {
  const before = new Set(who.messages());
  const from = workspace.calls.length;
  const { body } = await sender.payload(who.submission(modal, typed));
  const { response_action: action } = (body ?? {}) as { readonly response_action?: string };
  // A form without a field is shown again with this in place of its button.
  const again = JSON.stringify(body ?? '').includes('Opnieuw versturen');
  return {
    refs: action === 'clear' ? await cardsOf(workspace, who, from, new Set(referencesIn([...before])), own) : [],
    confirmed: action === 'clear' || (action === 'update' && !again),
    kept: action === 'errors' || again,
    // A message that changes is another one here.
    shown: [body, ...who.messages().filter((message) => !before.has(message))],
  };
}

/** The references on cards that came or changed since, once one of this form is among them. */
async function cardsOf(
  workspace: Workspace,
  who: Someone,
  from: number,
  before: ReadonlySet<string>,
  own: Set<string>,
): Promise<readonly string[]> {
  const shown = () =>
    workspace.calls
      .slice(from)
      .filter(({ method, given, outcome }) => method.startsWith('chat.') && outcome.ok && isIn(given.channel, who))
      .flatMap(({ given }) => referencesIn([String(given.text), String(given.blocks)]));
  const late = wait(CARD_MS, 'late' as const, { ref: false });
  for (let refs = shown(); ; refs = shown()) {
    const found = refs.filter((ref) => own.has(ref) || !before.has(ref));
    for (const ref of found) own.add(ref);
    if (found.length > 0) return refs;
    if ((await Promise.race([workspace.nextCall(), late])) === 'late') return [];
  }
}

const isIn = (channel: unknown, { chat, user }: Someone): boolean => channel === chat || channel === user.id;

/** Through the walk in a modal, along every option, to the first button that puts the doubt to somebody. */
async function toAsking(who: Someone, workspace: Workspace): Promise<Button> {
  await who.shortcut('twijfel');
  const waiting = options(await modalOf(who, workspace));
  for (let option = waiting.shift(); option !== undefined; option = waiting.shift()) {
    await who.clicks(madeOf(option, who), option.title);
    const { blocks } = who.last();
    const found = buttonsIn(blocks).find(({ verb }) => verb === 'vraag-aan');
    if (found !== undefined) {
      workspace.stack(who.user.id).splice(0);
      return found;
    }
    waiting.push(...buttonsIn(blocks).filter(isOption));
  }
  throw new Error('no way through the walk leads to somebody');
}

const isOption = ({ value }: Button): boolean => /"(keuze|kies)"/.test(value);
const options = ({ view }: Modal): Button[] => buttonsIn(view.blocks).filter(isOption);

/** A message in the own chat with this button: what it carries is what counts. */
const madeOf = ({ action_id, title, value }: Button, { chat }: Someone): Message => ({
  channel: chat,
  ts: '1700000000.000001',
  text: '',
  blocks: [{ type: 'actions', elements: [{ type: 'button', action_id, text: { text: title }, value }] }],
});

/** The modal that is open; on a busy machine it comes after the answer. */
async function modalOf(who: Someone, { nextCall }: Workspace): Promise<Modal> {
  const late = wait(CARD_MS, 'late' as const, { ref: false });
  for (let modal = who.modal(); ; modal = who.modal()) {
    if (modal !== undefined) return modal;
    if ((await Promise.race([nextCall(), late])) === 'late') throw new Error('no modal opened');
  }
}

/** On a machine this busy a window may come too late for Slack; whoever wanted it asks again. */
async function openedBy(who: Someone, workspace: Workspace, ask: () => Promise<unknown>): Promise<Modal> {
  for (let left = 2; ; left -= 1) {
    await ask();
    try {
      return await modalOf(who, workspace);
    } catch (cause) {
      if (left === 0) throw cause;
    }
  }
}

const toWhicheverIsThere = (url: () => string): Sender => ({
  json: (...given) => createSender(url()).json(...given),
  payload: (...given) => createSender(url()).payload(...given),
  form: (...given) => createSender(url()).form(...given),
  raw: (...given) => createSender(url()).raw(...given),
});
