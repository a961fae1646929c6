import type { InputBlock, PlainTextOption } from '@slack/types';
import type { Element } from '../../cards/elements.ts';
import { limits } from './limits.ts';
import { plainText } from './text.ts';

/** A field of a card as an input of Slack. Block and action carry the field's own id, so that a fault lands beneath it. */

type Of<Type extends string> = Extract<Element, { type: Type }>;
export type Field = Of<'Input.Text' | 'Input.ChoiceSet' | 'Input.Toggle' | 'Input.Date'>;

const PREFIX = 'veld-';

/** The block of a field. */
export const blockOf = (field: string): string => `${PREFIX}${field}`;

/** The field of a block; undefined when it is none of ours. */
export const fieldOf = (block: string): string | undefined =>
  block.startsWith(PREFIX) ? block.slice(PREFIX.length) : undefined;

export function inputBlock(field: Field): InputBlock {
  const { id, isRequired = false } = field;
  const label = 'label' in field && field.label !== undefined ? field.label : 'title' in field ? field.title : id;
  return {
    type: 'input',
    block_id: blockOf(id),
    label: plainText(label),
    optional: !isRequired,
    element: elementOf(field),
  };
}

function elementOf(field: Field): InputBlock['element'] {
  switch (field.type) {
    case 'Input.Text':
      return {
        type: 'plain_text_input',
        action_id: field.id,
        multiline: field.isMultiline ?? false,
        max_length: Math.min(field.maxLength ?? limits.input, limits.input),
        ...(field.placeholder ? { placeholder: plainText(field.placeholder) } : {}),
        ...(field.value ? { initial_value: field.value.slice(0, field.maxLength ?? limits.input) } : {}),
      };
    case 'Input.ChoiceSet':
      return choiceOf(field);
    case 'Input.Toggle': {
      const option = { text: plainText(field.label === undefined ? 'Ja' : field.title), value: 'true' };
      const chosen = field.value === 'true' ? { initial_options: [option] } : {};
      return { type: 'checkboxes', action_id: field.id, options: [option], ...chosen };
    }
    case 'Input.Date':
      return {
        type: 'datepicker',
        action_id: field.id,
        ...(field.value ? { initial_date: field.value } : {}),
      };
  }
}

/** Choices in sight where the card shows them so and Slack can, else a menu. */
function choiceOf({ id, choices, style, isMultiSelect = false, value, placeholder }: Of<'Input.ChoiceSet'>) {
  const options = choices.map(({ title, value: each }): PlainTextOption => ({ text: plainText(title), value: each }));
  const given = isMultiSelect ? (value ?? '').split(',') : [value ?? ''];
  const chosen = options.filter((option) => option.value !== undefined && given.includes(option.value));
  const [first] = chosen;
  const inSight = style === 'expanded' && options.length <= limits.fewOptions;
  const hint = placeholder ? { placeholder: plainText(placeholder) } : {};
  if (isMultiSelect) {
    const initial = first === undefined ? {} : { initial_options: chosen };
    return inSight
      ? ({ type: 'checkboxes', action_id: id, options, ...initial } as const)
      : ({ type: 'multi_static_select', action_id: id, options, ...initial, ...hint } as const);
  }
  const initial = first === undefined ? {} : { initial_option: first };
  return inSight
    ? ({ type: 'radio_buttons', action_id: id, options, ...initial } as const)
    : ({ type: 'static_select', action_id: id, options, ...initial, ...hint } as const);
}
