import { hash } from 'node:crypto';
import type { Answer } from '../answer/answer.ts';
import { situationOf } from '../answer/cues/situation.ts';
import { words } from '../answer/text/words.ts';
import type { AskedBefore, Chosen } from '../conversation/memory.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { REPORT_MOST } from '../report/form.ts';
import { isBrief, isWeak, leansBack, onlySets, together } from './following.ts';
import { switchesTo } from './switching.ts';
import type { Turn } from './turn.ts';

/** How much of a question is kept: as much as the form of a report takes over. */
export const KEPT_CHARACTERS = REPORT_MOST.wat;

/** A question as it was read, with its answer. */
export type Read = { readonly answer: Answer; readonly asked: AskedBefore; readonly followsOn: boolean };

/** What was chosen or said for a question besides, and the key that it goes by if it has one. */
export type Known = Chosen & Partial<Pick<AskedBefore, 'about' | 'key'>>;

/** A question by itself. */
export async function readAlone({ ports }: Turn, school: Protocol, question: string, known: Known): Promise<Read> {
  const { audience, situation, about, key = keyOf(question) } = known;
  const asked: AskedBefore = {
    key,
    question: question.slice(0, KEPT_CHARACTERS),
    ...(audience === undefined ? {} : { audience }),
    ...(situation === undefined ? {} : { situation }),
    ...(about === undefined ? {} : { about }),
  };
  return {
    answer: await ports.answers.ask(school, question, { audience, situation, about }),
    asked,
    followsOn: false,
  };
}

/**
 * A question that was typed: "en op Facebook?" is read together with the one before, and what was chosen for that one still
 * holds; "en een leerling?" asks the one before about somebody else. Not where others talk too: the question before may be
 * somebody else's.
 */
export async function readAfter(turn: Turn, school: Protocol, question: string): Promise<Read> {
  const [before] = turn.remembered.asked ?? [];
  if (before === undefined || turn.event.where.privacy === 'public') return readAlone(turn, school, question, {});
  const about = switchesTo(question, before);
  if (about !== undefined) return readSwitched(turn, school, question, { ...before, about });
  const leans = before.open === 'situation' && onlySets(question) ? 'wholly' : leansBack(question);
  if (leans !== 'wholly') {
    const alone = await readAlone(turn, school, question, {});
    const explains = before.open === 'subject' && isBrief(question) && seeks.has(alone.answer.kind);
    const weak = leans === 'perhaps' && isWeak(alone.answer);
    if (!explains && !weak && !saysNothing(alone.answer)) return alone;
  }
  // Where they ask about now counts, whatever the question before said.
  const situation = situationOf(words(question)) ?? before.situation;
  const { key: _of, ...known } = { ...before, ...(situation === undefined ? {} : { situation }) };
  return { ...(await readAlone(turn, school, together(question, before.question), known)), followsOn: true };
}

/** "Mag dat zomaar?": after another question it is about that one. */
const saysNothing = (answer: Answer): boolean => answer.kind === 'ask-back' && answer.ask === 'subject';

/** What a few words that say what a question was about are taken for by themselves; a command or a story is more than that. */
const seeks: ReadonlySet<Answer['kind']> = new Set(['answer', 'ask-back', 'unknown']);

/** The question before, about somebody else. Its card leads back to itself, so this one has a key of its own. */
async function readSwitched(turn: Turn, school: Protocol, question: string, before: AskedBefore): Promise<Read> {
  const key = keyOf(together(question, before.question));
  return { ...(await readAlone(turn, school, before.question, { ...before, key })), followsOn: true };
}

/** A short name for a question that a card can carry; the question itself stays out of the card. */
function keyOf(question: string): string {
  return hash('sha256', question, 'base64url').slice(0, 10);
}
