import type { LawCase } from '../protocol/knowledge.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { Article } from '../protocol/schema.ts';
import type { Answer, Context } from './answer.ts';
import type { Explanation } from './explain.ts';

/** Answers questions about protocols, at once or elsewhere. Pure once made: the same question gives the same answer. */
export type Answers = {
  /**
   * @param protocol the protocol that is asked; the articles in the answer are its own
   * @param question what somebody typed; any text, of any length
   */
  ask(protocol: Protocol, question: string, context: Context): Answer | Promise<Answer>;
  /** The articles in which words like these stand, best first, and then those about the same; at most ten. */
  search(protocol: Protocol, sought: string): readonly Article[] | Promise<readonly Article[]>;
  /**
   * What a story tells of that the law is about, by its likeness to others, beside what its words say (`lawCasesIn`): coarse, for
   * people to look at.
   * @param protocol of the school where it was told; what is heard is the same for all
   */
  hear(protocol: Protocol, story: string): readonly LawCase[] | Promise<readonly LawCase[]>;
};

/** The engine itself: answers at once, in the thread of whoever asks. */
export type Engine = {
  ask(protocol: Protocol, question: string, context: Context): Answer;
  search(protocol: Protocol, sought: string): readonly Article[];
  hear(protocol: Protocol, story: string): readonly LawCase[];
  /** What lies behind the answer to this question; undefined of a look-up, which points at a place by its name. */
  explain(protocol: Protocol, question: string, context: Context): Explanation | undefined;
  /** Makes what the first question about a protocol would otherwise wait for. */
  prepare(protocol: Protocol): void;
};
