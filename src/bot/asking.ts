import type { Answer } from '../answer/answer.ts';
import type { AskedBefore, Remembered } from '../conversation/memory.ts';
import type { Reply, Screen } from '../conversation/reply.ts';
import { answeringScreen } from './answering.ts';
import { walkAfter } from './cases/cases.ts';
import * as fixed from './fixed.ts';
import { KEPT_CHARACTERS, type Known, readAfter, readAlone } from './reading.ts';
import { withConductLaw } from './report/conduct.ts';
import { whichSchool } from './school.ts';
import { keepsHere } from './thumbs/kept.ts';
import { keepUnanswered } from './thumbs/remark.ts';
import { isStaff, show, type Turn } from './turn.ts';

/** How many questions of a conversation a card can still lead back to, and how much of each is kept. */
const ASKED = 8;

/** What is for nobody else to read along. */
const sensitive: ReadonlySet<Answer['kind']> = new Set(['escalate', 'report']);

/**
 * A question → its answer on a screen.
 * @param chosen what was chosen with a button for this question
 */
export async function ask(turn: Turn, question: string, chosen: Known = {}): Promise<Screen> {
  return (await found(turn, question, chosen)).screen;
}

/** The same, and what sounds like doubt is followed by the walk through it. */
export async function answered(turn: Turn, question: string): Promise<readonly Reply[]> {
  const { screen, doubt } = await found(turn, question);
  const walk = doubt === undefined ? undefined : walkAfter(turn, doubt);
  return walk === undefined ? [show(screen)] : [show(screen), walk];
}

type Found = {
  readonly screen: Screen /** The contact case of something that has to be talked over. */;
  readonly doubt?: string;
};

async function found(turn: Turn, question: string, chosen?: Known): Promise<Found> {
  const { event, ports, remembered, school } = turn;
  const isPublic = event.where.privacy === 'public';
  if (!/[\p{L}\p{N}]/u.test(question)) return { screen: fixed.empty() };
  if (school === undefined) {
    await remember(turn, { ...remembered, question: question.slice(0, KEPT_CHARACTERS) });
    return { screen: whichSchool(event, ports) };
  }
  const read =
    chosen === undefined ? await readAfter(turn, school, question) : await readAlone(turn, school, question, chosen);
  const { asked } = read;
  const answer = withConductLaw(turn, school, asked.question, read.answer);
  if (isPublic && sensitive.has(answer.kind)) return { screen: fixed.notHere() };
  const isNew = remembered.asked?.every(({ key }) => key !== asked.key) ?? true;
  const open = answer.kind === 'ask-back' ? { open: answer.ask } : {};
  await remember(turn, afterwards(remembered, { ...asked, ...open }, sensitive.has(answer.kind)));
  if (isNew) void keepUnanswered(turn, school, question, answer);
  const screen = answeringScreen(answer, {
    protocol: school,
    answer: asked.key,
    feedback: keepsHere(turn),
    doubtStep: isStaff(turn) && !isPublic,
    chosen: asked,
    followsOn: read.followsOn,
  });
  return answer.kind === 'escalate' ? { screen, doubt: answer.case } : { screen };
}

function afterwards(remembered: Remembered, asked: AskedBefore, told: boolean): Remembered {
  const { question: _waiting, ...rest } = remembered;
  const others = (remembered.asked ?? []).filter((each) => each.key !== asked.key);
  return { ...rest, asked: [asked, ...others].slice(0, ASKED), ...(told ? { told } : {}) };
}

function remember(turn: Turn, remembered: Remembered): Promise<void> {
  return turn.ports.memory.remember(turn.event.where.conversation, remembered);
}
