import type { Answer } from '../../answer/answer.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { Feedback } from '../ports.ts';
import type { Turn } from '../turn.ts';
import { keepsHere, keptOf } from './kept.ts';

/** An answer with what somebody made of it. */
export type Opinion = { readonly school: Protocol; readonly answer: Answer; readonly op: 'goed' | 'fout' };

/** What of it is kept in words; they have gone through `kept.ts`. */
type Said = Pick<Feedback, 'about'> & Partial<Pick<Feedback, 'question' | 'line'>>;

/** As it is kept: nothing in it says who it was. */
export function remarkOn({ event }: Turn, { school, answer, op }: Opinion, said: Said): Feedback {
  return {
    organisation: event.who.organisation,
    protocol: school.id,
    kind: answer.kind,
    topic: 'about' in answer ? (answer.about?.name ?? '') : '',
    article: answer.articles[0]?.id ?? '',
    good: op === 'goed',
    question: '',
    line: '',
    ...said,
  };
}

/**
 * Keeps a question that had no answer, if it was typed: a button asks again what was asked before. Not awaited by whoever asks: it
 * never rejects, and the operator hears of what fails.
 */
export async function keepUnanswered(turn: Turn, school: Protocol, question: string, answer: Answer): Promise<void> {
  if (turn.event.what.kind !== 'text') return;
  try {
    if (answer.kind !== 'unknown' || answer.definition !== undefined || !keepsHere(turn)) return;
    const kept = keptOf(turn, question, answer);
    if (kept === '') return;
    await turn.ports.feedback(remarkOn(turn, { school, answer, op: 'fout' }, { about: 'unanswered', question: kept }));
  } catch (cause) {
    turn.ports.failed(cause, 'unanswered');
  }
}
