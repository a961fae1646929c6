import type { What } from '../conversation/event.ts';
import type { CaseCard, Placed, Reply, Screen } from '../conversation/reply.ts';
import type { Api } from './api.ts';
import { refusalOf } from './api-error.ts';
import type { Drawing } from './drawing.ts';
import type { Log } from './log.ts';
import type { Inbound, Surface } from './surface.ts';

/** Everything an answer needs to get to where it belongs. */
export type Outgoing = {
  readonly api: Api;
  readonly drawing: Drawing;
  readonly log: Log;
  readonly placed: Placed | undefined;
  readonly refreshed: Refreshed | undefined;
  readonly inbound: Inbound;
  readonly what: What;
  readonly organisation: string;
  readonly team: string;
  /** E-mail of whoever did it. */
  readonly person: string | undefined;
};

/**
 * What the channel calls when somebody did something to a case where no card of it stands: the card they have is to show how
 * the case stands now. Never rejects.
 */
export type Refreshed = (card: Pick<CaseCard, 'ref' | 'organisation' | 'person'>) => Promise<void>;

export type Shown = Extract<Reply, { kind: 'show' | 'replace' }>;
export type At<Where extends Surface['at']> = Extract<Surface, { at: Where }>;

/** Gives the trigger of a request, once: it opens one modal. */
export type Trigger = () => string | undefined;

/** Whether Slack took it. Logs codes only: the error of a library may quote the message. */
export async function tried(
  screen: Screen,
  said: string,
  { log }: Outgoing,
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    log.warn({ card: screen.name, reason: refusalOf(error).code }, said);
    return false;
  }
}
