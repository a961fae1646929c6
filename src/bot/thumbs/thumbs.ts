import { randomUUID } from 'node:crypto';
import { reportWriteScreen } from '../../cards/report-forms.ts';
import type { Values } from '../../conversation/event.ts';
import type { AskedBefore } from '../../conversation/memory.ts';
import type { Reply } from '../../conversation/reply.ts';
import { answeringScreen, isRated } from '../answering.ts';
import { fieldError, inDialog, notDone, notSaved } from '../cases/fixed.ts';
import { cleaned, tooLong } from '../cases/typed.ts';
import { thumbVerbs } from '../cases/verbs.ts';
import * as fixed from '../fixed.ts';
import type { Feedback } from '../ports.ts';
import { replace, show, type Turn } from '../turn.ts';
import { blottedOrNothing } from './blotted.ts';
import { isGrave, keepsHere, keptOf } from './kept.ts';
import { type Opinion, remarkOn } from './remark.ts';

/** Thumbs under an answer, and what somebody writes with one: kept without the person, for who owns the protocol. */

/** What the form holds. */
const MOST_LINE = 1000;

type Rated = Opinion & { readonly asked: AskedBefore };

/** A thumb counts once; the card then says thanks in place of asking. */
export async function thumb(turn: Turn, data: Values): Promise<readonly Reply[]> {
  const rated = await ratedIn(turn, data);
  if (rated === undefined) return [show(fixed.forgotten())];
  const question = keptOf(turn, rated.asked.question, rated.answer);
  // A thumb up says all there is to say: its question is nobody's business.
  const remark = remarkOn(turn, rated, { about: 'thumb', question: isGood(rated) ? '' : question });
  const kept = await keepOnce(turn, rated, 'duim', remark);
  return [kept === 'not' ? show(notDone()) : thanked(rated, { question, more: kept !== 'woord' })];
}

/** The form for a line. */
export async function lineForm(turn: Turn, data: Values): Promise<readonly Reply[]> {
  const rated = await ratedIn(turn, data);
  if (rated === undefined) return [show(fixed.forgotten())];
  const screen = reportWriteScreen({
    intro: 'Wat wil je kwijt over dit antwoord?',
    parts: [],
    label: 'Een regel is genoeg',
    note: 'Wie het protocol beheert, leest dit zonder je naam. Noem niemand en schrijf niet wat er is gebeurd: typ daarvoor “meld”.',
    send: {
      title: 'Versturen',
      verb: thumbVerbs.line,
      data: { nonce: randomUUID(), answer: rated.asked.key, op: rated.op },
    },
    steps: [],
  });
  return [inDialog('Over dit antwoord', screen)];
}

/** What was written. The same form twice counts once. */
export async function line(turn: Turn, values: Values): Promise<readonly Reply[]> {
  const rated = await ratedIn(turn, values);
  if (rated === undefined) return [show(fixed.forgotten())];
  const text = cleaned(values.tekst);
  const kept = blottedOrNothing(text, turn.organisation?.people ?? []);
  const fault = faultIn(text, kept, await isGrave(turn.ports, rated.school, text));
  if (fault !== undefined) return [fieldError('tekst', fault)];
  if ((await keepOnce(turn, rated, 'woord', remarkOn(turn, rated, { about: 'line', line: kept }))) === 'not')
    return [notSaved()];
  return [thanked(rated, { question: keptOf(turn, rated.asked.question, rated.answer), more: false })];
}

/** What is wrong with a line; what tells of somebody is not kept here, and whoever wrote it must know. */
function faultIn(text: string, kept: string, grave: boolean): string | undefined {
  if (text === '') return 'Schrijf er kort iets bij.';
  const long = tooLong(text, MOST_LINE);
  if (long !== undefined) return long;
  if (grave) return 'Dit lijkt iets dat is gebeurd. Hier bewaar ik het niet: typ “meld” in de chat.';
  return kept === '' ? 'Ik herken hier vooral namen of nummers in. Schrijf het zonder.' : undefined;
}

const isGood = ({ op }: Rated): boolean => op === 'goed';

/** The answer that a thumb is about, out of the conversation's own memory; undefined where there are no thumbs. */
async function ratedIn(turn: Turn, { answer: key, op }: Values): Promise<Rated | undefined> {
  const { ports, remembered, school } = turn;
  const asked = remembered.asked?.find((each) => each.key === key);
  if (!keepsHere(turn) || school === undefined || asked === undefined) return undefined;
  if (op !== 'goed' && op !== 'fout') return undefined;
  const answer = await ports.answers.ask(school, asked.question, asked);
  return isRated(answer) ? { school, asked, answer, op } : undefined;
}

type Said = NonNullable<AskedBefore['rated']>;

/**
 * Keeps what was said of an answer, once.
 * @returns what had been said by then; `not` when it could not be kept and so was not said
 */
async function keepOnce(turn: Turn, { asked }: Rated, said: Said, remark: Feedback): Promise<Said | 'not' | undefined> {
  // Marked before it is kept, so that a second click finds it said.
  const before = await mark(turn, asked, (now) => (now === 'woord' ? now : said));
  if (before === 'woord' || before === said) return before;
  try {
    await turn.ports.feedback(remark);
    return before;
  } catch (cause) {
    turn.ports.failed(cause, 'feedback');
    await mark(turn, asked, () => before);
    return 'not';
  }
}

/** @returns what had been said of it before */
async function mark(
  { event, ports }: Turn,
  asked: AskedBefore,
  change: (now: Said | undefined) => Said | undefined,
): Promise<Said | undefined> {
  const { conversation } = event.where;
  // Not what the turn began with: the engine took its time, and somebody may have clicked meanwhile.
  const now = await ports.memory.recall(conversation);
  const before = now.asked?.find(({ key }) => key === asked.key)?.rated;
  const all = (now.asked ?? []).map((each) => (each.key === asked.key ? marked(each, change(before)) : each));
  await ports.memory.remember(conversation, { ...now, asked: all });
  return before;
}

function marked({ rated: _, ...asked }: AskedBefore, rated: Said | undefined): AskedBefore {
  return rated === undefined ? asked : { ...asked, rated };
}

type Thanks = {
  /** As it was kept, or would have been; '' when it is not. */
  readonly question: string;
  /** Whether a line can still be written. */
  readonly more: boolean;
};

function thanked(rated: Rated, { question, more }: Thanks): Reply {
  const { school, asked, answer, op } = rated;
  const good = isGood(rated);
  const title = good ? 'Zeg er iets bij' : 'Zeg wat er niet klopt';
  const step = { title, verb: thumbVerbs.lineForm, data: { answer: asked.key, op } };
  const screen = answeringScreen(answer, {
    protocol: school,
    answer: asked.key,
    feedback: false,
    doubtStep: true,
    chosen: asked,
    thanks: { note: fixed.thanksNote(good, question !== ''), steps: more ? [step] : [] },
  });
  return replace(screen);
}
