import type { Walk } from './walk.ts';

/**
 * Where somebody is in a walk, as text that a card carries: the walk's print and what was chosen, "3f2a91bc.werk.beeld".
 * Whoever clicks may have changed it, so reading it never trusts and never throws.
 */
export type State = string;

/** Longer than any walk can get: twenty questions with long ids. */
const LONGEST = 800;
const FORM = /^[0-9a-f]{8}(\.[a-z][a-z0-9-]*)*$/;

/** `unreadable`: never written by us; `changed`: of another protocol, or from before its walk was changed. */
export type BadState = 'unreadable' | 'changed';

export function stateOf(walk: Walk, choices: readonly string[]): State {
  return [walk.print, ...choices].join('.');
}

export function choicesIn(walk: Walk, state: State): readonly string[] | BadState {
  if (state.length > LONGEST || !FORM.test(state)) return 'unreadable';
  const [print, ...choices] = state.split('.');
  return print === walk.print ? choices : 'changed';
}
