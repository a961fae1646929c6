import { randomUUID } from 'node:crypto';
import type { Answer } from '../../answer/answer.ts';
import { reportWriteScreen } from '../../cards/report-forms.ts';
import type { Values } from '../../conversation/event.ts';
import type { AskedBefore } from '../../conversation/memory.ts';
import type { Reply } from '../../conversation/reply.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import { answeringScreen, isRated } from '../answering.ts';
import { fieldError, inDialog } from '../cases/fixed.ts';
import { cleaned, tooLong } from '../cases/typed.ts';
import { thumbVerbs } from '../cases/verbs.ts';
import * as fixed from '../fixed.ts';
import type { Feedback } from '../ports.ts';
import { isStaff, replace, show, type Turn } from '../turn.ts';
import { blotted } from './blotted.ts';

/** Thumbs under an answer, and what somebody writes with one: kept without the person, for who owns the protocol. */

/** What the form holds. */
const MOST_LINE = 1000;

type Rated = { readonly school: Protocol; readonly asked: AskedBefore; readonly answer: Answer };

/** A thumb counts once; the card then says thanks in place of asking. */
export async function thumb(turn: Turn, data: Values): Promise<readonly Reply[]> {
  const good = data.op === 'goed';
  const rated = ratedIn(turn, data);
  if (rated === undefined) return [show(fixed.thanks(good))];
  if (rated.asked.rated === undefined) {
    // A thumb up says all there is to say: its question is nobody's business.
    const question = good ? '' : rated.asked.question;
    await turn.ports.feedback(remarkOn(turn, rated, { about: 'thumb', good, question, line: '' }));
    await remember(turn, { ...rated.asked, rated: 'duim' });
  }
  return [thanked(turn, rated, good, rated.asked.rated !== 'woord')];
}

/** The form for a line. People of the organisation only: others get answers about the protocol at most. */
export function lineForm(turn: Turn, { answer = '', op = '' }: Values): readonly Reply[] {
  if (!isStaff(turn) || ratedIn(turn, { answer }) === undefined) return [show(fixed.forgotten())];
  const screen = reportWriteScreen({
    intro: 'Wat wil je kwijt over dit antwoord?',
    parts: [],
    label: 'Een regel is genoeg',
    note: 'Wie het protocol beheert, leest dit zonder je naam. Namen en nummers haal ik eruit. Schrijf niet wat er is gebeurd: typ daarvoor “meld”.',
    send: { title: 'Versturen', verb: thumbVerbs.line, data: { nonce: randomUUID(), answer, op } },
    steps: [],
  });
  return [inDialog('Over dit antwoord', screen)];
}

/** What was written. The same form twice counts once. */
export async function line(turn: Turn, values: Values): Promise<readonly Reply[]> {
  const rated = isStaff(turn) ? ratedIn(turn, values) : undefined;
  if (rated === undefined) return [show(fixed.forgotten())];
  const text = cleaned(values.tekst);
  if (text === '') return [fieldError('tekst', 'Schrijf er kort iets bij.')];
  const long = tooLong(text, MOST_LINE);
  if (long !== undefined) return [fieldError('tekst', long)];
  const good = values.op === 'goed';
  if (rated.asked.rated !== 'woord') {
    await turn.ports.feedback(remarkOn(turn, rated, { about: 'line', good, question: '', line: text }));
    await remember(turn, { ...rated.asked, rated: 'woord' });
  }
  return [thanked(turn, rated, good, false)];
}

/** The answer that a thumb is about, out of the conversation's own memory; undefined where there are no thumbs. */
function ratedIn({ event, ports, remembered, school }: Turn, { answer: key }: Values): Rated | undefined {
  const asked = remembered.asked?.find((each) => each.key === key);
  if (event.where.privacy === 'public' || school === undefined || asked === undefined) return undefined;
  const answer = ports.answers.ask(school, asked.question, asked);
  return isRated(answer) ? { school, asked, answer } : undefined;
}

/** A story about somebody is longer than a question that a protocol could answer. */
const LONGEST_GAP = 200;

/**
 * Keeps a question that had no answer, as it was typed; nothing of a story, nor of what touches the law. Not awaited by whoever
 * asks: it never rejects.
 */
export async function keepUnanswered(turn: Turn, school: Protocol, question: string, answer: Answer): Promise<void> {
  if (answer.kind !== 'unknown' || answer.definition !== undefined) return;
  if (answer.law.length > 0 || question.length > LONGEST_GAP) return;
  await turn.ports.feedback(
    remarkOn(turn, { school, answer }, { about: 'unanswered', good: false, question, line: '' }),
  );
}

type Said = Pick<Feedback, 'about' | 'good' | 'question' | 'line'>;

function remarkOn(
  { event, organisation }: Turn,
  { school, answer }: Pick<Rated, 'school' | 'answer'>,
  said: Said,
): Feedback {
  const people = organisation?.people ?? [];
  return {
    organisation: event.who.organisation,
    protocol: school.id,
    kind: answer.kind,
    topic: 'about' in answer ? (answer.about?.name ?? '') : '',
    article: answer.articles[0]?.id ?? '',
    ...said,
    question: blotted(said.question, people),
    line: blotted(said.line, people),
  };
}

function remember({ event, ports, remembered }: Turn, asked: AskedBefore): Promise<void> {
  const all = (remembered.asked ?? []).map((each) => (each.key === asked.key ? asked : each));
  return ports.memory.remember(event.where.conversation, { ...remembered, asked: all });
}

/** @param more whether a line can still be written */
function thanked(turn: Turn, { school, asked, answer }: Rated, good: boolean, more: boolean): Reply {
  const title = good ? 'Zeg er iets bij' : 'Zeg wat er niet klopt';
  const step = { title, verb: thumbVerbs.lineForm, data: { answer: asked.key, op: good ? 'goed' : 'fout' } };
  const screen = answeringScreen(answer, {
    protocol: school,
    answer: asked.key,
    feedback: false,
    doubtStep: isStaff(turn),
    chosen: asked,
    thanks: { note: fixed.thanksNote(good), steps: more && isStaff(turn) ? [step] : [] },
  });
  return replace(screen);
}
