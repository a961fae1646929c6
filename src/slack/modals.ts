import type { ModalView } from '@slack/types';
import type { Dialog, FieldError, Screen } from '../conversation/reply.ts';
import { withFaults } from './blocks/faults.ts';
import { limits } from './blocks/limits.ts';
import { type Metadata, ROOT, turned } from './blocks/metadata.ts';
import { noticeScreen } from './blocks/notice.ts';
import { posted, showAlone } from './messages.ts';
import { openerFor } from './opener.ts';
import { type At, type Outgoing, type Trigger, tried } from './outgoing.ts';
import type { Inbound } from './surface.ts';

/** Screens as modals: opened, put on top, changed in place. A modal may hold text of a case; what stands in for it never does. */

/** Opens a modal; too late or without a trigger, a card whose button opens it. */
export async function openModal(screen: Screen | Dialog, out: Outgoing, trigger: Trigger): Promise<void> {
  const given = trigger();
  const view = out.drawing.modal(screen, { ...ROOT, ...origin(out.inbound), pages: [screen.name] });
  const opened =
    given !== undefined && (await tried(screen, 'A modal came too late.', out, () => out.api.open(given, view)));
  if (!opened) await standIn(screen, out);
}

/** On top of the open modal; in its place where Slack takes no more of them. */
export async function showOnTop(
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
  if (!done) await standIn(screen, out);
}

export async function changeModal(screen: Screen | Dialog, { view }: At<'modal'>, out: Outgoing): Promise<void> {
  await tried(screen, 'A modal could not be changed.', out, () =>
    out.api.updateView(view, out.drawing.modal(screen, turned(view.metadata, screen.name))),
  );
}

/** The next page of a form, and one that was there before, stay in the same view; what else is opened comes on top. */
export function turnPage(dialog: Dialog, surface: At<'modal'>, out: Outgoing, trigger: Trigger): Promise<void> {
  const { pages, under } = surface.view.metadata;
  const before = pages.includes(dialog.name) || under.some(({ name }) => name === dialog.name);
  const stays = out.what.kind === 'submit' || before;
  return stays ? changeModal(dialog, surface, out) : showOnTop(dialog, surface, out, trigger);
}

/** Faults beneath the fields of the modal whose button it was; false when Slack did not tell what it shows. */
export async function showFaults(
  errors: readonly FieldError[],
  { view }: At<'modal'>,
  out: Outgoing,
): Promise<boolean> {
  if (view.shown === undefined) return false;
  const { shown } = view;
  const content = { ...shown, type: 'modal', blocks: withFaults(shown.blocks, errors) } as unknown as ModalView;
  const screen = noticeScreen('faults', '', '');
  return tried(screen, 'A modal could not be changed.', out, () => out.api.updateView(view, content));
}

/** In the chat, for a modal that did not open: never what a dialog would have shown. */
async function standIn(screen: Screen | Dialog, out: Outgoing): Promise<void> {
  const { surface, contact } = out.inbound;
  const card = 'title' in screen ? (openerFor(screen, out.what) ?? again()) : screen;
  const reply = { kind: 'show', screen: card } as const;
  if (surface.at === 'ephemeral') return showAlone(reply, surface.responseUrl, 'ephemeral', out);
  await posted(surface.at === 'chat' ? surface.channel : contact.user, reply, out);
}

const again = (): Screen =>
  noticeScreen('again', 'Het venster ging niet open.', 'Probeer het nog een keer. Er is niets opgeslagen.');

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
