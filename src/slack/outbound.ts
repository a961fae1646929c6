import type { ModalView } from '@slack/types';
import type { What } from '../conversation/event.ts';
import type { CaseCard, Dialog, FieldError, Placed, Reply, Screen } from '../conversation/reply.ts';
import type { Api, Posted } from './api.ts';
import { refusalOf } from './api-error.ts';
import { withFaults } from './blocks/faults.ts';
import { limits } from './blocks/limits.ts';
import { type Metadata, ROOT, turned } from './blocks/metadata.ts';
import { noticeScreen } from './blocks/notice.ts';
import type { Drawing } from './drawing.ts';
import type { Log } from './log.ts';
import { openerFor } from './opener.ts';
import { conversationOf } from './reference.ts';
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

type Shown = Extract<Reply, { kind: 'show' | 'replace' }>;
type At<Where extends Surface['at']> = Extract<Surface, { at: Where }>;

/**
 * Carries out what the bot answers, in order. Never rejects: one reply that cannot be delivered does not stop the others.
 *
 * | reply        | message, mention      | command, ephemeral click | click in a chat         | click in a modal     | home, shortcut |
 * |--------------|-----------------------|--------------------------|-------------------------|----------------------|----------------|
 * | show         | message, in its thread| only to this person      | message; in a channel only to who clicked | modal on top | modal |
 * | replace      | message               | in its place             | chat.update, for all    | views.update         | modal          |
 * | dialog       | card with a button    | modal                    | modal                   | modal on top         | modal          |
 * | field-errors | message               | only to this person      | message                 | modal on top         | modal          |
 *
 * What comes of a form that was sent is in `submission.ts`.
 */
export async function answer(replies: readonly Reply[], out: Outgoing): Promise<void> {
  // A trigger works once.
  let trigger = out.inbound.trigger;
  const opened = (): string | undefined => {
    const given = trigger;
    trigger = undefined;
    return given;
  };
  for (const reply of replies) await carryOut(reply, out, opened);
}

type Trigger = () => string | undefined;

async function carryOut(reply: Reply, out: Outgoing, trigger: Trigger): Promise<void> {
  switch (reply.kind) {
    case 'show':
      return show(reply, out, trigger);
    case 'replace':
      return replace(reply, out, trigger);
    case 'dialog':
      return openDialog(reply.dialog, out, trigger);
    case 'field-errors':
      return showFaults(reply.errors, out, trigger);
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
      await openModal(reply.screen, { ...ROOT, ...origin(out.inbound), pages: [reply.screen.name] }, out, trigger);
      return refresh(reply, out);
  }
}

async function replace(reply: Shown, out: Outgoing, trigger: Trigger): Promise<void> {
  const { surface } = out.inbound;
  if (surface.at === 'chat' && surface.clicked !== undefined) {
    const message = { channel: surface.channel, ts: surface.clicked };
    if (await changed(message, reply, out)) return;
  }
  if (surface.at === 'ephemeral' && surface.clicked) {
    return showAlone(reply, surface.responseUrl, 'replace', out);
  }
  if (surface.at === 'modal') {
    await changeModal(reply.screen, surface, out);
    return refresh(reply, out);
  }
  return show(reply, out, trigger);
}

/** Changes a message, and remembers it when it is somebody's card of a case; false when Slack refused. */
export async function changed(message: Posted, reply: Shown, out: Outgoing): Promise<boolean> {
  const done = await tried(reply.screen, 'A card could not be changed.', out, () =>
    out.api.update(message, out.drawing.message(reply.screen)),
  );
  if (done) await remember(message, reply, out);
  return done;
}

async function showInChat(reply: Shown, surface: At<'chat'>, out: Outgoing): Promise<void> {
  const { clicked, responseUrl } = surface;
  // A click in a channel is of one person; what it says is not for all.
  if (out.inbound.place !== undefined && clicked !== undefined && responseUrl !== undefined) {
    return showAlone(reply, responseUrl, 'ephemeral', out);
  }
  await posted(surface.channel, reply, out, surface.thread);
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

async function remember(message: Posted, reply: Shown, out: Outgoing): Promise<void> {
  const { placed, person, organisation, team, inbound } = out;
  if (reply.case === undefined || placed === undefined || person === undefined || inbound.place !== undefined) return;
  const conversation = conversationOf(team, message.channel);
  const { screen, case: ref } = reply;
  await placed({ ref, organisation, person, channel: 'slack', conversation, messageId: message.ts, screen });
}

/** To this person alone; where that is no longer possible, in their own chat. */
async function showAlone(
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

/** On top of the open modal; in its place where Slack takes no more of them. */
async function showOnTop(
  screen: Screen | Dialog,
  surface: At<'modal'>,
  out: Outgoing,
  trigger: Trigger,
): Promise<void> {
  const { id, metadata } = surface.view;
  const under = [...metadata.under, { view: id, name: metadata.pages.at(-1) ?? '' }];
  const given = under.length < limits.stack ? trigger() : undefined;
  if (given === undefined) return changeModal(screen, surface, out);
  const view = out.drawing.modal(screen, { ...origin(out.inbound), under, pages: [screen.name] });
  const done = await tried(screen, 'A modal could not be put on top.', out, () => out.api.push(given, view));
  if (!done) await posted(out.inbound.contact.user, { kind: 'show', screen }, out);
}

async function changeModal(screen: Screen | Dialog, { view }: At<'modal'>, out: Outgoing): Promise<void> {
  await tried(screen, 'A modal could not be changed.', out, () =>
    out.api.updateView(view, out.drawing.modal(screen, turned(view.metadata, screen.name))),
  );
}

/** What somebody does in a modal changes the card of that case in their chat as well. */
async function refresh({ case: ref }: Shown, { refreshed, organisation, person }: Outgoing): Promise<void> {
  if (ref === undefined || person === undefined) return;
  await refreshed?.({ ref, organisation, person });
}

/** Where a modal was opened goes along to the ones on top of it. */
function origin({ surface, contact }: Inbound): Pick<Metadata, 'from' | 'home'> {
  if (surface.at === 'home') return { home: true };
  if (surface.at === 'modal') {
    const { from, home } = surface.view.metadata;
    return { ...(from && { from }), ...(home && { home }) };
  }
  if (surface.at !== 'chat' || surface.clicked === undefined) return {};
  return { from: { channel: surface.channel, ts: surface.clicked, user: contact.user } };
}

async function openDialog(dialog: Dialog, out: Outgoing, trigger: Trigger): Promise<void> {
  const { surface, place } = out.inbound;
  if (place !== undefined) {
    out.log.error({ card: dialog.name }, 'A dialog was asked for in a public place and not shown.');
    const screen = noticeScreen('private-only', 'Dat kan hier niet.', 'Open een chat met mij alleen.');
    return show({ kind: 'show', screen }, out, trigger);
  }
  if (surface.at !== 'modal') {
    await openModal(dialog, { ...ROOT, ...origin(out.inbound), pages: [dialog.name] }, out, trigger);
    return;
  }
  // The next page of a form, and one that was there before, stay in the same view; what else is opened comes on top.
  const { pages, under } = surface.view.metadata;
  const before = pages.includes(dialog.name) || under.some(({ name }) => name === dialog.name);
  const stays = out.what.kind === 'submit' || before;
  return stays ? changeModal(dialog, surface, out) : showOnTop(dialog, surface, out, trigger);
}

/** Beneath the fields of the modal whose button it was; elsewhere as a message. */
async function showFaults(errors: readonly FieldError[], out: Outgoing, trigger: Trigger): Promise<void> {
  const { surface } = out.inbound;
  const screen = faultsScreen(errors);
  const view = surface.at === 'modal' ? surface.view : undefined;
  if (view?.shown === undefined) return show({ kind: 'show', screen }, out, trigger);
  const content = {
    ...view.shown,
    type: 'modal',
    blocks: withFaults(view.shown.blocks, errors),
  } as unknown as ModalView;
  await tried(screen, 'A modal could not be changed.', out, () => out.api.updateView(view, content));
}

/** Opens a modal; too late or without a trigger, a card whose button opens it. */
async function openModal(screen: Screen | Dialog, metadata: Metadata, out: Outgoing, trigger: Trigger): Promise<void> {
  const given = trigger();
  const view = out.drawing.modal(screen, metadata);
  const opened =
    given !== undefined && (await tried(screen, 'A modal came too late.', out, () => out.api.open(given, view)));
  if (opened) return;
  const card = 'title' in screen ? (openerFor(screen, out.what) ?? againScreen()) : screen;
  const { surface, contact } = out.inbound;
  const reply: Shown = { kind: 'show', screen: card };
  if (surface.at === 'ephemeral') return showAlone(reply, surface.responseUrl, 'ephemeral', out);
  await posted(surface.at === 'chat' ? surface.channel : contact.user, reply, out);
}

const againScreen = (): Screen =>
  noticeScreen('again', 'Het venster ging niet open.', 'Probeer het nog een keer. Er is niets opgeslagen.');

function faultsScreen(errors: readonly FieldError[]): Screen {
  return noticeScreen('faults', 'Er ontbreekt nog iets.', errors.map(({ message }) => message).join('\n'));
}

/** Codes only: the error of a library may quote the message. */
async function tried(screen: Screen, said: string, { log }: Outgoing, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    log.warn({ card: screen.name, reason: refusalOf(error).code }, said);
    return false;
  }
}
