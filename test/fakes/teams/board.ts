import { vi } from 'vitest';
import type { Values } from '../../../src/conversation/event.ts';
import { example } from '../../bot/world.ts';
import { formIn, referencesIn } from '../forms.ts';
import { startSigned } from '../microsoft/signed.ts';
import { type Started, startMain } from '../started.ts';
import { button, buttonsOn, type Colleague, colleague } from './colleague.ts';
import { type Connector, type Held, startConnector } from './connector.ts';

/** The example board in Teams: the whole program, a connector, and everybody of the organisation file in a chat of their own. */
export type Board = {
  readonly connector: Connector;
  readonly main: Started;
  /** @param name the part of the address before the @ */
  person(name: string): Colleague;
  readonly everybody: readonly Colleague[];
  /**
   * Puts the clock of the program forward to what is due next, until this is so. All that was due is done when the clock has
   * moved; but what is being settled at that moment counts as due at the end of its claim, and that step brings nothing.
   */
  next(check: () => void): Promise<void>;
  close(): Promise<number | null>;
};

/** Everybody is written to in a few seconds; the real pace would make each test wait for it. */
const UNPACED = './test/fakes/unpaced.ts';

type Around = Pick<Board, 'connector' | 'main' | 'close'> & { token?: (serviceUrl: string) => Promise<string> };

/** Local mode, where the page's mailbox reaches whom Teams does not, and the clock can be put forward. */
async function locally(now: () => number, env: Readonly<Record<string, string>>): Promise<Around> {
  const [connector, main] = await Promise.all([startConnector({ now }), startMain(env, ['--import', UNPACED])]);
  return {
    connector,
    main,
    close: async () => {
      await connector.close();
      return main.stop();
    },
  };
}

/** With credentials, as a school runs it. */
async function signed(now: () => number, env: Readonly<Record<string, string>>): Promise<Around> {
  const { connector, main, login, close } = await startSigned(env, [UNPACED], now);
  return {
    connector,
    main,
    token: (serviceUrl) => login.token(serviceUrl),
    close: async () => {
      await close();
      return 0;
    },
  };
}

/** @param env what the program is told besides, such as a data folder that outlives it */
export async function startBoard(
  how: 'local' | 'signed' = 'local',
  env: Readonly<Record<string, string>> = {},
): Promise<Board> {
  // A clock of its own, so that what is sent one after another in a test is not too much for a second.
  let second = 0;
  const now = () => {
    second += 1;
    return second * 1000;
  };
  const { connector, main, token, close } = await (how === 'local' ? locally(now, env) : signed(now, env));
  const people = new Map<string, Colleague>();
  for (const { email } of example.people) {
    const each = colleague(connector, main.url, email, token);
    people.set(email, each);
    await each.installs();
  }
  return {
    connector,
    main,
    everybody: [...people.values()],
    person: (name) => {
      const found = people.get(`${name}@voorbeeld.example`);
      if (found === undefined) throw new Error(`nobody is called ${name}`);
      return found;
    },
    next: async (check) => {
      for (let left = 4; ; left -= 1) {
        await fetch(`${main.url}/page/clock`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ step: 'volgende' }),
        });
        try {
          return check();
        } catch (cause) {
          if (left === 0) throw cause;
        }
      }
    },
    close,
  };
}

/** Waits until it is so; what is written first comes by itself. */
export const soon = <T>(check: () => T): Promise<T> => vi.waitFor(check, { timeout: 60_000, interval: 20 });

/** Walks by the buttons, all on one card, and gives that card as it is in the end. */
export async function walks(asker: Colleague, choices: readonly string[]): Promise<Held> {
  const begun = answerTo(await asker.says('twijfel'));
  for (const choice of choices) {
    const card = current(asker, begun.id);
    const option = buttonsOn(card.activity).find(({ data }) => data.keuze === choice);
    if (option === undefined) throw new Error(`there is no choice ${choice}`);
    await asker.clicks(option, card);
  }
  return current(asker, begun.id);
}

/** From the walk to a case; its reference. */
export async function asks(asker: Colleague, choices: readonly string[], typed: Values): Promise<string> {
  const walk = await walks(asker, choices);
  const form = formIn(await asker.opens(button(walk, 'vraag-aan'), walk), 'stuur-twijfel');
  await asker.submits(form, typed);
  // The card of the walk has become the card of the case.
  const [ref] = referencesIn(current(asker, walk.id).activity);
  if (ref === undefined) throw new Error('nothing was sent');
  return ref;
}

/** The case that comes of something: the one reference that the chat did not have before. */
export async function newCase({ cards }: Colleague, work: () => Promise<unknown>): Promise<string> {
  const known = new Set(referencesIn(cards()));
  await work();
  const [ref, ...more] = referencesIn(cards()).filter((each) => !known.has(each));
  if (ref === undefined || more.length > 0)
    throw new Error(`${ref === undefined ? 0 : more.length + 1} new cases came`);
  return ref;
}

/** The cards with a button about this case, rows of lists apart; there should never be two. */
export const liveCards = (someone: Colleague, ref: string): readonly Held[] =>
  someone
    .cards()
    .filter(({ activity }) => buttonsOn(activity).some(({ data }) => data.ref === ref && data.uit === undefined));

/** The one card of a case that somebody has. */
export function theCard(someone: Colleague, ref: string): Held {
  const cards = liveCards(someone, ref);
  const [card] = cards;
  if (card === undefined || cards.length > 1) throw new Error(`${someone.chat} has ${cards.length} cards of ${ref}`);
  return card;
}

/** Opens a case and answers it. */
export async function decides(contact: Colleague, ref: string, typed: Values): Promise<unknown> {
  const card = theCard(contact, ref);
  const dialog = await contact.opens(button(card, 'open-zaak'), card);
  await contact.submits(formIn(dialog, 'beslis'), typed);
  return dialog;
}

/** Clicks a button of the card of a case. */
export async function clicks(someone: Colleague, ref: string, verb: string): Promise<void> {
  const card = theCard(someone, ref);
  await someone.clicks(button(card, verb), card);
}

export const shows = (held: Held): string => JSON.stringify(held.activity);

/** How many messages somebody was sent: what they were notified of. */
export const sentTo = ({ connector }: Board, someone: Colleague): number =>
  connector.sent.filter(({ conversation }) => conversation === someone.chat).length;

/** The one card that something was answered with. */
export function answerTo(answers: readonly Held[]): Held {
  const [card, ...more] = answers;
  if (card === undefined || more.length > 0) throw new Error(`it was answered with ${answers.length} cards`);
  return card;
}

function current(someone: Colleague, id: string): Held {
  const card = someone.cards().find((each) => each.id === id);
  if (card === undefined) throw new Error('the card is gone');
  return card;
}
