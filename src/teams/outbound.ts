import type { Dialog, FieldError, Reply, Screen } from '../conversation/reply.ts';
import { fitting, notice, noticeScreen } from './cards.ts';
import { showElsewhere, showFound } from './elsewhere.ts';
import { faultBlock, withFaults } from './forms.ts';
import { cardAnswer, dialogAnswer, hintAnswer, type InvokeBody, messageAnswer, staysAsItIs } from './invoke.ts';
import { openerFor } from './opener.ts';
import { type Context, inDialog, isSilent, send, showToClicker, TITLE, update } from './outgoing.ts';

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
 * A card that stands for a case is told of by the id of the message it is in; see `Placed`. A card that asked by itself how it
 * stands gets all of it as its answer, and nothing is sent. The message extension (`elsewhere.ts`) shows all of it in its
 * dialog, and what a search found in its list.
 */
export async function answer(replies: readonly Reply[], given: Omit<Context, 'shown' | 'body'>): Promise<InvokeBody> {
  const { what } = given.inbound.event;
  const shown = what.kind === 'submit' ? given.forms.recall(what.nonce) : undefined;
  const context: Context = { ...given, shown, body: undefined };
  for (const reply of replies) await carryOut(reply, context);
  return context.body ?? silence(context);
}

async function carryOut(reply: Reply, context: Context): Promise<void> {
  switch (reply.kind) {
    case 'show':
      return show(fitting(reply.screen, context.log), context, reply.case);
    case 'replace':
      return replace(fitting(reply.screen, context.log), context, reply.case);
    case 'dialog':
      return openDialog(fitting(reply.dialog, context.log), context);
    case 'field-errors':
      return showFaults(reply.errors, context);
    case 'found':
      showFound(reply, context);
  }
}

/** What an invoke gets when no reply filled its body. */
function silence({ inbound: { via } }: Context): InvokeBody {
  if (via === 'execute') return messageAnswer('Gelukt.');
  if (via === 'refresh') return staysAsItIs();
  if (via === 'search') return hintAnswer('Probeer het zo nog eens.');
  if (via !== 'task-fetch' && via !== 'extension-fetch') return undefined;
  // A button that asked for a dialog must get one.
  return dialogAnswer({ title: TITLE, card: notice('Gelukt', 'Je kunt dit venster sluiten.') });
}

async function show(screen: Screen, context: Context, ref?: string): Promise<void> {
  const { via } = context.inbound;
  if (via === 'extension-fetch' || via === 'extension-submit') return showElsewhere(screen, context, ref);
  // Who asked for a window looks at it: that is where the answer goes.
  if (via === 'task-fetch' || isSilent(via)) return showToClicker(screen, context);
  const messageId = await send(screen, context);
  if (messageId === undefined) showToClicker(screen, context);
  else await standsAt(messageId, screen, context, ref);
}

async function replace(screen: Screen, context: Context, ref?: string): Promise<void> {
  if (isSilent(context.inbound.via)) return show(screen, context, ref);
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
  if (inDialog(inbound.via)) {
    forms.remember({ dialog, clicked: inbound.clicked ?? context.shown?.clicked });
    context.body = dialogAnswer(dialog);
    return;
  }
  if (isSilent(inbound.via)) return;
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
  if (inDialog(via)) {
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
