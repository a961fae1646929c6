import type { Dialog, FieldError, Reply } from '../conversation/reply.ts';
import { noticeScreen } from './blocks/notice.ts';
import { changed, showAlone, showInChat } from './messages.ts';
import { changeModal, openModal, showFaults, showOnTop, turnPage } from './modals.ts';
import type { Outgoing, Shown, Trigger } from './outgoing.ts';

/**
 * Carries out what the bot answers, in order. Never rejects: one reply that cannot be delivered does not stop the others.
 *
 * | reply        | message, mention       | command, ephemeral click | click in a chat       | click in a modal    | home, shortcut |
 * |--------------|------------------------|--------------------------|-----------------------|---------------------|----------------|
 * | show         | message, in its thread | only to this person      | message (in a channel: only to who clicked) | modal on top | modal |
 * | replace      | message                | in its place             | chat.update, for all  | views.update        | modal          |
 * | dialog       | card with a button     | modal                    | modal                 | modal on top, or the next page of it | modal |
 * | field-errors | message                | only to this person      | message               | beneath the fields  | modal          |
 *
 * What comes of a form that was sent with the modal's own button is in `submission.ts`.
 */
export async function answer(replies: readonly Reply[], out: Outgoing): Promise<void> {
  let left = out.inbound.trigger;
  const trigger: Trigger = () => {
    const given = left;
    left = undefined;
    return given;
  };
  for (const reply of replies) await carryOut(reply, out, trigger);
}

function carryOut(reply: Reply, out: Outgoing, trigger: Trigger): Promise<void> {
  switch (reply.kind) {
    case 'show':
      return show(reply, out, trigger);
    case 'replace':
      return replace(reply, out, trigger);
    case 'dialog':
      return dialog(reply.dialog, out, trigger);
    case 'field-errors':
      return faults(reply.errors, out, trigger);
    case 'found':
      // Slack has nowhere to search while typing, so nothing of it ever asks for this.
      return Promise.resolve();
  }
}

async function show(reply: Shown, out: Outgoing, trigger: Trigger): Promise<void> {
  const { surface } = out.inbound;
  switch (surface.at) {
    case 'chat':
      return showInChat(reply, surface, out);
    case 'ephemeral':
      return showAlone(reply, surface.responseUrl, 'ephemeral', out);
    case 'modal':
      await showOnTop(reply.screen, surface, out, trigger);
      return refresh(reply, out);
    case 'home':
    case 'nowhere':
      await openModal(reply.screen, out, trigger);
      return refresh(reply, out);
  }
}

async function replace(reply: Shown, out: Outgoing, trigger: Trigger): Promise<void> {
  const { surface } = out.inbound;
  if (surface.at === 'chat' && surface.clicked !== undefined) {
    const message = { channel: surface.channel, ts: surface.clicked };
    if (await changed(message, reply, out)) return;
  }
  if (surface.at === 'ephemeral' && surface.clicked) return showAlone(reply, surface.responseUrl, 'replace', out);
  if (surface.at !== 'modal') return show(reply, out, trigger);
  await changeModal(reply.screen, surface, out);
  return refresh(reply, out);
}

async function dialog(asked: Dialog, out: Outgoing, trigger: Trigger): Promise<void> {
  const { surface, place } = out.inbound;
  if (place === undefined) {
    return surface.at === 'modal' ? turnPage(asked, surface, out, trigger) : openModal(asked, out, trigger);
  }
  out.log.error({ card: asked.name }, 'A dialog was asked for in a public place and not shown.');
  const screen = noticeScreen('private-only', 'Dat kan hier niet.', 'Open een chat met mij alleen.');
  return show({ kind: 'show', screen }, out, trigger);
}

async function faults(errors: readonly FieldError[], out: Outgoing, trigger: Trigger): Promise<void> {
  const { surface } = out.inbound;
  if (surface.at === 'modal' && (await showFaults(errors, surface, out))) return;
  const words = errors.map(({ message }) => message).join('\n');
  return show({ kind: 'show', screen: noticeScreen('faults', 'Er ontbreekt nog iets.', words) }, out, trigger);
}

/** What somebody does in a modal changes the card of that case in their chat as well. */
async function refresh({ case: ref }: Shown, { refreshed, organisation, person }: Outgoing): Promise<void> {
  if (ref === undefined || person === undefined) return;
  await refreshed?.({ ref, organisation, person });
}
