import type { Protocol } from '../protocol/protocol.ts';
import type { Article } from '../protocol/schema.ts';
import type { Answer, Context } from './answer.ts';

/** Answers questions about protocols. Pure once made: the same question gives the same answer. */
export type Answers = {
  /**
   * @param protocol the protocol that is asked; the articles in the answer are its own
   * @param question what somebody typed; any text, of any length
   */
  ask(protocol: Protocol, question: string, context: Context): Answer;
  /** The articles in which words like these stand, best first, and then those about the same; at most ten. */
  search(protocol: Protocol, sought: string): readonly Article[];
};

/** Answers that can be asked to get ready: the first question about a protocol waits for what is made of it once. */
export type Preparing = Answers & { prepare(protocol: Protocol): void };
