import { z } from 'zod';
import { Refused } from '../http/refused.ts';

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
  // The message extension can be used where there is no conversation at all.
  conversation: conversation.nullish(),
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
export type TeamsActivity = Omit<z.infer<typeof shape>, 'conversation'> & {
  readonly conversation: z.infer<typeof conversation>;
};

/** Checks the shape of an activity; the refusal names the fields, never what was in them. */
export function parseActivity(body: unknown): TeamsActivity {
  const parsed = shape.safeParse(body);
  if (!parsed.success) throw malformed(parsed.error.issues.map((issue) => issue.path.slice(0, 2).join('.') || 'body'));
  const activity = parsed.data;
  const found = activity.conversation ?? (isFromCommandBox(activity) ? NOWHERE : undefined);
  if (found === undefined) throw malformed(['conversation']);
  return { ...activity, conversation: found };
}

function malformed(fields: readonly string[]): Refused {
  return new Refused(400, `The activity is malformed: ${[...new Set(fields)].slice(0, 5).join(', ')}.`);
}

/** The library wants a conversation all the same. */
const NOWHERE = { id: 'none', conversationType: undefined, tenantId: undefined };

function isFromCommandBox({ type, name }: { readonly type: string; readonly name?: string | undefined }): boolean {
  return type === 'invoke' && name?.startsWith('composeExtension/') === true;
}

/** The tenant an activity says it is from; undefined when it says nothing, refused when it says two things. */
export function tenantOf(activity: TeamsActivity): string | undefined {
  const { conversation, channelData } = activity;
  if (conversation.tenantId && channelData && conversation.tenantId !== channelData) {
    throw new Refused(403, 'The activity names two tenants.');
  }
  return conversation.tenantId ?? channelData;
}
