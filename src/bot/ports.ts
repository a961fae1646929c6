import type { Answers } from '../answer/answers.ts';
import type { Memory } from '../conversation/memory.ts';
import type { Remark, RemarkStore } from '../conversation/remarks.ts';
import type { Walk } from '../doubt/walk.ts';
import type { Location, Organisation } from '../organisation/schema.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { DoubtPorts } from './cases/ports.ts';

/** What somebody thought of an answer, without the person. */
export type Feedback = Remark;

/** Everything `bot.ts` needs of the world. Implementations live in the rooms to its left and in tests. */
export type Ports = {
  readonly answers: Answers;
  /** A protocol by its id, as it stands in its file; undefined when there is none. */
  protocol(id: string): Protocol | undefined;
  /** The protocol of a school as that school has it, with what a model leaves open filled in. */
  protocolAt(location: Location): Protocol | undefined;
  /** The organisation a person was resolved to; undefined when it is no longer served. */
  organisation(id: string): Organisation | undefined;
  /** The way through a doubt of each protocol, by its id; a school's own protocol may have none. */
  readonly walks: ReadonlyMap<string, Walk>;
  /** Walks and cases; without them the bot only answers. */
  readonly doubts?: DoubtPorts;
  readonly memory: Memory;
  /** What was kept of that, for who owns the protocol; absent: the bot cannot tell. */
  readonly remarks?: Pick<RemarkStore, 'all'>;
  /** Keeps what somebody thought of an answer. Rejects when it is not kept; of an unanswered question that may show later. */
  feedback(entry: Feedback): Promise<void>;
  /** Tells the operator that something failed inside, by kind of event only; never text of a person. */
  failed(cause: unknown, during: string): void;
};
