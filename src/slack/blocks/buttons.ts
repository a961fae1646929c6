import type { Button } from '@slack/types';
import type { Action } from '../../cards/elements.ts';
import { CardError } from '../../cards/errors.ts';
import { limits } from './limits.ts';
import { plainText } from './text.ts';

/**
 * A button carries its verb in `action_id`, with a number because names must differ within a block, and its data as JSON in
 * `value`. `inbound` reads them back with `verbOf` and `dataOf`.
 */

const LINK = 'link';

export function button(action: Action, index: number): Button {
  const text = plainText(action.title);
  if (action.type === 'Action.OpenUrl') return { type: 'button', action_id: `${LINK}#${index}`, text, url: action.url };
  const value = JSON.stringify(action.data);
  if (value.length > limits.value) {
    throw new CardError('over-limit', `the data of "${action.verb}" have ${value.length} characters for Slack`);
  }
  return { type: 'button', action_id: `${action.verb}#${index}`, text, value, ...styleOf(action) };
}

const styles = { positive: { style: 'primary' }, destructive: { style: 'danger' }, default: {} } as const;

const styleOf = ({ style = 'default' }: Extract<Action, { type: 'Action.Execute' }>) => styles[style];

/** The verb a button was made of; undefined for a link, which asks nothing of us. */
export function verbOf(actionId: string): string | undefined {
  const verb = /^([a-z][a-z0-9-]*)#\d+$/.exec(actionId)?.[1];
  return verb === LINK ? undefined : verb;
}
