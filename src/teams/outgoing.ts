import type { Placed, Screen } from '../conversation/reply.ts';
import type { Turn } from './adapter.ts';
import { type Drawing, inChat, message } from './cards.ts';
import type { Forms, Shown } from './forms.ts';
import type { Inbound, Via } from './inbound.ts';
import { cardAnswer, dialogAnswer, hintAnswer, type InvokeBody } from './invoke.ts';
import type { Log } from './log.ts';
import type { OwnChat } from './own-chat.ts';
import { ConnectorRefused } from './transport.ts';

export const TITLE = 'Bij Twijfel';

/** One answer of the bot on its way to whoever is to see it. */
export type Context = {
  readonly inbound: Inbound;
  readonly turn: Turn;
  readonly forms: Forms;
  readonly log: Log;
  readonly drawing: Drawing;
  /** Takes in where the card of a case has come to be. */
  readonly placed?: Placed | undefined;
  /** Absent where nobody of the organisation is known. */
  readonly ownChat?: OwnChat | undefined;
  /** The form that was sent in, when we still know it. */
  readonly shown: Shown | undefined;
  /** What the HTTP answer will be; the last reply that has a say wins. */
  body: InvokeBody;
};

/** Whoever did this looks at a dialog, or is about to. */
export const inDialog = (via: Via): boolean =>
  via === 'task-fetch' || via === 'task-submit' || via === 'extension-fetch' || via === 'extension-submit';

/** Nothing may be sent: the bot is not in that chat, or nobody asked for anything. */
export const isSilent = (via: Via): boolean =>
  via === 'refresh' || via === 'search' || via === 'extension-fetch' || via === 'extension-submit';

/** Through the HTTP answer, which reaches whoever clicked even when Microsoft's connector does not answer. */
export function showToClicker(screen: Screen, context: Context): void {
  const { via } = context.inbound;
  if (via === 'execute' || via === 'refresh') context.body = cardAnswer(inChat(screen, context.drawing));
  else if (via === 'search') context.body = hintAnswer(screen.summary);
  else if (inDialog(via)) context.body = dialogAnswer({ title: TITLE, card: screen.card });
}

/** The id of the message; undefined when it was not taken. */
export async function send(screen: Screen, context: Context): Promise<string | undefined> {
  try {
    return await context.turn.send(message(screen, context.drawing));
  } catch (error) {
    note(error, screen, 'A message could not be sent.', context.log);
    return undefined;
  }
}

export async function update(messageId: string, screen: Screen, context: Context): Promise<boolean> {
  try {
    await context.turn.update(messageId, message(screen, context.drawing));
    return true;
  } catch (error) {
    note(error, screen, 'A card could not be changed.', context.log);
    return false;
  }
}

/** Codes only: the error of a library may quote the message. */
function note(error: unknown, screen: Screen, said: string, log: Log): void {
  const known =
    error instanceof ConnectorRefused ? { status: error.status, reason: error.code } : { reason: 'unknown' };
  log.warn({ card: screen.name, ...known }, said);
}
