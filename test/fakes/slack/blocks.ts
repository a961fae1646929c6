import type { KnownBlock, View } from '@slack/types';
import { z } from 'zod';

/**
 * Blocks and views as Slack checks them: kinds, names and every documented limit, written down anew so that a wrong number in
 * the renderer's own table is found. What the bot does not use is refused too.
 */

const id = z.string().min(1).max(255);
const plain = (most: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.boolean().exactOptional(),
  });
const mrkdwn = (most: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(most),
    verbatim: z.boolean().exactOptional(),
  });
const anyText = (most: number) => z.discriminatedUnion('type', [plain(most), mrkdwn(most)]);

const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(75),
  value: z.string().max(2000).exactOptional(),
  url: z.url().max(3000).exactOptional(),
  style: z.enum(['primary', 'danger']).exactOptional(),
  accessibility_label: z.string().min(1).max(75).exactOptional(),
});

const option = z.strictObject({ text: plain(75), value: z.string().min(1).max(75) });
const fewOptions = z.array(option).min(1).max(10);
const manyOptions = z.array(option).min(1).max(100);
const placeholder = plain(150).exactOptional();

const among = (given: { readonly options: readonly unknown[] }, chosen: readonly unknown[]) =>
  chosen.every((each) => given.options.some((one) => JSON.stringify(one) === JSON.stringify(each)));

const textInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id: id,
    multiline: z.boolean().exactOptional(),
    max_length: z.number().int().min(1).max(3000).exactOptional(),
    min_length: z.number().int().min(0).max(3000).exactOptional(),
    initial_value: z.string().max(3000).exactOptional(),
    placeholder,
  })
  .refine(({ initial_value = '', max_length = 3000 }) => initial_value.length <= max_length, 'initial_value too long');

const radio = z
  .strictObject({
    type: z.literal('radio_buttons'),
    action_id: id,
    options: fewOptions,
    initial_option: option.exactOptional(),
  })
  .refine((given) => given.initial_option === undefined || among(given, [given.initial_option]), 'no such option');

const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    action_id: id,
    options: fewOptions,
    initial_options: fewOptions.exactOptional(),
  })
  .refine((given) => among(given, given.initial_options ?? []), 'no such option');

const select = z
  .strictObject({
    type: z.literal('static_select'),
    action_id: id,
    options: manyOptions,
    initial_option: option.exactOptional(),
    placeholder,
  })
  .refine((given) => given.initial_option === undefined || among(given, [given.initial_option]), 'no such option');

const multiSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    action_id: id,
    options: manyOptions,
    initial_options: manyOptions.exactOptional(),
    placeholder,
  })
  .refine((given) => among(given, given.initial_options ?? []), 'no such option');

const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  action_id: id,
  initial_date: z.iso.date().exactOptional(),
  placeholder,
});

const block_id = id.exactOptional();
const header = z.strictObject({ type: z.literal('header'), block_id, text: plain(150) });
const divider = z.strictObject({ type: z.literal('divider'), block_id });
const section = z
  .strictObject({
    type: z.literal('section'),
    block_id,
    text: anyText(3000).exactOptional(),
    fields: z.array(anyText(2000)).min(1).max(10).exactOptional(),
    accessory: button.exactOptional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'a section needs text or fields');
const context = z.strictObject({
  type: z.literal('context'),
  block_id,
  elements: z.array(anyText(2000)).min(1).max(10),
});
const richTextPart = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  style: z.strictObject({ bold: z.boolean().exactOptional() }).exactOptional(),
});
const richText = z
  .strictObject({
    type: z.literal('rich_text'),
    block_id,
    elements: z
      .array(z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(richTextPart).min(1) }))
      .min(1),
  })
  .refine(
    ({ elements }) => elements.flatMap((each) => each.elements).reduce((sum, { text }) => sum + text.length, 0) <= 3000,
    'rich text too long',
  );
const actions = z
  .strictObject({ type: z.literal('actions'), block_id, elements: z.array(button).min(1).max(25) })
  .refine(({ elements }) => unique(elements.map(({ action_id }) => action_id)), 'action_id not unique in its block')
  .refine(({ elements }) => elements.filter(({ style }) => style === 'primary').length <= 1, 'more than one primary');
const input = z.strictObject({
  type: z.literal('input'),
  block_id,
  label: plain(2000),
  optional: z.boolean().exactOptional(),
  dispatch_action: z.boolean().exactOptional(),
  hint: plain(2000).exactOptional(),
  element: z.union([textInput, radio, checkboxes, select, multiSelect, datepicker]),
});

const block = z.discriminatedUnion('type', [header, divider, section, context, richText, actions, input]);

const blocks = (most: number) =>
  z
    .array(block)
    .min(1)
    .max(most)
    .refine(
      (all) => unique(all.flatMap((each) => (each.block_id === undefined ? [] : [each.block_id]))),
      'block_id twice',
    );

const unique = (all: readonly string[]): boolean => new Set(all).size === all.length;

const viewBase = {
  blocks: blocks(100),
  callback_id: id.exactOptional(),
  external_id: id.exactOptional(),
  private_metadata: z.string().max(3000).exactOptional(),
};
const modal = z
  .strictObject({
    type: z.literal('modal'),
    title: plain(24),
    submit: plain(24).exactOptional(),
    close: plain(24).exactOptional(),
    clear_on_close: z.boolean().exactOptional(),
    notify_on_close: z.boolean().exactOptional(),
    ...viewBase,
  })
  .refine(
    ({ blocks: all, submit }) => submit !== undefined || all.every(({ type }) => type !== 'input'),
    'inputs need submit',
  );
const home = z.strictObject({ type: z.literal('home'), ...viewBase });

/** Slack measures a whole message too, and does not say how: the strictest reading, all blocks as JSON. */
const MESSAGE_SIZE = 13_000;

/** What Slack would say of the blocks of a message, or undefined. */
export function faultInBlocks(given: unknown): { readonly error: string; readonly detail: string } | undefined {
  const checked = blocks(50).safeParse(given);
  if (!checked.success) return { error: 'invalid_blocks', detail: z.prettifyError(checked.error) };
  // The types of Slack's own package must agree.
  checked.data satisfies KnownBlock[];
  const size = JSON.stringify(given).length;
  return size > MESSAGE_SIZE ? { error: 'msg_blocks_too_long', detail: `${size} characters` } : undefined;
}

/** What Slack would say of a view, or undefined. */
export function faultInView(given: unknown): { readonly error: string; readonly detail: string } | undefined {
  const checked = z.discriminatedUnion('type', [modal, home]).safeParse(given);
  if (!checked.success) return { error: 'invalid_arguments', detail: z.prettifyError(checked.error) };
  checked.data satisfies View;
  return Buffer.byteLength(JSON.stringify(given)) > 250_000
    ? { error: 'view_too_large', detail: 'over 250 KB' }
    : undefined;
}
