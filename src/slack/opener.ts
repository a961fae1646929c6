import type { What } from '../conversation/event.ts';
import type { Dialog, Screen } from '../conversation/reply.ts';
import { OPENER } from './inbound.ts';

/**
 * Slack opens a modal only within three seconds of a click or a command. Anything else gets this card: its button repeats the
 * click or command, and the bot answers that with the dialog. It carries ids only, never what somebody typed, because it
 * stays in the chat.
 *
 * Null when there is nothing to repeat: a sentence or a form may hold somebody's story.
 */
export function openerFor(dialog: Dialog, what: What): Screen | null {
  const action = repeated(what);
  if (action === null) return null;
  const body = [
    { type: 'TextBlock', text: dialog.title, weight: 'Bolder', wrap: true },
    {
      type: 'TextBlock',
      text: 'Dit gaat in een eigen venster. Wat je daar invult, komt niet in deze chat.',
      wrap: true,
      spacing: 'Small',
    },
    { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'Open het venster', ...action }] },
  ];
  return { name: 'opener', summary: dialog.title, card: { type: 'AdaptiveCard', version: '1.5', body } };
}

function repeated(what: What) {
  if (what.kind === 'action') return carriesText(what.data) ? null : { verb: what.verb, data: what.data };
  if (what.kind === 'command' && what.argument === '') return { verb: OPENER, data: { command: what.name } };
  return null;
}

/** A shortcut on a message fills in its text; that is for the modal alone. */
const carriesText = (data: Readonly<Record<string, string>>): boolean =>
  ['draft', 'wat'].some((field) => data[field] !== undefined);
