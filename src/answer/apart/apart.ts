import type { LawCase } from '../../protocol/knowledge.ts';
import type { Library } from '../../protocol/load.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { Article } from '../../protocol/schema.ts';
import type { Answer } from '../answer.ts';
import type { Answers } from '../answers.ts';
import type { Wanted } from './messages.ts';
import { startThread, type Thread } from './thread.ts';

/** The engine in a thread of its own, so that thinking and learning never keep others waiting. */
export type AnswersApart = Answers & {
  /** Resolves when the engine can be asked; rejects when it could not start. */
  readonly begun: Promise<void>;
  /** Resolves when the first question about this protocol need not wait. */
  prepare(protocol: Protocol): Promise<void>;
};

/**
 * Starts the thread. Should it ever end, what was asked of it rejects with `AnswersGoneError`, and the next question starts
 * another.
 * @param folder where what was learned is kept between starts
 */
export function createAnswersApart(library: Library, folder: string): AnswersApart {
  const start = (): Thread =>
    startThread({ library, folder }, () => {
      thread = undefined;
    });
  const first = start();
  let thread: Thread | undefined = first;
  const want = (protocol: Protocol, wanted: Wanted): Promise<unknown> => {
    thread ??= start();
    return thread.request(protocol, wanted);
  };
  // What arrives is what the engine gave, by `packing.ts`; only this code speaks to its thread.
  return {
    begun: first.begun,
    ask: async (protocol, question, { audience, situation }) =>
      (await want(protocol, { call: 'ask', question, context: { audience, situation } })) as Answer,
    search: async (protocol, sought) => (await want(protocol, { call: 'search', sought })) as readonly Article[],
    hear: async (protocol, story) => (await want(protocol, { call: 'hear', story })) as readonly LawCase[],
    prepare: async (protocol) => void (await want(protocol, { call: 'prepare' })),
  };
}
