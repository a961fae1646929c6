import type { Dialog, FieldError, Placed, Reply, Screen } from '../conversation/reply.ts';
import type { Turn } from './adapter.ts';
import { fitting, message, notice, noticeScreen } from './cards.ts';
import { withFetches } from './dialog-card.ts';
import type { Forms, Shown } from './forms.ts';
import { faultBlock, withFaults } from './forms.ts';
import type { Inbound } from './inbound.ts';
import type { InvokeBody } from './invoke.ts';
import { cardAnswer, dialogAnswer, messageAnswer } from './invoke.ts';
import type { Log } from './log.ts';
import { openerFor } from './opener.ts';
import { ConnectorRefused } from './transport.ts';

const TITLE = 'Bij Twijfel';

type Context = {
  readonly inbound: Inbound;
  readonly turn: Turn;
  readonly forms: Forms;
  readonly log: Log;
  /** The verbs of buttons that open a dialog. */
  readonly opensDialog: ReadonlySet<string>;
  /** Takes in where the card of a case has come to be. */
  readonly placed?: Placed | undefined;
  /** The form that was sent in, when we still know it. */
  readonly shown: Shown | undefined;
  /** What the HTTP answer will be; the last reply that has a say wins. */
  body: InvokeBody;
};

/**
 * Carries out what the bot answers, in order, and gives the body of the HTTP answer (undefined for what is no invoke).
 * Never rejects: one reply that cannot be delivered does not stop the others.
 *
 * | reply        | to a message     | to Action.Execute                 | to task/fetch     | to task/submit                |
 * |--------------|------------------|-----------------------------------|-------------------|-------------------------------|
 * | show         | message          | message                           | in the dialog     | message; the dialog closes    |
 * | replace      | update, else send| update for all, card to who clicks| update, card shown| update where it was opened    |
 * | dialog       | opener card      | opener card                       | dialog            | next page of the dialog       |
 * | field-errors | card with faults | the form again, filled in         | dialog with faults| the form again, filled in     |
 *
 * A card that stands for a case is told of by the id of the message it is in; see `Placed`.
 */
export async function answer(replies: readonly Reply[], given: Omit<Context, 'shown' | 'body'>): Promise<InvokeBody> {
  const { what } = given.inbound.event;
  const shown = what.kind === 'submit' ? given.forms.recall(what.nonce) : undefined;
  const context: Context = { ...given, shown, body: undefined };
  for (const reply of replies) await carryOut(reply, context);
  return context.body ?? silence(context);
}

function carryOut(reply: Reply, context: Context): Promise<void> {
  switch (reply.kind) {
    case 'show':
      return show(fitting(reply.screen, context.log), context, reply.case);
    case 'replace':
      return replace(fitting(reply.screen, context.log), context, reply.case);
    case 'dialog':
      return openDialog(fitting(reply.dialog, context.log), context);
    case 'field-errors':
      return showFaults(reply.errors, context);
  }
}

/** What an invoke gets when no reply filled its body. */
function silence({ inbound }: Context): InvokeBody {
  if (inbound.via === 'execute') return messageAnswer('Gelukt.');
  if (inbound.via !== 'task-fetch') return undefined;
  // A button that asked for a dialog must get one.
  return dialogAnswer({ title: TITLE, card: notice('Gelukt', 'Je kunt dit venster sluiten.') });
}

async function show(screen: Screen, context: Context, ref?: string): Promise<void> {
  // Who asked for a window looks at it: that is where the answer goes.
  if (context.inbound.via === 'task-fetch') return showToClicker(screen, context);
  const messageId = await send(screen, context);
  if (messageId === undefined) showToClicker(screen, context);
  else await standsAt(messageId, screen, context, ref);
}

async function replace(screen: Screen, context: Context, ref?: string): Promise<void> {
  const clicked = context.inbound.clicked ?? context.shown?.clicked;
  const { via } = context.inbound;
  const changed = clicked !== undefined && (await update(clicked, screen, context));
  if (changed) await standsAt(clicked, screen, context, ref);
  if (via === 'execute' || via === 'task-fetch') showToClicker(screen, context);
  else if (!changed) await show(screen, context, ref);
}

/** A card that stands for a case is from now on the one that changes with it. */
async function standsAt(messageId: string, screen: Screen, context: Context, ref: string | undefined): Promise<void> {
  const { who, where } = context.inbound.event;
  if (ref === undefined || who.person === undefined || messageId === '' || where.privacy !== 'private') return;
  const { channel, conversation } = where;
  const { organisation, person } = who;
  await context.placed?.({ ref, organisation, person, channel, conversation, messageId, screen });
}

async function openDialog(dialog: Dialog, context: Context): Promise<void> {
  const { inbound, forms, log } = context;
  if (inbound.via === 'task-fetch' || inbound.via === 'task-submit') {
    forms.remember({ dialog, clicked: inbound.clicked ?? context.shown?.clicked });
    context.body = dialogAnswer(dialog);
    return;
  }
  const opener = openerFor(dialog, inbound.event.what);
  if (opener !== null) return show(opener, context);
  if (inbound.event.where.privacy === 'public') {
    log.error({ card: dialog.name }, 'A dialog was asked for in a public place and not shown.');
    return show(noticeScreen('private-only', 'Dat kan hier niet.', 'Open een chat met mij alleen.'), context);
  }
  forms.remember({ dialog, clicked: undefined });
  // The answer to a click is not kept in the chat, so a form may well go there.
  if (inbound.via === 'execute') return showToClicker(dialog, context);
  await show(dialog, context);
}

async function showFaults(errors: readonly FieldError[], context: Context): Promise<void> {
  const { via, event } = context.inbound;
  const values = event.what.kind === 'submit' ? event.what.values : {};
  const known = context.shown;
  if (known !== undefined && via !== 'card-message') {
    const card = withFaults(known.dialog.card, values, errors);
    context.body = via === 'execute' ? cardAnswer(card) : dialogAnswer({ ...known.dialog, card });
    return;
  }
  const card = faultsOnly(errors);
  if (via === 'task-submit' || via === 'task-fetch') {
    // The form is forgotten (a restart): what was typed is given back, to be copied into a new one.
    const typed = Object.values(values).filter((value) => value !== '');
    const body = [...card.body, ...typed.map((text) => ({ type: 'TextBlock', text, wrap: true }))];
    context.body = dialogAnswer({ title: TITLE, card: { ...card, body } });
    return;
  }
  // The form in the chat still holds what was typed: leave it alone.
  await show({ name: 'faults', card, summary: 'Er ontbreekt nog iets.' }, context);
}

function faultsOnly(errors: readonly FieldError[]) {
  const card = notice('Er ontbreekt nog iets', 'Pas het aan en verstuur opnieuw.');
  return { ...card, body: [...card.body, ...errors.map(faultBlock)] };
}

/** Through the HTTP answer, which reaches whoever clicked even when Microsoft's connector does not answer. */
function showToClicker(screen: Screen, context: Context): void {
  const { via } = context.inbound;
  if (via === 'execute') context.body = cardAnswer(withFetches(screen.card, context.opensDialog));
  else if (via === 'task-fetch' || via === 'task-submit')
    context.body = dialogAnswer({ title: TITLE, card: screen.card });
}

/** The id of the message; undefined when it was not taken. */
async function send(screen: Screen, context: Context): Promise<string | undefined> {
  try {
    return await context.turn.send(message(screen, context.opensDialog));
  } catch (error) {
    note(error, screen, 'A message could not be sent.', context.log);
    return undefined;
  }
}

async function update(messageId: string, screen: Screen, context: Context): Promise<boolean> {
  try {
    await context.turn.update(messageId, message(screen, context.opensDialog));
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
