import type { ModalView } from '@slack/types';
import type { Dialog, FieldError, Reply } from '../conversation/reply.ts';
import type { Posted } from './api.ts';
import { refusalOf } from './api-error.ts';
import { blockOf } from './blocks/inputs.ts';
import { turned } from './blocks/metadata.ts';
import { noticeScreen } from './blocks/notice.ts';
import { plainText } from './blocks/text.ts';
import type { Drawing } from './drawing.ts';
import { changed, posted } from './messages.ts';
import type { Outgoing } from './outgoing.ts';
import type { OpenView } from './surface.ts';

/** What Slack gets in answer to a form that was sent; nothing closes this view and shows the one under it. */
export type ViewAnswer =
  | undefined
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'update'; readonly view: ModalView }
  | { readonly response_action: 'clear' };

/** A form waits so long for its commit: Slack gives up after three seconds, and then tells its sender nothing that helps. */
export const ANSWER_MS = 2000;

export const NOT_SAVED = 'Dit is nog niet opgeslagen. Wacht even en verstuur het opnieuw.';

type Card = Extract<Reply, { kind: 'show' | 'replace' }>;

const isCard = (reply: Reply): reply is Card => reply.kind === 'show' || reply.kind === 'replace';

/**
 * What the modal does with the bot's answer: faults beneath their fields, the next page in its place, or it closes. It closes
 * only when the bot answered, which it does after the commit.
 */
export function viewAnswer(replies: readonly Reply[], view: OpenView, drawing: Drawing): ViewAnswer {
  const errors = replies.flatMap((reply) => (reply.kind === 'field-errors' ? reply.errors : []));
  if (errors.length > 0) return withErrors(errors, view, drawing);
  const page = pageIn(replies);
  if (page === undefined) return { response_action: 'clear' };
  if (viewUnder(page, view) !== undefined) return undefined;
  return { response_action: 'update', view: drawing.modal(page, turned(view.metadata, page.name)) };
}

const pageIn = (replies: readonly Reply[]): Dialog | undefined =>
  replies.flatMap((reply) => (reply.kind === 'dialog' ? [reply.dialog] : []))[0];

/** The view that this one was opened from, when that is what is to be read again. */
function viewUnder(page: Dialog, { metadata }: OpenView): { readonly id: string } | undefined {
  const last = metadata.under.at(-1);
  return last?.name === page.name ? { id: last.view } : undefined;
}

/** A small form on top of what somebody reads: that shows what came of it. */
export async function showUnder(
  replies: readonly Reply[],
  view: OpenView,
  { api, drawing, log }: Outgoing,
): Promise<void> {
  const page = pageIn(replies);
  const there = page && viewUnder(page, view);
  if (page === undefined || there === undefined) return;
  const { send: _sent, under, ...rest } = view.metadata;
  const metadata = { ...rest, under: under.slice(0, -1), pages: [page.name] };
  await api.updateView(there, drawing.modal(page, metadata)).catch((error: unknown) => {
    log.warn({ card: page.name, reason: refusalOf(error).code }, 'A modal could not be changed.');
  });
}

/** For a form that nobody knows of whether it was kept: its nonce makes sending it again safe. */
export const notSaved = (view: OpenView, drawing: Drawing): ViewAnswer =>
  withErrors([{ field: view.fields[0] ?? '', message: NOT_SAVED }], view, drawing);

function withErrors(errors: readonly FieldError[], view: OpenView, drawing: Drawing): ViewAnswer {
  const [first] = view.fields;
  if (first === undefined) return { response_action: 'update', view: again(errors, view, drawing) };
  const found: Record<string, string> = {};
  for (const { field, message } of errors) {
    // Slack takes faults of fields that stand there only; one about something else goes beneath the first.
    const block = blockOf(view.fields.includes(field) ? field : first);
    found[block] = found[block] === undefined ? message : `${found[block]} ${message}`;
  }
  return { response_action: 'errors', errors: found };
}

/** A form without fields: nothing typed can be lost, and the same button sends it once more. */
function again(errors: readonly FieldError[], view: OpenView, drawing: Drawing): ModalView {
  const screen = noticeScreen('again', 'Nog niet gelukt.', errors.map(({ message }) => message).join('\n'));
  return { ...drawing.modal(screen, view.metadata), submit: plainText('Opnieuw versturen') };
}

/** The cards that a form brought, by its nonce: a form that is sent again changes its card and brings no other. */
export type Brought = Map<string, Posted>;

const MOST = 1000;

/** Shows what came of a form: on the message that it was opened from, or else in the person's own chat. */
export async function bringCards(
  replies: readonly Reply[],
  nonce: string,
  brought: Brought,
  out: Outgoing,
): Promise<void> {
  const { surface, contact } = out.inbound;
  const opened = surface.at === 'modal' ? surface.view.metadata.from : undefined;
  const from = opened?.user === contact.user ? { channel: opened.channel, ts: opened.ts } : undefined;
  for (const reply of replies.filter(isCard)) {
    const there = brought.get(nonce) ?? (reply.kind === 'replace' ? from : undefined);
    if (there !== undefined && (await changed(there, reply, out))) continue;
    const message = await posted(contact.user, reply, out);
    if (message !== undefined) keep(brought, nonce, message);
  }
}

function keep(brought: Brought, nonce: string, message: Posted): void {
  brought.set(nonce, message);
  const [oldest] = brought.keys();
  if (brought.size > MOST && oldest !== undefined) brought.delete(oldest);
}

/** A form that was kept after Slack had stopped waiting: the modal, if it is still open, says so after all. */
export async function tellLate(replies: readonly Reply[], view: OpenView, out: Outgoing): Promise<void> {
  const card = replies.findLast(isCard);
  if (card === undefined) return;
  const metadata = turned(view.metadata, card.screen.name);
  await out.api.updateView({ id: view.id }, out.drawing.modal(card.screen, metadata)).catch(() => undefined);
}
