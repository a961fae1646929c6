import { createHash } from 'node:crypto';
import type { Answer } from '../answer/answer.ts';
import type { Remembered } from '../conversation/memory.ts';
import type { Reply, Screen } from '../conversation/reply.ts';
import { answeringScreen } from './answering.ts';
import { walkAfter } from './cases/cases.ts';
import * as fixed from './fixed.ts';
import { whichSchool } from './school.ts';
import { isStaff, show, type Turn } from './turn.ts';

/** How many questions of a conversation a card can still lead back to, and how much of each is kept. */
const ASKED = 8;
const KEPT_CHARACTERS = 1_000;

/** What is for nobody else to read along. */
const sensitive: ReadonlySet<Answer['kind']> = new Set(['escalate', 'report']);

/** A question → its answer on a screen; what has to be asked back is remembered until it is chosen. */
export async function ask(turn: Turn, question: string): Promise<Screen> {
  return (await found(turn, question)).screen;
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

async function found(turn: Turn, question: string): Promise<Found> {
  const { event, ports, remembered, school } = turn;
  const isPublic = event.where.privacy === 'public';
  if (!/[\p{L}\p{N}]/u.test(question)) return { screen: fixed.empty() };
  if (school === undefined) {
    await remember(turn, { ...remembered, question: question.slice(0, KEPT_CHARACTERS) });
    return { screen: whichSchool(event, ports) };
  }
  const answer = ports.answers.ask(school, question, {
    audience: remembered.audience,
    situation: remembered.situation,
  });
  if (isPublic && sensitive.has(answer.kind)) return { screen: fixed.notHere() };
  const key = keyOf(question);
  await remember(turn, afterwards(remembered, key, question));
  const doubtStep = isStaff(turn) && !isPublic;
  const screen = answeringScreen(answer, { protocol: school, answer: key, feedback: !isPublic, doubtStep });
  return answer.kind === 'escalate' ? { screen, doubt: answer.case } : { screen };
}

function afterwards(remembered: Remembered, key: string, question: string): Remembered {
  const { question: _waiting, ...rest } = remembered;
  const kept = question.slice(0, KEPT_CHARACTERS);
  const asked = [{ key, question: kept }, ...(remembered.asked ?? []).filter((each) => each.key !== key)].slice(
    0,
    ASKED,
  );
  return { ...rest, asked };
}

function remember(turn: Turn, remembered: Remembered): Promise<void> {
  return turn.ports.memory.remember(turn.event.where.conversation, remembered);
}

/** A short name for a question that a card can carry; the question itself stays out of the card. */
function keyOf(question: string): string {
  return createHash('sha256').update(question).digest('base64url').slice(0, 10);
}
