import type { Posted } from './api.ts';
import { type At, type Outgoing, type Shown, tried } from './outgoing.ts';
import { conversationOf } from './reference.ts';

/** Screens as messages: sent, changed, or shown to one person alone. */

/** Where it was written; what comes of a click in a channel is for the one who clicked. */
export async function showInChat(reply: Shown, surface: At<'chat'>, out: Outgoing): Promise<void> {
  const { clicked, responseUrl } = surface;
  if (out.inbound.place !== undefined && clicked !== undefined && responseUrl !== undefined) {
    return showAlone(reply, responseUrl, 'ephemeral', out);
  }
  await posted(surface.channel, reply, out, surface.thread);
}

/** Changes a message, and remembers it when it is somebody's card of a case; false when Slack refused. */
export async function changed(message: Posted, reply: Shown, out: Outgoing): Promise<boolean> {
  const done = await tried(reply.screen, 'A card could not be changed.', out, () =>
    out.api.update(message, out.drawing.message(reply.screen)),
  );
  if (done) await remember(message, reply, out);
  return done;
}

/** Posts a message, and remembers it when it is somebody's card of a case; undefined when Slack refused. */
export async function posted(
  channel: string,
  reply: Shown,
  out: Outgoing,
  thread?: string,
): Promise<Posted | undefined> {
  let message: Posted | undefined;
  await tried(reply.screen, 'A message could not be sent.', out, async () => {
    message = await out.api.post(channel, out.drawing.message(reply.screen), thread);
  });
  if (message !== undefined) await remember(message, reply, out);
  return message;
}

/** To this person alone; where that is no longer possible, in their own chat. */
export async function showAlone(
  reply: Shown,
  responseUrl: string,
  how: 'ephemeral' | 'replace',
  out: Outgoing,
): Promise<void> {
  const { api, drawing, inbound } = out;
  // What only shows until the window is closed is no place for somebody's card of a case.
  if (reply.case !== undefined && (await posted(inbound.contact.user, reply, out)) !== undefined) return;
  const done = await tried(reply.screen, 'An answer for one person could not be given.', out, () =>
    api.respond(responseUrl, drawing.message(reply.screen), how),
  );
  if (!done) await posted(inbound.contact.user, reply, out);
}

async function remember(message: Posted, reply: Shown, out: Outgoing): Promise<void> {
  const { placed, person, organisation, team, inbound } = out;
  if (reply.case === undefined || placed === undefined || person === undefined || inbound.place !== undefined) return;
  const conversation = conversationOf(team, message.channel);
  const { screen, case: ref } = reply;
  await placed({ ref, organisation, person, channel: 'slack', conversation, messageId: message.ts, screen });
}
