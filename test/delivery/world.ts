import { onTestFinished } from 'vitest';
import type { Screen } from '../../src/conversation/reply.ts';
import { createLoop, type Loop, type LoopOptions } from '../../src/delivery/loop.ts';
import { type Actor, system } from '../../src/handover/actor.ts';
import type { Case } from '../../src/handover/case.ts';
import type { Command } from '../../src/handover/commands.ts';
import { act, type Desk, send } from '../../src/handover/desk.ts';
import type { Messenger, NotTaken, SentMessage } from '../../src/handover/ports.ts';
import { email, hoursLater, request, rules } from '../handover/world.ts';
import { freshFolder, openIn } from '../store/place.ts';

/** The real store in a folder of its own, a clock that is moved, and a messenger that does as it is told. */

type Answer = NotTaken | 'throws' | 'hangs';

export type Post = {
  readonly messenger: Messenger;
  /** What happened, in order: `notify teamleider remind`, `update …`. */
  readonly log: string[];
  /** What the next calls for somebody get instead; the last one stays when `forEver`. */
  trouble(name: string, ...answers: Answer[]): void;
  /** Nothing works any more for this person. */
  never(name: string, answer: Answer): void;
  /** Cards that are no longer there. */
  readonly gone: Set<string>;
};

const nameOf = (address: string) => address.replace('@voorbeeld.nl', '');

export function scripted(): Post {
  const log: string[] = [];
  const troubles = new Map<string, Answer[]>();
  const stubborn = new Map<string, Answer>();
  const gone = new Set<string>();
  let count = 0;
  const trouble = async (name: string): Promise<NotTaken | undefined> => {
    const answer = troubles.get(name)?.shift() ?? stubborn.get(name);
    if (answer === 'throws') throw new Error(`secret about ${name}`);
    if (answer === 'hangs') return new Promise(() => undefined);
    return answer;
  };
  return {
    log,
    gone,
    trouble: (name, ...answers) => void troubles.set(name, answers),
    never: (name, answer) => void stubborn.set(name, answer),
    messenger: {
      notify: async (person, screen) => {
        const name = nameOf(person.email);
        const refused = await trouble(name);
        if (refused !== undefined) return refused;
        log.push(`notify ${name} ${screen.summary}`);
        count += 1;
        return { channel: 'teams', conversation: `teams:${name}`, messageId: `m${count}` };
      },
      update: async (person, message: SentMessage, screen) => {
        const name = nameOf(person.email);
        const refused = gone.has(message.messageId) ? ({ refused: 'permanent' } as const) : await trouble(name);
        if (refused !== undefined) return refused;
        log.push(`update ${name} ${screen.summary}`);
        return 'ok';
      },
    },
  };
}

export const screenOf = (summary: string): Screen => ({
  name: 'test',
  summary,
  card: { type: 'AdaptiveCard', version: '1.5', body: [] },
});

export type World = {
  readonly desk: Desk;
  readonly loop: Loop;
  readonly post: Post;
  readonly logged: Record<string, unknown>[];
  readonly folder: string;
  now(): Date;
  /** Puts the clock at so many hours after Monday 09:00 and carries out what is due. */
  at(hours: number): Promise<void>;
  open(nonce?: string): Promise<string>;
  act(ref: string, actor: Actor, command: Command): Promise<Case>;
  journal(ref: string): Promise<string[]>;
  another(more?: Partial<LoopOptions>): Loop;
};

export async function world(more: Partial<LoopOptions> = {}): Promise<World> {
  const folder = freshFolder();
  const opened = await openIn(folder);
  const post = scripted();
  const logged: Record<string, unknown>[] = [];
  const desk: Desk = { cases: opened.store.cases, clock: () => opened.now, rulesFor: () => rules };
  const keep = (fields: Readonly<Record<string, unknown>>, message: string) => void logged.push({ ...fields, message });
  const another = (again: Partial<LoopOptions> = {}) =>
    createLoop({
      desk,
      messenger: post.messenger,
      screenFor: (_case, stage) => screenOf(stage),
      moved: screenOf('moved'),
      log: { warn: keep, error: keep },
      random: () => 0.5,
      ...more,
      ...again,
    });
  const loop = another();
  return {
    desk,
    loop,
    post,
    logged,
    folder,
    another,
    now: () => opened.now,
    at: async (hours) => {
      opened.now = hoursLater(hours);
      await loop.drain();
    },
    open: async (nonce = 'n-1') => {
      const content = { fields: { question: 'een geheim van de asker' }, notes: [] };
      const sent = await send(desk, request, content, nonce);
      if (sent.kind !== 'sent') throw new Error('nobody');
      return sent.case.ref;
    },
    act: async (ref, actor, command) => {
      const acted = await act(desk, ref, actor, command);
      if (acted.kind === 'refused') throw new Error(acted.refusal.why);
      return acted.case;
    },
    journal: async (ref) =>
      (await desk.cases.journalOf(ref)).map(({ verb, data }) =>
        [verb, nameOf(String(data.person ?? data.to ?? ''))].join(' ').trim(),
      ),
  };
}

export { email, system };

/** Counts how often the thread came by since. */
export function passingBy(): () => number {
  let times = 0;
  let next = setImmediate(function again() {
    times += 1;
    next = setImmediate(again);
  });
  onTestFinished(() => clearImmediate(next));
  return () => times;
}
