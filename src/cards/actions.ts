import { z } from 'zod';
import { placed } from './placed.ts';

/** 75 characters is what Slack's buttons hold. */
const title = z.string().min(1).max(75);
const data = z.record(z.string(), z.string());

/** The verb of an action; a verb is stored in messages that live for years, so it is never renamed. */
const verb = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a verb is lower case letters, digits and hyphens');

/** `none` on a button that leaves a form: a field that must be filled in would keep one from going back. */
const associatedInputs = z.literal('none').optional();

/**
 * Asks the bot. `data` are plain strings: Slack carries them in a button's value. An action whose data hold a `nonce`
 * sends a form: channels make it a `submit` of everything typed on the same card, others an `action`.
 */
export const execute = z
  .strictObject({
    type: z.literal('Action.Execute'),
    title,
    verb,
    data,
    style: z.enum(['default', 'positive', 'destructive']).optional(),
    associatedInputs,
    fallback: z.strictObject({ type: z.literal('Action.Submit'), title, data, associatedInputs }),
  })
  .refine(
    ({ fallback, ...action }) =>
      fallback.title === action.title &&
      fallback.data.verb === action.verb &&
      fallback.associatedInputs === action.associatedInputs,
    { message: 'the fallback does not match the action: let withFallback make it' },
  );

/** Opens a page of the outside world, in https only; in local mode one of this machine. */
export const openUrl = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  title,
  url: z.union([
    z.url({ protocol: /^https$/ }),
    z.url({ protocol: /^http$/, hostname: /^(localhost|127\.0\.0\.1|\[::1\])$/ }),
  ]),
});

/** What happens when a row is clicked; its title is what a screen reader says and what Slack's button shows. */
export const selectAction = execute;

/** Six is what Teams shows before it hides the rest behind three dots. */
export const actionSet = z.strictObject({
  type: z.literal('ActionSet'),
  actions: z
    .array(z.discriminatedUnion('type', [execute, openUrl]))
    .min(1)
    .max(6),
  ...placed,
});
