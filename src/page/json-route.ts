import type { IncomingMessage } from 'node:http';
import { leaveUnread } from '../http/body.ts';
import { Refused } from '../http/refused.ts';
import type { Route } from '../http/route.ts';
import { checkLocal } from './local.ts';
import type { Log } from './log.ts';
import { PageError } from './refused.ts';
import { answerJson } from './respond.ts';

type Options = Pick<Route, 'method' | 'path'> & {
  readonly log: Log;
  /** What to answer; a PageError or Refused it throws becomes the answer, anything else a fault without its cause. */
  readonly answer: (request: IncomingMessage) => Promise<unknown>;
};

/** A route of the page's script: JSON, for this machine only. */
export const jsonRoute = ({ method, path, log, answer }: Options): Route => ({
  method,
  path,
  handle: async (request, response) => {
    try {
      checkLocal(request);
      answerJson(response, 200, await answer(request));
    } catch (error) {
      leaveUnread(request, response);
      if (error instanceof PageError || error instanceof Refused) {
        log.warn({ code: error.code }, 'the page refused a request');
        answerJson(response, error.status, { code: error.code, message: error.message });
        return;
      }
      log.error({ error: error instanceof Error ? error.name : 'unknown', path }, 'the page failed on a request');
      answerJson(response, 500, { code: 'fault', message: 'Er ging iets mis. Probeer het opnieuw.' });
    }
  },
});
