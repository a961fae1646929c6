import { webApi } from '@slack/bolt';

/**
 * Refusals of this recipient or this message: trying again is of no use. Everything about our own token is none of them:
 * somebody will mend that.
 */
const PERMANENT: ReadonlySet<string> = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'restricted_action',
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_arguments',
  'msg_too_long',
  'msg_blocks_too_long',
  'no_text',
  'view_too_large',
  'not_found',
  'hash_conflict',
  'push_limit_reached',
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'response_url_expired',
]);

/** Slack did not take what we sent. Holds a code only, so that it can be logged as it is. */
export class SlackRefused extends Error {
  /** Slack's own word for it, such as channel_not_found; 'no_answer' when there was none. */
  readonly code: string;
  /** Trying again later will not help: it must go to somebody else, or in another way. */
  readonly permanent: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(code: string, retryAfterMs?: number) {
    super(`Slack answered ${code}`);
    this.name = 'SlackRefused';
    this.code = code;
    this.permanent = PERMANENT.has(code);
    this.retryAfterMs = retryAfterMs;
  }
}

/** What the web client throws, without the message that was sent: its errors may quote it. */
export function refusalOf(error: unknown): SlackRefused {
  if (error instanceof SlackRefused) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) return new SlackRefused('ratelimited', error.retryAfter * 1000);
  if (error instanceof webApi.WebAPIPlatformError) return new SlackRefused(codeOf(error.data.error));
  if (error instanceof webApi.WebAPIHTTPError) return new SlackRefused(`http_${error.statusCode}`);
  return new SlackRefused('no_answer');
}

/** A word, or nothing: what is no answer of Slack at all, such as a proxy's page, ends up in the same place. */
const codeOf = (given: unknown): string =>
  typeof given === 'string' && /^[a-z_]{1,60}$/.test(given) ? given : 'no_answer';
