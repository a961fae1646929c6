import type { Answer } from '../../answer/answer.ts';
import { mannerOf } from '../../answer/cues/telling.ts';
import { words } from '../../answer/text/words.ts';
import { keepsQuestionsAt } from '../../organisation/owners.ts';
import { roleFacts } from '../../protocol/facts.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import { isRated } from '../answering.ts';
import { heardIn } from '../hearing.ts';
import type { Ports } from '../ports.ts';
import { toldCases } from '../report/danger.ts';
import { isStaff, type Turn } from '../turn.ts';
import { blottedOrNothing } from './blotted.ts';

/** What is kept of what people ask, and where: one gate for the thumbs and for the questions that had no answer. */

/** A story about somebody is longer than a question that a protocol could answer. */
const LONGEST = 200;
/** What stands in sentences before a question tells of somebody. */
const SENTENCES = /[.!?…]\s+\S/;

/**
 * Whether anything is kept here of what this person makes of an answer: of people of the organisation file, where nobody reads
 * along, and only if somebody owns the protocol of their school and the file says for how long.
 */
export function keepsHere(turn: Turn): boolean {
  const { event, organisation, person, school } = turn;
  if (!isStaff(turn) || event.where.privacy === 'public') return false;
  if (organisation === undefined || person === undefined || school === undefined) return false;
  return keepsQuestionsAt(organisation, person.location, roleFacts(school));
}

/**
 * A question as it may be kept, without names and numbers. '' for what may be about somebody: a story, what touches the law, a
 * message of a conversation in which something was told, or one of which too much had to go.
 */
export function keptOf(
  { ports, organisation, remembered }: Pick<Turn, 'ports' | 'organisation' | 'remembered'>,
  question: string,
  answer: Answer,
): string {
  if (!isRated(answer) || answer.law.length > 0 || remembered.told === true) return '';
  if (question.length > LONGEST || SENTENCES.test(question.trim()) || mannerOf(question, words(question)) === 'told')
    return '';
  return touchesLaw(ports, question) ? '' : blottedOrNothing(question, organisation?.people ?? []);
}

/** Whether a text tells of what the law is about, by its words or as the engine hears it. */
export const isGrave = async (ports: Ports, school: Protocol, text: string): Promise<boolean> =>
  touchesLaw(ports, text) || (await heardIn(ports, school, text)).length > 0;

/** Whether its words touch what the law is about, or may tell of somebody who comes too close to a pupil. */
const touchesLaw = ({ doubts }: Ports, text: string): boolean =>
  toldCases(text).length > 0 || doubts?.reports.mayTellConduct(text) !== false;
