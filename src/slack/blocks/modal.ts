import type { KnownBlock, ModalView } from '@slack/types';
import type { Action, CheckedCard, Element } from '../../cards/elements.ts';
import { CardError } from '../../cards/errors.ts';
import type { Dialog, Screen } from '../../conversation/reply.ts';
import { blocksOf } from './elements.ts';
import { limits } from './limits.ts';
import { bodyOf } from './message.ts';
import { type Metadata, written } from './metadata.ts';
import { plainBlock } from './notice.ts';
import { plainText } from './text.ts';

export const CALLBACK = 'bij-twijfel';

/** The verb that opens a case to be read, and the screens that show it. */
export const READ_VERB = 'open-zaak';
export const readNames: readonly string[] = ['case-read', 'report-read'];

const TITLE = 'Bij Twijfel';

type Execute = Extract<Action, { type: 'Action.Execute' }>;

/**
 * A dialog, or any screen, as a modal. The button that sends the form becomes the modal's own; what it carries, and where the
 * modal was opened from, travels in `private_metadata`, which Slack keeps and people do not see.
 */
export function modalOf(screen: Screen | Dialog, metadata: Metadata): ModalView {
  const body = bodyOf(screen);
  const send = sendingAction(body);
  const inputs = flat(body).some(({ type }) => type.startsWith('Input.'));
  if (inputs && send === undefined) {
    throw new CardError('outside-subset', `"${screen.name}" has fields and no action with a nonce that sends them`);
  }
  const form = send === undefined ? {} : { send: { verb: send.verb, data: send.data } };
  return {
    type: 'modal',
    callback_id: CALLBACK,
    title: plainText(within('title', 'title' in screen ? screen.title : TITLE)),
    close: plainText(closeWord(metadata, send)),
    ...(send === undefined ? {} : { submit: plainText(within('submit', send.title)) }),
    private_metadata: written({ ...metadata, ...form }),
    blocks: fitting(blocksOf(body, (action) => action === send || goesBack(action, metadata))),
  };
}

/** Closing a modal on top of another one goes back to that. */
function closeWord({ under }: Metadata, send: Execute | undefined): string {
  if (under.length > 0) return 'Terug';
  return send === undefined ? 'Sluiten' : 'Annuleren';
}

/** A button back to what lies right under this modal: closing it does just that. */
function goesBack(action: Action, { under }: Metadata): boolean {
  if (action.type !== 'Action.Execute' || action.verb !== READ_VERB) return false;
  return action.title === 'Terug' && readNames.includes(under.at(-1)?.name ?? '');
}

function within(what: string, text: string): string {
  if (text.length <= limits.viewTitle) return text;
  throw new CardError('over-limit', `the ${what} "${text}" of a modal is longer than ${limits.viewTitle} characters`);
}

/** The action that sends the form: one with a nonce, the emphasised one when there are more. */
function sendingAction(body: CheckedCard['body']): Execute | undefined {
  const actions = flat(body).flatMap((element) => (element.type === 'ActionSet' ? element.actions : []));
  const sending = actions.filter((action) => action.type === 'Action.Execute' && action.data.nonce !== undefined);
  const found = sending.filter((action): action is Execute => action.type === 'Action.Execute');
  return found.find(({ style }) => style === 'positive') ?? found[0];
}

const flat = (elements: readonly Element[]): Element[] =>
  elements.flatMap((element) => (element.type === 'Container' ? flat(element.items) : [element]));

/** A modal holds twice what a message holds; what is still too long ends visibly. */
export function fitting(blocks: readonly KnownBlock[]): KnownBlock[] {
  if (blocks.length <= limits.viewBlocks) return [...blocks];
  const line = 'Dit is te lang om hier helemaal te laten zien. Vraag om één artikel of hoofdstuk.';
  return [...blocks.slice(0, limits.viewBlocks - 1), plainBlock(line)];
}
