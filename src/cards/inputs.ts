import { z } from 'zod';
import { placed } from './placed.ts';

/** Slack's names for fields and choices reach 255 characters, its choices 75: both are far more than a form needs. */
const id = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'a field is named in letters and digits');
const label = z.string().min(1);

const field = {
  id,
  label,
  isRequired: z.boolean().optional(),
  errorMessage: z.string().min(1).optional(),
  ...placed,
};

const text = z.strictObject({
  type: z.literal('Input.Text'),
  ...field,
  placeholder: z.string().max(150).optional(),
  value: z.string().optional(),
  isMultiline: z.boolean().optional(),
  maxLength: z.number().int().positive().max(3000).optional(),
});

const choices = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  ...field,
  style: z.enum(['compact', 'expanded']),
  isMultiSelect: z.boolean().optional(),
  wrap: z.literal(true).optional(),
  value: z.string().optional(),
  placeholder: z.string().max(150).optional(),
  choices: z
    .array(z.strictObject({ title: z.string().min(1).max(75), value: z.string().min(1).max(75) }))
    .min(1)
    .max(100),
});

/** Its words stand in `title`. A client may send "false" for one that was never touched: `valueOff` is always "false". */
const toggle = z.strictObject({
  type: z.literal('Input.Toggle'),
  id,
  title: z.string().min(1).max(75),
  label: z.string().min(1).optional(),
  value: z.enum(['true', 'false']).optional(),
  valueOn: z.literal('true').optional(),
  valueOff: z.literal('false').optional(),
  wrap: z.literal(true).optional(),
  isRequired: z.boolean().optional(),
  errorMessage: z.string().min(1).optional(),
  ...placed,
});

const day = z.iso.date();

const date = z.strictObject({
  type: z.literal('Input.Date'),
  ...field,
  value: day.optional(),
  min: day.optional(),
  max: day.optional(),
});

/** Every kind of field our forms may have, each with a match in a Slack modal. */
export const inputs = [text, choices, toggle, date] as const;
