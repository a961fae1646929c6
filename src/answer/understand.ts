import type { Protocol } from '../protocol/protocol.ts';
import type { Audience, Situation } from '../protocol/schema.ts';
import type { Context } from './answer.ts';
import { asBare } from './bare.ts';
import type { Counterparts } from './counterparts.ts';
import { audienceOf } from './cues/audience.ts';
import { hesitation } from './cues/hesitation.ts';
import { speaksAsLeader } from './cues/leading.ts';
import { tellsOwnAct } from './cues/own-act.ts';
import { asksPermission } from './cues/permission.ts';
import { quarrels } from './cues/quarrel.ts';
import { situationOf } from './cues/situation.ts';
import { type Manner, mannerOf } from './cues/telling.ts';
import { weighs } from './cues/weighing.ts';
import { type Decision, decide } from './decide.ts';
import { type Definition, definitionAsked } from './definition.ts';
import { asIntroduced, asProtocol } from './introduction.ts';
import type { Knowledge } from './knowledge.ts';
import { type Lack, lacking } from './lacking/lacking.ts';
import { nearBest, type Ranked, rank } from './ranking.ts';
import { type Reading, readQuestion } from './reading.ts';
import type { Shelf } from './shelf.ts';
import { forThem, whomOf } from './whom.ts';

/** A question as the engine took it: what it says, what fits it, and what to do with it. */
export type Understood = {
  readonly knowledge: Knowledge;
  readonly protocol: Protocol;
  readonly reading: Reading;
  readonly ranked: readonly Ranked[];
  readonly counterparts: Counterparts;
  readonly decision: Decision;
  /** What was asked for and the articles on the subject do not state. */
  readonly lacks: Lack | undefined;
  readonly audience: ReadonlySet<Audience>;
  readonly situation: Situation | undefined;
  readonly leader: boolean;
  readonly manner: Manner;
  readonly mayI: boolean;
  /** Nobody said whom the question is about. */
  readonly open: boolean;
  readonly definition: Definition | undefined;
};

/** Reads a question against one protocol. Pure. */
export function understand(knowledge: Knowledge, shelf: Shelf, question: string, context: Context): Understood {
  const reading = readQuestion(knowledge, asProtocol(shelf.protocol, question));
  const { words } = reading.features;
  const said = audienceOf(words);
  // Who chose a button said it more plainly than any word does.
  const situation = context.situation ?? situationOf(words);
  const leader = speaksAsLeader(words);
  const supposed = context.about ?? context.audience ?? 'medewerker';
  const spoken = context.about === undefined ? said : undefined;
  const fitting = rank(shelf, reading, { audience: spoken ?? new Set([supposed]), situation });
  const whom = whomOf(said, words, fitting[0]?.article, context);
  const manner = mannerOf(question, words);
  const definition = definitionAsked(shelf.protocol, words);
  const decided = decide(knowledge, shelf, {
    reading,
    ranked: fitting,
    manner,
    leader,
    hesitation: hesitation(words),
    weighing: weighs(words),
    quarrelling: quarrels(words),
    ownAct: tellsOwnAct(words),
  });
  const ranked = forThem(shelf.counterparts, fitting, whom);
  const defined = asDefinition(decided, definition);
  const answers = defined.kind === 'answer' && definition === undefined && !isOwn(ranked);
  const read = (text: string) => knowledge.features(text).words;
  const lacks = answers ? lacking(question, words, read, nearBest(ranked)) : undefined;
  const stated: Decision = lacks === undefined ? defined : { kind: 'unknown', about: ranked[0]?.topic ?? -1 };
  const introduced = definition === undefined ? asIntroduced(knowledge, shelf, reading, stated) : stated;
  const decision = definition === undefined ? asBare(words, fitting, introduced) : introduced;
  return {
    definition,
    knowledge,
    protocol: shelf.protocol,
    reading,
    ranked,
    counterparts: shelf.counterparts,
    decision,
    lacks,
    audience: whom.people,
    situation,
    leader,
    manner,
    mayI: asksPermission(words),
    open: whom.known === 'open',
  };
}

/** How much a question must be like one that an article has as its own, to be answered by it whatever it says. */
const OWN = 0.7;

const isOwn = ([best]: readonly Ranked[]): boolean => (best?.own ?? 0) >= OWN;

/** What an article explains in so many words is an answer, and what only the introduction explains has no article. */
function asDefinition(decision: Decision, definition: Definition | undefined): Decision {
  if (definition === undefined) return decision;
  return { ...decision, kind: definition.article === undefined ? 'unknown' : 'answer' };
}
