import type { Answer } from '../../src/answer/answer.ts';
import type { Answers } from '../../src/answer/answers.ts';
import { createBot, type Feedback, type Ports } from '../../src/bot.ts';
import type { Event, Values, What, Where } from '../../src/conversation/event.ts';
import type { Bot, Reply, Screen } from '../../src/conversation/reply.ts';
import { loadWalks } from '../../src/doubt/load.ts';
import { loadOrganisations } from '../../src/organisation/load.ts';
import type { Organisation } from '../../src/organisation/schema.ts';
import { agreedIn } from '../../src/protocol/facts.ts';
import { createMemory } from '../../src/store/remembered.ts';
import { library, protocolAt } from '../protocol/library.ts';

const walks = loadWalks('protocols', library.protocols);

export const example: Organisation = exampleBoard();

function exampleBoard(): Organisation {
  const [first] = loadOrganisations('organisations', agreedIn(library)).all;
  if (first === undefined) throw new Error('organisations/example.yaml is there');
  return first;
}

/** The example board with only these of its schools. */
export const withSchools = (...ids: readonly string[]): Organisation => ({
  ...example,
  locations: example.locations.filter((location) => ids.includes(location.id)),
});

/** Nothing found: a start for answers made by hand. */
export const found = { articles: [], contacts: [], silent: undefined, law: [], because: [] } as const;

export const offtopic = (text: string): Answer => ({ kind: 'offtopic', ...found, text });

export type World = {
  readonly bot: Bot;
  /** What the engine was asked, with what was known of the asker. */
  readonly asked: { readonly protocol: string; readonly question: string; readonly context: unknown }[];
  readonly feedback: Feedback[];
  readonly failed: { readonly cause: unknown; readonly during: string }[];
  /** Lets hours pass. */
  pass(hours: number): void;
  /** What the bot answers to an event in one private chat in Teams, or elsewhere. */
  tell(what: What, where?: Partial<Where>): Promise<readonly Reply[]>;
  say(text: string, where?: Partial<Where>): Promise<readonly Reply[]>;
  click(verb: string, data?: Values, where?: Partial<Where>): Promise<readonly Reply[]>;
};

type Given = {
  readonly organisation?: Organisation | undefined;
  readonly answer?: (question: string) => Answer;
  readonly answers?: Answers;
};

/** The real bot in a world of its own: the example board, real protocols, and answers made by hand unless given. */
export function createWorld(given: Given = {}): World {
  const organisation = 'organisation' in given ? given.organisation : example;
  const asked: World['asked'] = [];
  const feedback: Feedback[] = [];
  const failed: World['failed'] = [];
  let time = 0;
  const byHand: Answers = {
    ask: (protocol, question, context) => {
      asked.push({ protocol: protocol.id, question, context });
      return given.answer?.(question) ?? offtopic(`antwoord op ${protocol.id}`);
    },
    search: (protocol) => protocol.articles.slice(0, 2),
    hear: () => [],
  };
  const ports: Ports = {
    answers: given.answers ?? byHand,
    walks,
    protocol: (id) => library.protocols.get(id),
    protocolAt,
    organisation: (id) => (id === organisation?.id ? organisation : undefined),
    memory: createMemory(() => time),
    feedback: async (entry) => void feedback.push(entry),
    failed: (cause, during) => void failed.push({ cause, during }),
  };
  const bot = createBot(ports);
  const tell: World['tell'] = (what, where = {}) => {
    const event: Event = {
      who: { organisation: 'example', platformId: 'p1' },
      where: { channel: 'teams', conversation: 'teams:1', privacy: 'private', ...where },
      what,
    };
    return bot(event);
  };
  return {
    bot,
    asked,
    feedback,
    failed,
    pass: (hours) => {
      time += hours * 60 * 60 * 1000;
    },
    tell,
    say: (text, where) => tell({ kind: 'text', text }, where),
    click: (verb, data = {}, where = {}) => tell({ kind: 'action', verb, data }, where),
  };
}

/** The one screen of a reply, and how it is shown. */
export function only(replies: readonly Reply[]): { readonly kind: Reply['kind']; readonly screen: Screen } {
  const [reply, ...more] = replies;
  if (reply === undefined || more.length > 0 || !('screen' in reply)) throw new Error('expected one screen');
  return reply;
}

/** Everything a card shows and carries, as one text. */
export const everything = (replies: readonly Reply[]): string => JSON.stringify(replies);
