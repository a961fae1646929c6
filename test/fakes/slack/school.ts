import { onTestFinished } from 'vitest';
import { commands, createBot, movedNotice, noticesOver, type Ports } from '../../../src/bot.ts';
import type { Channel } from '../../../src/conversation/event.ts';
import type { Placed } from '../../../src/conversation/reply.ts';
import { createLoop } from '../../../src/delivery/loop.ts';
import { createMessenger } from '../../../src/delivery/messenger.ts';
import { createPlacing, type Placing } from '../../../src/delivery/placing.ts';
import { poking } from '../../../src/delivery/poking.ts';
import { dossierLinks } from '../../../src/dossier/dossier.ts';
import type { Desk } from '../../../src/handover/desk.ts';
import type { CaseStore } from '../../../src/handover/ports.ts';
import { rulesOf } from '../../../src/handover/rules-of.ts';
import { personByEmail } from '../../../src/organisation/people.ts';
import { loadReports } from '../../../src/report/load.ts';
import type { Directory } from '../../../src/slack/person.ts';
import { createMemory } from '../../../src/store/remembered.ts';
import { MONDAY, mail } from '../../bot/cases/world.ts';
import { example } from '../../bot/world.ts';
import { walks } from '../../doubt/walks.ts';
import { library, protocolAt } from '../../protocol/library.ts';
import { freshFolder, openIn } from '../../store/place.ts';
import { learnedAnswers } from '../learned.ts';
import { type Beside, startBeside } from './beside.ts';
import { type SlackHarness, startSlack } from './channel.ts';
import type { Someone } from './someone.ts';

/** Made once: it reads all protocols. */
const answers = learnedAnswers(library);
const reports = loadReports('protocols', library);

export type School = {
  readonly slack: SlackHarness;
  /** Teams, for who has it. */
  readonly teams: Beside;
  readonly cases: CaseStore;
  readonly failed: { readonly cause: unknown; readonly during: string }[];
  /** Somebody of the example board, by the part of the address before the @; with a chat of their own. */
  as(name: string): Someone;
  /** Does everything that came in, and brings everything that is due. */
  settle(): Promise<void>;
  /** Puts the clock so many hours further and brings what is due. */
  later(hours: number): Promise<void>;
  /** The store fails at these methods, or waits, until `heal`. */
  breakStore(...methods: (keyof CaseStore)[]): void;
  slowStore(...methods: (keyof CaseStore)[]): void;
  heal(): void;
  /** Resolves when a slow method was called. */
  reached(method: keyof CaseStore): Promise<void>;
  /** Nobody is tied to a Slack account any more. */
  forget(): void;
};

/** A school that uses Slack, and Teams where a test asks for somebody there: the real bot, store and delivery over the real channel, and a stand-in for Slack. */
export async function startSchool(
  more: Partial<Parameters<typeof startSlack>[0]> = {},
  prefers: Readonly<Record<string, Channel>> = {},
): Promise<School> {
  const opened = await openIn(freshFolder());
  opened.now = MONDAY;
  const broken = new Set<PropertyKey>();
  const slow = new Set<PropertyKey>();
  const calls = new Map<PropertyKey, PromiseWithResolvers<void>>();
  const callOf = (method: PropertyKey) => {
    const known = calls.get(method) ?? Promise.withResolvers<void>();
    calls.set(method, known);
    return known;
  };
  let forgotten = false;
  let thaw = Promise.withResolvers<void>();
  const cases = new Proxy(opened.store.cases, {
    get: (store, method, receiver) => {
      const real = Reflect.get(store, method, receiver);
      if (broken.has(method)) return () => Promise.reject(Object.assign(new Error('disk'), { code: 'STORE_IO' }));
      if (!slow.has(method)) return real;
      return async (...given: unknown[]) => {
        callOf(method).resolve();
        await thaw.promise;
        return Reflect.apply(real, store, given);
      };
    },
  });
  let loop: ReturnType<typeof createLoop> | undefined;
  let placing: Placing | undefined;
  const rules: Pick<Desk, 'clock' | 'rulesFor'> = {
    clock: () => opened.now,
    rulesFor: (kase) => rulesOf(example, kase, opened.now),
  };
  const failed: School['failed'] = [];
  const ports: Ports = {
    answers,
    protocol: (id) => library.protocols.get(id),
    protocolAt,
    organisation: (id) => (id === example.id ? example : undefined),
    walks,
    doubts: {
      desk: { ...rules, cases: poking(cases, () => loop?.poke()) },
      drafts: opened.store.drafts,
      reports,
      law: library.law,
      dossiers: dossierLinks(opened.store.slips, 'https://bot.voorbeeld.example'),
    },
    memory: createMemory(() => opened.now.getTime()),
    feedback: (entry) => opened.store.remarks.keep(entry),
    remarks: opened.store.remarks,
    failed: (cause, during) => void failed.push({ cause, during }),
  };
  const bot = createBot(ports);
  const directory: Directory = {
    store: {
      bind: (person, binding) => opened.store.people.bind(person, binding),
      bindingsOf: (person) => opened.store.people.bindingsOf(person),
      personOf: async (...given) => (forgotten ? undefined : opened.store.people.personOf(...given)),
    },
    isPerson: ({ organisation, email }) => organisation === example.id && personByEmail(example, email) !== undefined,
  };
  const placed: Placed = async (card) => placing?.placed(card);
  const slack = await startSlack({
    workspaces: (team) => (team === 'T0EXAMPLE' ? example.id : null),
    directory,
    bot,
    commands,
    placed,
    refreshed: async (card) => placing?.refreshed(card),
    ...more,
  });
  onTestFinished(() => slack.close());
  const { store, isPerson } = { ...directory, store: opened.store.people };
  const beside = await startBeside({
    bot,
    commands,
    placed,
    directory: { store, isPerson },
    tenants: () => example.id,
  });
  onTestFinished(() => beside.close());
  const messenger = createMessenger({
    people: opened.store.people,
    carriers: { slack: slack.slack.carrier, teams: beside.carrier },
    prefers: ({ email }) => prefers[email],
  });
  const log = { warn: () => undefined, error: () => undefined };
  const delivering = { messenger, screenFor: noticesOver(ports), moved: movedNotice, log };
  placing = createPlacing({ cases: opened.store.cases, ...delivering });
  loop = createLoop({ desk: { ...rules, cases: opened.store.cases }, ...delivering, random: () => 0.5 });

  const people = new Map<string, Someone>();
  const settle = async () => {
    await slack.settled();
    await placing?.settled();
    await loop?.drain();
    await slack.settled();
  };
  return {
    slack,
    teams: beside,
    cases: opened.store.cases,
    failed,
    as: (name) => {
      const known = people.get(name) ?? slack.person(mail(name));
      people.set(name, known);
      return known;
    },
    settle,
    later: async (hours) => {
      opened.now = new Date(opened.now.getTime() + hours * 3_600_000);
      await settle();
    },
    breakStore: (...methods) => {
      for (const method of methods) broken.add(method);
    },
    slowStore: (...methods) => {
      for (const method of methods) slow.add(method);
    },
    reached: (method) => callOf(method).promise,
    forget: () => {
      forgotten = true;
    },
    heal: () => {
      broken.clear();
      slow.clear();
      thaw.resolve();
      thaw = Promise.withResolvers<void>();
    },
  };
}
