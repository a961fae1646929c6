import { setTimeout as wait } from 'node:timers/promises';

import { referencesIn } from '../../fakes/forms.ts';
import { lettersIn } from '../../fakes/slack/letters.ts';
import { createSender, SECRET, type Sender } from '../../fakes/slack/sender.ts';
import { type Button, buttonsIn, type Someone, someone } from '../../fakes/slack/someone.ts';
import type { Message, Modal } from '../../fakes/slack/state.ts';
import { startWorkspace } from '../../fakes/slack/workspace.ts';
import { startMain } from '../../fakes/started.ts';
import { type Door, KEY, type Kind, type Place, type Sent } from './door.ts';

/** At CSG Calvijn: what leads through the walk to somebody who can be asked. */
const CHOICES = ['werk', 'tekst', 'nee', 'misschien'];
const PERSON = 'docent.wiskunde@voorbeeld.example';
const MOST_MS = 60_000;

/** One person in a workspace of Slack, and a server with its credentials. */
export async function slackDoor({ folder, preload, env = {} }: Place): Promise<Door> {
  const workspace = await startWorkspace();
  const start = () =>
    startMain(
      {
        HOST: '127.0.0.1',
        DATA_DIR: folder,
        DATA_KEY: KEY,
        SLACK_BOT_TOKEN: workspace.token,
        SLACK_SIGNING_SECRET: SECRET,
        SLACK_API_URL: workspace.url,
        ...env,
      },
      preload.flatMap((file) => ['--import', file]),
    );
  let main = await start();
  // The server may be started again at another address.
  const sender: Sender = {
    json: (...given) => createSender(main.url).json(...given),
    payload: (...given) => createSender(main.url).payload(...given),
    form: (...given) => createSender(main.url).form(...given),
    raw: (...given) => createSender(main.url).raw(...given),
  };
  const who = someone(workspace, sender, PERSON);
  let walked: Message | undefined;

  const opened = async (how: () => Promise<unknown>): Promise<Modal> => {
    who.closesModals();
    await how();
    return until(() => who.modal());
  };
  const first = () => opened(() => who.shortcut('meld'));
  const fill: Readonly<Record<Kind, (text: string) => Promise<Filling>>> = {
    doubt: async (text) => {
      const card = walked ?? (await toItsEnd(who));
      walked = card;
      const modal = await opened(() =>
        who.clicks(
          card,
          titleOf(card, ({ verb }) => verb === 'vraag-aan'),
        ),
      );
      return { modal, typed: { vraag: text, draft: `Bericht: ${text}` } };
    },
    first: async (text) => ({ modal: await first(), typed: { wat: text, waar: 'de groepsapp', speelt: 'ja' } }),
    report: async (text) => {
      await first();
      await who.submits({ wat: text, waar: 'de groepsapp', speelt: 'ja' });
      return { modal: await until(() => who.modal()), typed: {} };
    },
  };
  return {
    name: 'Slack',
    people: [PERSON],
    pid: () => main.pid,
    write: async (_person, kind, text) => {
      const { modal, typed } = await fill[kind](text);
      const send = async () => {
        const before = new Set(who.messages());
        return sentOf(who, before, await sender.payload(who.submission(modal, typed)));
      };
      return { text, send };
    },
    restart: async (how) => {
      await main[how]();
      main = await start();
    },
    close: async () => {
      await main.stop();
      await workspace.close();
    },
  };
}

type Filling = { readonly modal: Modal; readonly typed: Readonly<Record<string, string>> };

/** A modal that closes or turns its page is a confirmation; the case is on a card in the chat, which comes after it. */
async function sentOf(
  who: Someone,
  before: ReadonlySet<Message>,
  { status, body }: { readonly status: number; readonly body: unknown },
): Promise<Sent> {
  const { response_action: action } = (body ?? {}) as { readonly response_action?: string };
  const again = JSON.stringify(body ?? '').includes('Opnieuw versturen');
  const closed = status === 200 && action === 'clear';
  const refs = () => referencesIn(lettersIn(who.messages().map(({ blocks }) => blocks)));
  return {
    refs: closed ? await until(() => (refs().length > 0 ? refs() : undefined)) : [],
    confirmed: closed || (action === 'update' && !again),
    kept: action === 'errors' || again,
    // A message that changes is another one here.
    shown: [body, who.messages().filter((message) => !before.has(message))],
  };
}

/** Through the walk on its one card, to the end that has somebody to ask. */
async function toItsEnd(who: Someone): Promise<Message> {
  await who.says('twijfel');
  for (const choice of CHOICES) {
    const isChoice = ({ value }: Button) => (JSON.parse(value) as { readonly keuze?: string }).keuze === choice;
    const card = await until(() => cardWith(who, isChoice));
    await who.clicks(card, titleOf(card, isChoice));
  }
  return until(() => cardWith(who, ({ verb }) => verb === 'vraag-aan'));
}

const cardWith = (who: Someone, fits: (button: Button) => boolean): Message | undefined =>
  who.messages().find(({ blocks }) => buttonsIn(blocks).some(fits));

function titleOf({ blocks }: Message, fits: (button: Button) => boolean): string {
  const found = buttonsIn(blocks).find(fits);
  if (found === undefined) throw new Error('there is no such button');
  return found.title;
}

/** Slack tells nobody when a modal or a card has come. */
async function until<T>(look: () => T | undefined): Promise<T> {
  for (const began = Date.now(); Date.now() - began < MOST_MS; await wait(20)) {
    const found = look();
    if (found !== undefined) return found;
  }
  throw new Error('It did not come');
}
