import type { IncomingMessage, ServerResponse } from 'node:http';
import { leaveUnread } from './body.ts';
import { Refused } from './refused.ts';

type Log = Readonly<Record<'warn' | 'error', (fields: object, said: string) => void>>;

/**
 * Answers a platform's request with what `receive` gives as JSON (without it, only 200), or with why it was refused. Never
 * rejects. What is no refusal comes only after authentication: a look-up failed, and the platform may try again.
 * @param platform as the log names it
 */
export async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  receive: () => Promise<object | undefined>,
  { platform, log }: { readonly platform: string; readonly log: Log },
): Promise<void> {
  try {
    write(response, 200, await receive());
  } catch (error) {
    leaveUnread(request, response);
    if (error instanceof Refused) {
      const { status, code, message } = error;
      log.warn({ status, code, reason: message }, `A ${platform} request was refused.`);
      write(response, status, { code, message });
      return;
    }
    // Only its kind: the error of a library may quote the message.
    log.error(
      { reason: error instanceof Error ? error.name : 'unknown' },
      `A ${platform} request could not be handled.`,
    );
    write(response, 503, { code: 'NOT_NOW', message: 'Try again later.' });
  }
}

function write(response: ServerResponse, status: number, body: object | undefined): void {
  if (response.destroyed || response.headersSent) return;
  response.statusCode = status;
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
