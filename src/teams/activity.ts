import { z } from 'zod';
import { Refused } from './refused.ts';

const id = z.string().min(1).max(1000);
const optionalId = id.nullish().transform((value) => value ?? undefined);
const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);
const account = z.object({ id, aadObjectId: optionalId, name: optionalText });

const conversation = z.object({ id, conversationType: optionalText, tenantId: optionalId });

/** The fields of an activity this bot reads. All others are dropped, so that botbuilder never sees them either. */
const shape = z.object({
  type: z.string().min(1).max(100),
  id,
  channelId: z.string().max(100),
  serviceUrl: z.string().max(2000),
  from: account,
  recipient: z.object({ id, name: optionalText }),
  conversation,
  channelData: z
    .object({ tenant: z.object({ id: optionalId }).nullish() })
    .nullish()
    .transform((value) => value?.tenant?.id),
  name: optionalText,
  text: optionalText,
  locale: optionalText,
  action: optionalText,
  replyToId: optionalId,
  value: z.unknown().optional(),
  entities: z.array(z.unknown()).nullish(),
  attachments: z.array(z.unknown()).nullish(),
  membersAdded: z.array(z.object({ id })).nullish(),
  membersRemoved: z.array(z.object({ id })).nullish(),
});

/** An activity whose shape was checked; `channelData` is the tenant id of Teams' channel data. */
export type TeamsActivity = z.infer<typeof shape>;

/** Checks the shape of an activity; the refusal names the fields, never what was in them. */
export function parseActivity(body: unknown): TeamsActivity {
  const parsed = shape.safeParse(withConversation(body));
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.slice(0, 2).join('.') || 'body'))];
  throw new Refused(400, `The activity is malformed: ${fields.slice(0, 5).join(', ')}.`);
}

const fromCommandBox = z.looseObject({
  type: z.literal('invoke'),
  name: z.string().startsWith('composeExtension/'),
  conversation: z.null().optional(),
});

/** The message extension can be used where there is no conversation at all; the library wants one all the same. */
function withConversation(body: unknown): unknown {
  const { success, data } = fromCommandBox.safeParse(body);
  return success ? { ...data, conversation: { id: 'none' } } : body;
}

/** The tenant an activity says it is from; undefined when it says nothing, refused when it says two things. */
export function tenantOf(activity: TeamsActivity): string | undefined {
  const { conversation, channelData } = activity;
  if (conversation.tenantId && channelData && conversation.tenantId !== channelData) {
    throw new Refused(403, 'The activity names two tenants.');
  }
  return conversation.tenantId ?? channelData;
}
