import { z } from 'zod';
import type { What } from '../conversation/event.ts';
import type { TeamsActivity } from './activity.ts';
import { hasFiles, hasPicture } from './files.ts';
import { lettersOf } from './html.ts';

/**
 * The message extension: searching beside a message, and the actions on somebody's message. It is used in chats and channels
 * that the bot is in no way part of: nothing can be sent there, and the conversation says nothing of who may read along. Only
 * whoever uses it sees what comes back.
 */

/** The commands, as the manifest has them. Teams keeps a manifest for long: never rename one. */
export const extensionCommands = { search: 'zoek', report: 'meld-bericht', doubt: 'twijfel-bericht' } as const;

/** The one parameter of the search. */
const SOUGHT = 'zoek';

const PREFIX = 'composeExtension/';

/** Whether this came of the message extension. */
export const isExtension = ({ type, name }: Pick<TeamsActivity, 'type' | 'name'>): boolean =>
  type === 'invoke' && (name ?? '').startsWith(PREFIX);

/** Searching changes nothing, and each letter typed asks anew. */
export const isSearch = (activity: TeamsActivity): boolean =>
  activity.type === 'invoke' && activity.name === `${PREFIX}query`;

const optional = <Type extends z.ZodType>(type: Type) => type.nullish().transform((value) => value ?? undefined);
const skip = z.number().int().min(0).max(10_000);

const query = z.object({
  commandId: z.literal(extensionCommands.search),
  parameters: optional(z.array(z.object({ name: z.string().max(100), value: z.unknown().optional() })).max(20)),
  queryOptions: optional(z.object({ skip: optional(skip) })),
});

const words = optional(z.string().max(200_000));

const picked = z.object({
  commandId: z.enum([extensionCommands.report, extensionCommands.doubt]),
  messagePayload: z.object({
    linkToMessage: optional(z.string().max(4000)),
    subject: words,
    body: optional(z.object({ contentType: optional(z.string().max(100)), content: words })),
    attachments: optional(z.array(z.unknown()).max(1000)),
  }),
});

const submitted = z.object({
  data: z.record(z.string(), z.unknown()),
  // A preview of a message by the bot: nothing of ours ever asks for one.
  botMessagePreviewAction: z.null().optional(),
});

/** What is looked for, and how many of the articles were shown before; undefined when it is no search of ours. */
export function readSearch({ value }: TeamsActivity): { readonly what: What; readonly skip: number } | undefined {
  const { success, data } = query.safeParse(value);
  if (!success) return undefined;
  const sought = data.parameters?.find(({ name }) => name === SOUGHT)?.value;
  return {
    what: { kind: 'search', text: typeof sought === 'string' ? sought.slice(0, 1000) : '' },
    skip: data.queryOptions?.skip ?? 0,
  };
}

/** A message that somebody picked: its text and a link to it are filled in, never its files. */
export function readPicked(activity: TeamsActivity): What | undefined {
  const { success, data } = picked.safeParse(activity.value);
  if (!success) return undefined;
  const { commandId, messagePayload: message } = data;
  const { contentType = 'html', content = '' } = message.body ?? {};
  const body = contentType === 'text' ? content.trim() : lettersOf(content);
  const text = [lettersOf(message.subject ?? ''), body].filter((part) => part !== '').join('\n');
  const along = withFiles(message.attachments ?? [], content) ? { bestanden: 'ja' } : {};
  const link = linkOf(message.linkToMessage);
  if (commandId === extensionCommands.report) {
    return { kind: 'action', verb: 'meld', data: { wat: text, waar: link, ...along } };
  }
  return { kind: 'action', verb: 'vraag-aan', data: { draft: text, link, ...along } };
}

/** Teams often tells a bot nothing of the files; then the places they had in the text do. */
function withFiles(attachments: readonly unknown[], html: string): boolean {
  if (hasPicture(html)) return true;
  return attachments.length > 0 ? hasFiles({ attachments }) : /<attachment\b/i.test(html);
}

/** What was sent with a dialog of the extension. */
export const readSubmitted = ({ value }: TeamsActivity): Readonly<Record<string, unknown>> | undefined =>
  submitted.safeParse(value).data?.data;

/** The longest that the forms hold: half a link leads nowhere. */
const LONGEST_LINK = 500;

function linkOf(given: string | undefined): string {
  const url = URL.parse(given ?? '');
  return url?.protocol === 'https:' && url.username === '' && url.href.length <= LONGEST_LINK ? url.href : '';
}
