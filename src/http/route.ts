import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * What a channel hands to the server: a path and who answers it. The server limits size and time and hands over the raw
 * request; reading the body, checking who sends it and every status code are the channel's.
 */
export type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};
