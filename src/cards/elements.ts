import { z } from 'zod';
import type { Card } from '../conversation/reply.ts';
import { actionSet, type execute, type openUrl, selectAction } from './actions.ts';
import { CardError } from './errors.ts';
import { inputs } from './inputs.ts';
import { placed } from './placed.ts';

/**
 * The closed subset of Adaptive Cards 1.5 that our cards may use: what Teams shows on a phone as well, what the page
 * draws, and what Slack can match with Block Kit. An element or property outside it fails a test, so that no channel
 * ever meets something it would have to drop.
 */

const text = z.string().min(1);
/** The template engine gives our tones as they are written in data; every client compares without case. */
const colour = z.enum(['Default', 'Accent', 'Good', 'Warning', 'Attention', 'good', 'warning', 'attention']);
const style = z.enum(['default', 'emphasis', 'good', 'warning', 'attention', 'accent']);
const look = {
  size: z.enum(['Small', 'Default', 'Medium', 'Large']).optional(),
  weight: z.enum(['Default', 'Bolder']).optional(),
  color: colour.optional(),
  isSubtle: z.boolean().optional(),
};

/** Our own words and the protocol's: escaped by `fill`, always wrapping. Slack: section, header or context. */
const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text,
  wrap: z.literal(true),
  style: z.literal('heading').optional(),
  ...look,
  ...placed,
});

/** What people typed: no client reads markdown here, phones included. Slack: rich_text. */
const richTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(z.strictObject({ type: z.literal('TextRun'), text, ...look })).length(1),
  ...placed,
});

/** Titles with values. Slack: section fields, hence at most ten. */
const factSet = z.strictObject({
  type: z.literal('FactSet'),
  facts: z
    .array(z.strictObject({ title: text, value: text }))
    .min(1)
    .max(10),
  ...placed,
});

/**
 * A row to click: words on the left, a sign on the right that one can. Only this one shape, and never inside another
 * row. Slack: a section whose accessory is a button with the action's title.
 */
const row = z.strictObject({
  type: z.literal('ColumnSet'),
  selectAction,
  columns: z.tuple([
    z.strictObject({ type: z.literal('Column'), width: z.literal('stretch'), items: z.array(textBlock).min(1).max(2) }),
    z.strictObject({
      type: z.literal('Column'),
      width: z.literal('auto'),
      verticalContentAlignment: z.literal('Center'),
      items: z.tuple([textBlock]),
    }),
  ]),
  ...placed,
});

const leaf = [textBlock, richTextBlock, factSet, row, actionSet, ...inputs] as const;

const container = <Items extends z.ZodType>(items: Items) =>
  z.strictObject({ type: z.literal('Container'), style: style.optional(), items: z.array(items).min(1), ...placed });

/** A group in a group, such as each duty within "De wet"; deeper nesting has no match in Slack and little use. */
const inner = container(z.discriminatedUnion('type', leaf));
const outer = container(z.discriminatedUnion('type', [...leaf, inner]));

/** A filled card, complete. */
export const cardSchema = z.strictObject({
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  lang: z.literal('nl'),
  speak: text,
  fallbackText: text,
  body: z.array(z.discriminatedUnion('type', [...leaf, outer])).min(1),
});

export type CheckedCard = z.infer<typeof cardSchema>;
export type Element = CheckedCard['body'][number];
export type Action = z.infer<typeof execute> | z.infer<typeof openUrl>;

/** Teams' own limit is 100 KB; we stay under the strictest one any client was seen to have. */
export const maxCardBytes = 28 * 1024;

/**
 * Throws a CardError that names every place where a card leaves the subset or is too large. For tests and for a renderer
 * that wants types: a turn of the bot does not pay for it.
 */
export const checkCard = (card: Card): CheckedCard => {
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > maxCardBytes) throw new CardError('too-large', `the card has ${bytes} bytes, more than ${maxCardBytes}`);
  const checked = cardSchema.safeParse(card);
  if (checked.success) return checked.data;
  throw new CardError('outside-subset', z.prettifyError(checked.error), { cause: checked.error });
};
