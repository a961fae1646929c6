import { type Advice, adviceOf } from './advice.ts';
import type { Option, Question, Shortcut } from './schema.ts';
import { type BadState, choicesIn, type State, stateOf } from './state.ts';
import { type Answers, conditionsOf, nextOf, type Walk } from './walk.ts';

/** One question with the answer that was chosen. */
export type Answered = { readonly question: Question; readonly option: Option };

/**
 * Why a click leads nowhere. `no-such-choice`: the question that stands there has no such option; `at-the-end`: there is no
 * question left; `at-the-start`: there is nothing to go back to.
 */
export type Refusal = BadState | 'no-such-choice' | 'at-the-end' | 'at-the-start';

/** Where somebody is in a walk. `state` is what a card carries; `answered` is what led here, in order. */
export type Position =
  | {
      readonly kind: 'question';
      readonly state: State;
      readonly answered: readonly Answered[];
      readonly question: Question;
    }
  | { readonly kind: 'advice'; readonly state: State; readonly answered: readonly Answered[]; readonly advice: Advice }
  | { readonly kind: 'refused'; readonly why: Refusal };

const refused = (why: Refusal): Position => ({ kind: 'refused', why });

/** The first question, or where a shortcut leads: straight to a discussion that derails. */
export function begin(walk: Walk, shortcut?: Shortcut): Position {
  return walked(walk, shortcut === undefined ? [] : (walk.shortcuts[shortcut] ?? []));
}

/** Where a state is: what a card shows when it is drawn again. */
export function at(walk: Walk, state: State): Position {
  const choices = choicesIn(walk, state);
  return typeof choices === 'string' ? refused(choices) : walked(walk, choices);
}

/** The state after one more choice. The same click twice leads to the same place. */
export function choose(walk: Walk, state: State, choice: string): Position {
  const choices = choicesIn(walk, state);
  return typeof choices === 'string' ? refused(choices) : walked(walk, [...choices, choice]);
}

/** The state before the last choice. */
export function back(walk: Walk, state: State): Position {
  const choices = choicesIn(walk, state);
  if (typeof choices === 'string') return refused(choices);
  const here = walked(walk, choices);
  if (here.kind === 'refused') return here;
  return choices.length === 0 ? refused('at-the-start') : walked(walk, choices.slice(0, -1));
}

/** Walks from the start, so that no state is believed that cannot be reached. */
function walked(walk: Walk, choices: readonly string[]): Position {
  const answered: Answered[] = [];
  for (const choice of choices) {
    const next = nextOf(walk, answersOf(answered));
    if (next?.kind !== 'question') return refused('at-the-end');
    const option = next.question.options.find((each) => each.id === choice);
    if (option === undefined) return refused('no-such-choice');
    answered.push({ question: next.question, option });
  }
  return positionOf(walk, choices, answered);
}

function positionOf(walk: Walk, choices: readonly string[], answered: readonly Answered[]): Position {
  const answers = answersOf(answered);
  const next = nextOf(walk, answers);
  if (next === undefined) return refused('at-the-end');
  const here = { state: stateOf(walk, choices), answered };
  if (next.kind === 'question') return { kind: 'question', ...here, question: next.question };
  const conditions = conditionsOf(walk, next.ending, answers);
  return { kind: 'advice', ...here, advice: adviceOf(next.ending, conditions, answered.at(-1)?.question.why ?? []) };
}

function answersOf(answered: readonly Answered[]): Answers {
  return new Map(answered.map(({ question, option }) => [question.id, option.id]));
}
