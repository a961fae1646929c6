import type { ActionsBlock, KnownBlock, SectionBlock } from '@slack/types';
import type { Action, Element } from '../../cards/elements.ts';
import { plain } from '../../cards/markdown.ts';
import { button } from './buttons.ts';
import { limits } from './limits.ts';
import { plainText, prose, type Run } from './text.ts';

/** Buttons in a row, and words with a button beside them. */

type Execute = Extract<Action, { type: 'Action.Execute' }>;

/** What the button beside a row says: its words stand in the row already. */
const BESIDE: Readonly<Record<string, string>> = { vraag: 'Vraag dit' };

export function rowBlock({ columns, selectAction }: Extract<Element, { type: 'ColumnSet' }>): SectionBlock {
  const [{ items }] = columns;
  const runs = items.map(({ text, weight }) => ({ text: plain(text), bold: weight === 'Bolder' }));
  return beside(runs, selectAction, BESIDE[selectAction.verb] ?? 'Bekijk');
}

/**
 * Buttons as they stand in a card. Slack cuts off what a button cannot show, on a phone first: such words become a row with a
 * button beside it, and so do all the choices of one question, so that they look alike.
 */
export function actionBlocks(actions: readonly Action[]): KnownBlock[] {
  const alike = areChoices(actions) && actions.some(isLong);
  const found: KnownBlock[] = [];
  for (const action of actions) {
    if (action.type === 'Action.Execute' && (alike || isLong(action))) {
      found.push(beside([{ text: action.title, bold: !alike }], action, 'Kies'));
      continue;
    }
    const last = found.at(-1);
    const row: ActionsBlock = last?.type === 'actions' ? last : { type: 'actions', elements: [] };
    if (row !== last) found.push(row);
    row.elements.push(button(action, row.elements.length));
  }
  return found;
}

const isLong = ({ title }: Action): boolean => title.length > limits.buttonSeen;

/** Answers to one question: the same verb, more than once. */
function areChoices([first, ...others]: readonly Action[]): boolean {
  if (first?.type !== 'Action.Execute' || others.length === 0) return false;
  return others.every((each) => each.type === 'Action.Execute' && each.verb === first.verb);
}

/** A screen reader says the whole title of the action, not the word on its button. */
function beside(runs: readonly Run[], action: Execute, word: string): SectionBlock {
  const accessory = { ...button(action, 0), text: plainText(word), accessibility_label: action.title };
  return { type: 'section', text: prose(runs), accessory };
}
