import type { LawCase } from '../protocol/knowledge.ts';
import type { Manner } from './cues/telling.ts';
import type { Knowledge } from './knowledge.ts';
import { passagesIn } from './text/passages.ts';

/**
 * How likely a topic must be for its law to be shown: a line too many costs little, one too few much. Found on grave messages of
 * somebody who had seen none of ours; test/answer/grave.test.ts and test/answer/help-lines.test.ts hold them.
 */
const LIKELY: Readonly<Record<Manner, number>> = { told: 0.15, named: 0.3, asked: 0.4 };

/** What casts suspicion on a colleague may not be so much less likely than something else that a text tells. */
const BESIDE_LIKELIEST = 0.5;

/**
 * The law of what a text tells, by the examples of its topics: no list of words has all the ways in which people say that
 * somebody is in need. Most likely first.
 * @param chances for each topic, how likely the text is about it
 */
function casesBy({ topics, underLaw }: Knowledge, chances: Float32Array, manner: Manner): LawCase[] {
  const chanceOf = (topic: number): number => chances[topic] ?? 0;
  const lawOf = (topic: number): readonly LawCase[] => topics[topic]?.law ?? [];
  const likeliest = chances.reduce((most, chance) => Math.max(most, chance), 0);
  const least = (topic: number): number => {
    const law = lawOf(topic);
    // An accident takes the place of every answer: that one must be surer.
    if (law.includes('ongeluk')) return LIKELY.asked;
    if (law.includes('seksueel-door-personeel')) return Math.max(LIKELY[manner], BESIDE_LIKELIEST * likeliest);
    return LIKELY[manner];
  };
  return underLaw.events
    .filter((topic) => chanceOf(topic) >= least(topic))
    .sort((one, other) => chanceOf(other) - chanceOf(one))
    .flatMap(lawOf);
}

/**
 * The same of a story of any length: what any part of it tells.
 * @param manner how each part is taken; a report is told, whatever its words are
 */
export function hearStory(knowledge: Knowledge, story: string, manner: Manner = 'told'): LawCase[] {
  const { features, space, linear } = knowledge;
  const chancesOf = (passage: string) => linear(space.vector(features(passage).weights));
  return [...new Set(passagesIn(story).flatMap((passage) => casesBy(knowledge, chancesOf(passage), manner)))];
}

/** In a story of more words than this, one grave sentence drowns. */
const DROWNS = 40;

/** The same of a question: of a long story also what its parts tell, if they are sure enough to be an answer. */
export function hearQuestion(knowledge: Knowledge, question: string, { words, chances, manner }: Heard): LawCase[] {
  const whole = casesBy(knowledge, chances, manner);
  if (manner !== 'told' || words.length <= DROWNS) return whole;
  return [...whole, ...hearStory(knowledge, question, 'named')];
}

/**
 * The law that a question asks for itself, by the likeness to others: a help line by its name, how long something is kept. It
 * tells of nothing that happened.
 */
export function lawAskedFor({ topics, underLaw }: Knowledge, chances: Float32Array): LawCase[] {
  return underLaw.questions
    .filter((topic) => (chances[topic] ?? 0) >= LIKELY.asked)
    .flatMap((topic) => topics[topic]?.law ?? []);
}

/** A question as it was read. */
type Heard = { readonly words: readonly string[]; readonly chances: Float32Array; readonly manner: Manner };
