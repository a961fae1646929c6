import { caseIn } from './case.ts';
import type { Manner } from './cues/telling.ts';
import { chanceOfAny, likeliest } from './kinds.ts';
import type { Knowledge } from './knowledge.ts';
import { ABOUT_BOT, ownTopics } from './own-topics.ts';
import type { Ranked } from './ranking.ts';
import type { Reading } from './reading.ts';
import type { Shelf } from './shelf.ts';

/** What a question calls for. `about` is the topic that decided it. */
export type Decision = {
  readonly kind:
    | 'answer'
    | 'doubt'
    | 'derail'
    | 'incident'
    | 'unknown'
    | 'smalltalk'
    | 'about-protocol'
    | 'introduced'
    | 'bare';
  readonly about: number;
};

/**
 * What silences an answer. Found on test/questions/tune.jsonl; `npm run eval` shows what it does on questions that were not used
 * to find it.
 */
const weights = {
  /** Staff ask this, protocols do not answer it. */
  outside: 0.9,
  /** Other protocols answer this, this one does not. */
  uncovered: 0.5,
  /** A question that is much like one of the article's own examples is answered after all. */
  own: 0.6,
  /** A question about the bot or the document itself is sure to be one; in three strange words nearly everything is as likely. */
  meta: 0.25,
  /** How much more a question that no rule answers must be about an incident than about anything else, to say whom to tell. */
  telling: 0.1,
};

/**
 * A question as `decide` needs it. `leader`: by somebody who leads others; `hesitation`: what about, by who says
 * so; `weighing`, `quarrelling` and `ownAct`: by what the words tell of, see weighing.ts, quarrel.ts and own-act.ts.
 */
export type Asked = {
  readonly reading: Reading;
  readonly ranked: readonly Ranked[];
  readonly manner: Manner;
  readonly leader: boolean;
  readonly hesitation: 'posting' | 'something-else' | undefined;
  readonly weighing: boolean;
  readonly quarrelling: boolean;
  readonly ownAct: boolean;
};

/** Below this no article comes near the question. */
const NOTHING_NEAR = 0.125;

/** Decides what to do with a question. Pure. */
export function decide(knowledge: Knowledge, shelf: Shelf, asked: Asked): Decision {
  const { reading } = asked;
  if (reading.vector.ids.length === 0) return { kind: 'unknown', about: -1 };
  const found = caseIn(knowledge, reading, { ...asked, hesitating: asked.hesitation === 'posting' });
  // Who hesitates about a contract does not ask for a leidinggevende.
  const elsewhere = asked.hesitation === 'something-else' && !isAboutPosting(knowledge, asked);
  if (found?.kind === 'doubt' && elsewhere) return { kind: 'unknown', about: -1 };
  if (found !== undefined) return found;
  return bySubject(knowledge, shelf, asked);
}

/** How likely a doubt with a subject must be to be one of posting, though no word says what it is about. */
const SURE = 0.3;

/** Leaders, who always speak for the school, and whoever doubts as people do about what they post. */
function isAboutPosting(
  { kinds, numberOf }: Knowledge,
  { reading: { chances }, leader }: Pick<Asked, 'reading' | 'leader'>,
): boolean {
  const subjects = kinds.doubt.filter((topic) => topic !== numberOf.get(ownTopics.anyDoubt));
  return leader || chanceOfAny(subjects, chances) >= SURE;
}

/** What a question that is no case is about, and whether an article answers it. */
function bySubject(knowledge: Knowledge, shelf: Shelf, { reading, ranked }: Asked): Decision {
  const { covered, uncovered, outside, meta, smalltalk, incident, doubt } = strongestByKind(knowledge, shelf, reading);
  const plain = Math.max(covered.score, uncovered.score, outside.score);
  if (smalltalk.score > plain && smalltalk.score > meta.score) return { kind: 'smalltalk', about: smalltalk.topic };
  if (meta.score > plain && meta.score > weights.meta) {
    const aboutBot = knowledge.topics[meta.topic]?.id.startsWith(ABOUT_BOT);
    return { kind: aboutBot ? 'smalltalk' : 'about-protocol', about: meta.topic };
  }
  const best = ranked[0];
  const against = outside.score * weights.outside + uncovered.score * weights.uncovered;
  const silent = against > covered.score + weights.own * (best?.own ?? 0) || (best?.score ?? 0) < NOTHING_NEAR;
  if (!silent) return { kind: 'answer', about: best?.topic ?? -1 };
  // What happens after a threat is asked in few words of a rule: whom to tell says more than that nothing is written.
  if (incident.score > plain + weights.telling) return { kind: 'incident', about: incident.topic };
  // And whoever has something to post that no rule is about is helped by who decides.
  if (doubt.score > plain) return { kind: 'doubt', about: doubt.topic };
  return { kind: 'unknown', about: outside.score > uncovered.score ? outside.topic : uncovered.topic };
}

/** The likeliest topic of each kind; a rule is told apart by whether an article of this protocol answers it. */
function strongestByKind({ kinds }: Knowledge, shelf: Shelf, { chances }: Reading) {
  return {
    covered: likeliest(shelf.covered, chances),
    uncovered: likeliest(shelf.uncovered, chances),
    outside: likeliest(kinds.outside, chances),
    meta: likeliest(shelf.meta, chances),
    smalltalk: likeliest(kinds.smalltalk, chances),
    incident: likeliest(kinds.incident, chances),
    doubt: likeliest(kinds.doubt, chances),
  };
}
