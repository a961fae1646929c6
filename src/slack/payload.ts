import { z } from 'zod';
import { Refused } from '../http/refused.ts';
import * as shapes from './shapes.ts';

/**
 * Which of the shapes somebody sends. Kinds we do not listen to become `other`: they are acknowledged and nothing more.
 */

/** What somebody sends; `greeting` are the two questions Slack asks about the address itself, `other` what we do not hear. */
export type Parsed =
  | { readonly kind: 'payload'; readonly payload: shapes.Payload }
  | { readonly kind: 'greeting'; readonly challenge: string | undefined }
  | { readonly kind: 'other'; readonly team: string };

const LISTENED: readonly string[] = ['message', 'app_mention', 'app_home_opened'];
const payloads: Readonly<Record<string, z.ZodType<shapes.Payload>>> = {
  event_callback: shapes.eventCallback,
  block_actions: shapes.blockActions,
  view_submission: shapes.viewSubmission,
  shortcut: shapes.shortcut,
  message_action: shapes.messageShortcut,
};

/** Checks the shape of a body; the refusal names the fields, never what was in them. */
export function parsePayload(body: unknown): Parsed {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refused(400, 'The body is no object.');
  }
  const given: Readonly<Record<string, unknown>> = { ...body };
  if (given.type === 'url_verification') {
    return { kind: 'greeting', challenge: checked(shapes.urlVerification, given).challenge };
  }
  if (given.type === undefined && given.ssl_check !== undefined) {
    checked(shapes.sslCheck, given);
    return { kind: 'greeting', challenge: undefined };
  }
  if (given.type === undefined && given.command !== undefined) {
    return { kind: 'payload', payload: checked(shapes.command, given) };
  }
  return parseTyped(given);
}

function parseTyped(given: Readonly<Record<string, unknown>>): Parsed {
  const type = typeof given.type === 'string' ? given.type : '';
  if (type === 'event_callback') {
    const { event: inner, team_id } = checked(shapes.otherEvent, given);
    if (!LISTENED.includes(inner.type)) return { kind: 'other', team: team_id };
  }
  const shape = Object.hasOwn(payloads, type) ? payloads[type] : undefined;
  if (shape !== undefined) return { kind: 'payload', payload: checked(shape, given) };
  // A modal that was closed, a menu that asks for options: signed by Slack, and nothing of ours.
  const { team: from } = checked(z.object({ type: z.string().min(1).max(100), team: shapes.team }), given);
  return { kind: 'other', team: from.id };
}

function checked<Out>(shape: z.ZodType<Out>, given: unknown): Out {
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.slice(0, 3).join('.') || 'body'))];
  throw new Refused(400, `The request is malformed: ${fields.slice(0, 5).join(', ')}.`);
}

/** The workspace this bot was installed in, and where the request is from; undefined when it names none. */
export function workspaceOf(payload: shapes.Payload): string | undefined {
  if ('command' in payload) return payload.team_id;
  // In a channel shared with another organisation the event is of theirs; the authorization says through whom we hear it.
  if ('event' in payload) return payload.authorizations?.[0]?.team_id ?? payload.team_id;
  const installed = 'view' in payload ? payload.view?.app_installed_team_id : undefined;
  return installed ?? payload.team?.id ?? payload.user.team_id;
}
