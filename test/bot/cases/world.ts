import { movedNotice } from '../../../src/bot/cases/moved.ts';
import { noticesOver } from '../../../src/bot/cases/notices.ts';
import { createBot, type Feedback, type Ports } from '../../../src/bot.ts';
import type { Event, Values, What, Where } from '../../../src/conversation/event.ts';
import type { Reply, Screen } from '../../../src/conversation/reply.ts';
import { createLoop } from '../../../src/delivery/loop.ts';
import { dossierLinks } from '../../../src/dossier/dossier.ts';
import type { Desk } from '../../../src/handover/desk.ts';
import type { CaseStore, Messenger, Slips } from '../../../src/handover/ports.ts';
import { rulesOf } from '../../../src/handover/rules-of.ts';
import type { Organisation } from '../../../src/organisation/schema.ts';
import { loadReports } from '../../../src/report/load.ts';
import { createMemory } from '../../../src/store/remembered.ts';
import { walks } from '../../doubt/walks.ts';
import { type Button, buttonsIn } from '../../fakes/buttons.ts';
import { learnedAnswers } from '../../fakes/learned.ts';
import { library, protocolAt } from '../../protocol/library.ts';
import { freshFolder, openIn } from '../../store/place.ts';
import { example } from '../world.ts';

/** The real bot, desk, store and delivery with the example board; a clock that is moved and a messenger that keeps what it brings. */

/** A Monday in term, 10:00 in the Netherlands. */
export const MONDAY = new Date('2026-11-23T09:00:00.000Z');
const HOUR = 3_600_000;
/** Made once: it reads all protocols. */
const answers = learnedAnswers(library);
const reports = loadReports('protocols', library);

export const mail = (name: string) => `${name}@voorbeeld.example`;

/** What one person sees and does. `name` is the part of the address before the @, or undefined for a stranger. */
export type Someone = {
  tell(what: What, where?: Partial<Where>): Promise<readonly Reply[]>;
  say(text: string, where?: Partial<Where>): Promise<readonly Reply[]>;
  command(name: string, where?: Partial<Where>): Promise<readonly Reply[]>;
  click(verb: string, data?: Values, where?: Partial<Where>): Promise<readonly Reply[]>;
  /** Clicks a button of these cards by the beginning of its title; a form is sent with what was typed. */
  press(replies: unknown, title: string, typed?: Values): Promise<readonly Reply[]>;
  /** The newest version of every card that was brought to this person. */
  readonly cards: ReadonlyMap<string, Screen>;
  /** The last card that was brought or changed. */
  last(): Screen;
};

export type World = {
  readonly cases: CaseStore;
  /** Where its database is, for who goes behind its back. */
  readonly folder: string;
  readonly ports: Ports;
  readonly slips: Slips;
  readonly failed: { readonly cause: unknown; readonly during: string }[];
  /** What people made of answers, as it is kept. */
  readonly feedback: Feedback[];
  as(name: string | undefined, organisation?: string): Someone;
  /** Puts the clock so many hours further and brings what is due. */
  later(hours: number): Promise<void>;
  deliver(): Promise<void>;
  /** The store fails at these methods until `heal`. */
  breakStore(...methods: (keyof CaseStore | 'feedback')[]): void;
  heal(): void;
  /** Everything that was ever brought to anybody, old versions too. */
  readonly brought: Screen[];
};

export async function world(given: { readonly organisation?: Organisation; readonly now?: Date } = {}): Promise<World> {
  const organisation = given.organisation ?? example;
  const folder = freshFolder();
  const opened = await openIn(folder);
  opened.now = given.now ?? MONDAY;
  const broken = new Set<PropertyKey>();
  const cases = new Proxy(opened.store.cases, {
    get: (store, method, receiver) =>
      broken.has(method)
        ? () => Promise.reject(Object.assign(new Error('disk'), { code: 'STORE_IO' }))
        : Reflect.get(store, method, receiver),
  });
  const desk: Desk = {
    cases,
    clock: () => opened.now,
    rulesFor: (kase) => rulesOf(organisation, kase, opened.now),
  };
  const failed: World['failed'] = [];
  const feedback: World['feedback'] = [];
  const ports: Ports = {
    answers,
    protocol: (id) => library.protocols.get(id),
    protocolAt,
    organisation: (id) => (id === organisation.id ? organisation : undefined),
    walks,
    doubts: {
      desk,
      drafts: opened.store.drafts,
      reports,
      law: library.law,
      dossiers: dossierLinks(opened.store.slips, 'https://bot.voorbeeld.example'),
    },
    memory: createMemory(() => opened.now.getTime()),
    feedback: async (entry) => {
      if (broken.has('feedback')) throw Object.assign(new Error(entry.question), { code: 'STORE_FULL' });
      feedback.push(entry);
    },
    remarks: { all: async () => feedback.map((entry) => ({ ...entry, week: '2026-11-23' })) },
    failed: (cause, during) => void failed.push({ cause, during }),
  };
  const bot = createBot(ports);
  const brought: Screen[] = [];
  const boxes = new Map<string, Map<string, Screen>>();
  const boxOf = (email: string) => {
    const box = boxes.get(email) ?? new Map<string, Screen>();
    boxes.set(email, box);
    return box;
  };
  let count = 0;
  const put = (email: string, id: string, screen: Screen) => {
    brought.push(screen);
    const box = boxOf(email);
    box.delete(id);
    box.set(id, screen);
  };
  const messenger: Messenger = {
    notify: async ({ email }, screen) => {
      count += 1;
      put(email, `m${count}`, screen);
      return { channel: 'teams', conversation: `teams:${email}`, messageId: `m${count}` };
    },
    update: async ({ email }, { messageId }, screen) => {
      put(email, messageId, screen);
      return 'ok';
    },
  };
  const loop = createLoop({
    desk,
    messenger,
    screenFor: noticesOver(ports),
    moved: movedNotice,
    log: { warn: () => undefined, error: () => undefined },
    random: () => 0.5,
  });

  const as: World['as'] = (name, from = organisation.id) => {
    const email = name === undefined ? undefined : mail(name);
    const tell: Someone['tell'] = (what, where = {}) => {
      const event: Event = {
        who: { organisation: from, platformId: name ?? 'x', ...(email === undefined ? {} : { person: email }) },
        where: { channel: 'teams', conversation: `teams:${name}`, privacy: 'private', ...where },
        what,
      };
      return bot(event);
    };
    const box = boxOf(email ?? '');
    return {
      tell,
      say: (text, where) => tell({ kind: 'text', text }, where),
      command: (command, where) => tell({ kind: 'command', name: command, argument: '' }, where),
      click: (verb, data = {}, where = {}) => tell({ kind: 'action', verb, data }, where),
      press: (replies, title, typed) => {
        const { verb, data } = buttonOf(replies, title);
        const { nonce, ...values } = data;
        if (nonce === undefined) return tell({ kind: 'action', verb, data });
        return tell({ kind: 'submit', verb, values: { ...typed, ...values }, nonce });
      },
      cards: box,
      last: () => {
        const screen = [...box.values()].at(-1);
        if (screen === undefined) throw new Error(`nothing was brought to ${name}`);
        return screen;
      },
    };
  };

  return {
    cases: opened.store.cases,
    folder,
    ports,
    slips: opened.store.slips,
    failed,
    feedback,
    brought,
    as,
    later: async (hours) => {
      opened.now = new Date(opened.now.getTime() + hours * HOUR);
      await loop.drain();
    },
    deliver: () => loop.drain(),
    breakStore: (...methods) => {
      for (const method of methods) broken.add(method);
    },
    heal: () => broken.clear(),
  };
}

export function buttonOf(replies: unknown, title: string): Button {
  const found = buttonsIn(replies).find((each) => each.title.startsWith(title));
  if (found === undefined) {
    throw new Error(`no button “${title}”; there is ${buttonsIn(replies).map((each) => each.title)}`);
  }
  return found;
}

/** The one screen of a reply; the dialog when it is one. */
export function screenIn(replies: readonly Reply[]): Screen {
  const [reply, ...more] = replies;
  if (reply === undefined || more.length > 0) throw new Error(`expected one reply: ${JSON.stringify(replies)}`);
  if (reply.kind === 'field-errors' || reply.kind === 'found') throw new Error(`no screen: ${JSON.stringify(reply)}`);
  return reply.kind === 'dialog' ? reply.dialog : reply.screen;
}

export const all = (value: unknown): string => JSON.stringify(value);

/** What is typed in most tests: words that no card of ours has. */
export const TYPED = {
  draft: 'Onze zebrafoto van de sportdag',
  link: 'https://voorbeeld.example/okapi',
  vraag: 'Mag de giraffe hierop?',
};
export const SECRETS = /zebrafoto|okapi|giraffe/;

/** The ways to somebody at each school: what is answered, who asks, and who gets it. */
export type Way = {
  readonly school: string;
  readonly asker: string;
  /** Options of the walk, by id. */
  readonly choices: string;
  readonly contact: string;
  readonly why: string;
};

/** Five schools, five ways; at gsv the coordinator is on leave, so it goes to who stands in. */
export const ways: readonly Way[] = [
  {
    school: 'calvijn',
    asker: 'docent.wiskunde',
    choices: 'werk tekst nee misschien',
    contact: 'teamleider.onderbouw',
    why: 'je leidinggevende (C.3)',
  },
  {
    school: 'model',
    asker: 'leraar.nederlands',
    choices: 'werk beeld in-de-les nee',
    contact: 'rector',
    why: 'de schoolleiding (A.1)',
  },
  {
    school: 'msvr',
    asker: 'leraar.muziek',
    choices: 'tekst nee nee ja misschien',
    contact: 'bouwcoordinator',
    why: 'je leidinggevende (',
  },
  {
    school: 'gsv',
    asker: 'leerkracht.groep7',
    choices: 'tekst nee weet-niet',
    contact: 'afdelingscoordinator.onderbouw',
    why: 'vervangt Afdelingscoördinator bovenbouw (Afspraken, punt 6)',
  },
  {
    school: 'aeres',
    asker: 'docent.dierverzorging',
    choices: 'tekst nee misschien',
    contact: 'teamleider.dier',
    why: 'je leidinggevende (1.4, punt 4)',
  },
];

export function wayOf(school: string): Way {
  const found = ways.find((way) => way.school === school);
  if (found === undefined) throw new Error(`no way at ${school}`);
  return found;
}

/** Walks by clicking, from `twijfel` on. */
export async function walked(someone: Someone, choices: string): Promise<readonly Reply[]> {
  let now = await someone.command('twijfel');
  for (const choice of choices.split(' ')) {
    const button = buttonsIn(now).find(({ data }) => data.keuze === choice);
    if (button === undefined)
      throw new Error(`no choice ${choice}; there is ${buttonsIn(now).map(({ title }) => title)}`);
    now = await someone.click(button.verb, button.data);
  }
  return now;
}

export const formOf = async (someone: Someone, choices: string): Promise<readonly Reply[]> =>
  someone.press(await walked(someone, choices), 'Vraag het aan');

/** From the walk to a case that is with somebody. */
export async function asked(at: World, way: Way, typed: Values = TYPED): Promise<string> {
  const asker = at.as(way.asker);
  const sent = await asker.press(await formOf(asker, way.choices), 'Versturen', typed);
  await at.deliver();
  return buttonOf(sent, 'Openen').data.ref ?? '';
}
