import type { Manner } from './cues/telling.ts';
import { chanceOfAny, type Kinds, likeliest } from './kinds.ts';
import type { Reading } from './reading.ts';

/** What is more than a question: somebody must hear of it. */
export type CaseKind = 'doubt' | 'derail' | 'incident';

/**
 * How much the chance of a kind counts against that of all rules together, by how somebody speaks: a story is seldom told to
 * look up a rule, and a question seldom reports something. Found by trying each up and down on the labelled questions and
 * stories (test/questions, test/answer/stories.jsonl), for right first articles, kinds and stories together.
 */
const weights: Readonly<Record<Manner, Readonly<Record<CaseKind | 'smalltalk' | 'meta', number>>>> = {
  told: { doubt: 5, derail: 15, incident: 8.5, smalltalk: 3.5, meta: 1.7 },
  asked: { doubt: 1.3, derail: 0.65, incident: 0.08, smalltalk: 1.6, meta: 0.8 },
  named: { doubt: 4, derail: 1, incident: 2.6, smalltalk: 24, meta: 1.2 },
};

/** A leader's own position is part of the doubt, not a subject beside it. */
const LEADER = 3;

/** Who says in so many words to hesitate asks for somebody to decide, whatever rule it is about. */
const HESITATING = 100;

/** Who has a message at hand and something that holds them back does too, if less surely. */
const WEIGHING = 4.5;

/** Who says in so many words that it gets heated under a message tells of a discussion, whatever it is about. */
const QUARRELLING = 12;

/** How much what speaks for a doubt counts against a subject that no protocol is about; more where it is said in so many words. */
const DOUBTING = { said: 3, unsaid: 0.5 };

/**
 * What somebody puts online at this moment, or wants to, has hurt nobody yet; and who says so without hesitating is helped most by
 * the rule itself.
 */
const OWN_ACT = { incident: 0.1, doubt: 0.15 };

/** So that of two kinds that are next to impossible neither wins by a hair. */
const LEAST = 0.001;

/** How much of a rule about what is wrong by its nature (`told: incident` in a topic) speaks for an incident when it is told. */
const TOLD = 0.5;

/** What the words themselves say, beside what they are like. */
type Cues = {
  readonly manner: Manner;
  readonly leader: boolean;
  readonly hesitating: boolean;
  readonly weighing: boolean;
  readonly quarrelling: boolean;
  readonly ownAct: boolean;
};

/** How much of an incident that is asked about speaks against a doubt and a discussion: it is its rule that is asked. */
const INCIDENT_ASKED = 0.5;

/** Whether a question is a doubt, a discussion that derails or an incident, with the topic that says so most. */
export function caseIn(
  { kinds }: { readonly kinds: Kinds },
  { chances }: Pick<Reading, 'chances'>,
  { manner, leader, hesitating, weighing, quarrelling, ownAct }: Cues,
): { readonly kind: CaseKind; readonly about: number } | undefined {
  const sum = (numbers: readonly number[]) => chanceOfAny(numbers, chances);
  const reported = manner === 'told' ? TOLD * sum(kinds.toldRules) : 0;
  const chance = {
    rule: sum(kinds.rule) - reported,
    outside: sum(kinds.outside),
    meta: sum(kinds.meta),
    smalltalk: sum(kinds.smalltalk),
    doubt: sum(kinds.doubt),
    derail: sum(kinds.derail),
    incident: sum(kinds.incident) + reported,
  };
  const weigh = weights[manner];
  const score = (kind: keyof typeof weigh) => (chance[kind] + LEAST) * weigh[kind];
  const doubting = (leader ? LEADER : 1) * (hesitating ? HESITATING : weighing ? WEIGHING : ownAct ? OWN_ACT.doubt : 1);
  // Who hesitates about the wifi does not ask for a leidinggevende.
  const elsewhere = chance.outside > chance.rule + DOUBTING[hesitating ? 'said' : 'unsaid'] * chance.doubt;
  const strength = {
    doubt: elsewhere ? 1 / weigh.doubt : doubting,
    derail: quarrelling ? QUARRELLING : 1,
    incident: ownAct ? OWN_ACT.incident : 1,
  };
  const cases = (['doubt', 'derail', 'incident'] as const).map((kind) => ({
    kind,
    score: score(kind) * strength[kind],
  }));
  const best = cases.reduce((most, each) => (each.score > most.score ? each : most));
  // What is asked of an incident is mostly its rule.
  const ruled = best.kind !== 'incident' && manner === 'asked' ? INCIDENT_ASKED * chance.incident : 0;
  const against = Math.max(chance.rule + ruled + chance.outside + LEAST, score('smalltalk'), score('meta'));
  return best.score > against ? { kind: best.kind, about: likeliest(kinds[best.kind], chances).topic } : undefined;
}
