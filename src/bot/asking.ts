import { hash } from 'node:crypto';
import type { Answer } from '../answer/answer.ts';
import type { AskedBefore, Chosen, Remembered } from '../conversation/memory.ts';
import type { Reply, Screen } from '../conversation/reply.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { REPORT_MOST } from '../report/form.ts';
import { answeringScreen } from './answering.ts';
import { walkAfter } from './cases/cases.ts';
import * as fixed from './fixed.ts';
import { isWeak, leansBack, together } from './following.ts';
import { withConductLaw } from './report/conduct.ts';
import { whichSchool } from './school.ts';
import { keepsHere } from './thumbs/kept.ts';
import { keepUnanswered } from './thumbs/remark.ts';
import { isStaff, show, type Turn } from './turn.ts';

/** How many questions of a conversation a card can still lead back to, and how much of each is kept. */
const ASKED = 8;
/** As much as the form of a report takes over. */
const KEPT_CHARACTERS = REPORT_MOST.wat;

/** What is for nobody else to read along. */
const sensitive: ReadonlySet<Answer['kind']> = new Set(['escalate', 'report']);

/**
 * A question → its answer on a screen.
 * @param chosen what was chosen with a button for this question
 */
export async function ask(turn: Turn, question: string, chosen: Chosen = {}): Promise<Screen> {
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

async function found(turn: Turn, question: string, chosen?: Chosen): Promise<Found> {
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
  await remember(turn, afterwards(remembered, asked, sensitive.has(answer.kind)));
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

/** A question as it was read, with its answer. */
type Read = { readonly answer: Answer; readonly asked: AskedBefore; readonly followsOn: boolean };

async function readAlone({ ports }: Turn, school: Protocol, question: string, chosen: Chosen): Promise<Read> {
  const { audience, situation } = chosen;
  const asked: AskedBefore = {
    key: keyOf(question),
    question: question.slice(0, KEPT_CHARACTERS),
    ...(audience === undefined ? {} : { audience }),
    ...(situation === undefined ? {} : { situation }),
  };
  return { answer: await ports.answers.ask(school, question, { audience, situation }), asked, followsOn: false };
}

/**
 * A question that was typed: "en op Facebook?" is read together with the one before, and what was chosen for that one still
 * holds. Not where others talk too: the question before may be somebody else's.
 */
async function readAfter(turn: Turn, school: Protocol, question: string): Promise<Read> {
  const [before] = turn.remembered.asked ?? [];
  const leans = before === undefined || turn.event.where.privacy === 'public' ? 'no' : leansBack(question);
  if (before === undefined || leans !== 'wholly') {
    const alone = await readAlone(turn, school, question, {});
    if (before === undefined || leans === 'no' || !isWeak(alone.answer)) return alone;
  }
  return { ...(await readAlone(turn, school, together(question, before.question), before)), followsOn: true };
}

function afterwards(remembered: Remembered, asked: AskedBefore, told: boolean): Remembered {
  const { question: _waiting, ...rest } = remembered;
  const others = (remembered.asked ?? []).filter((each) => each.key !== asked.key);
  return { ...rest, asked: [asked, ...others].slice(0, ASKED), ...(told ? { told } : {}) };
}

function remember(turn: Turn, remembered: Remembered): Promise<void> {
  return turn.ports.memory.remember(turn.event.where.conversation, remembered);
}

/** A short name for a question that a card can carry; the question itself stays out of the card. */
function keyOf(question: string): string {
  return hash('sha256', question, 'base64url').slice(0, 10);
}
