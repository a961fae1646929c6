import type { What } from '../conversation/event.ts';
import type { Dialog, Screen } from '../conversation/reply.ts';

/**
 * Teams opens a dialog only in answer to a button that asks for one (`task/fetch`). Anything else gets this card: its button
 * repeats the click or command as a `task/fetch`, and the bot answers that with the dialog. The card carries ids only,
 * never what somebody typed, because it stays in the chat.
 *
 * Null when there is nothing to repeat: a sentence or a form may hold somebody's story.
 */
export function openerFor(dialog: Dialog, what: What): Screen | null {
  const data = repeatable(what);
  if (data === null) return null;
  return {
    name: 'opener',
    summary: dialog.title,
    card: {
      type: 'AdaptiveCard',
      version: '1.4',
      body: [
        { type: 'TextBlock', text: dialog.title, weight: 'bolder', wrap: true },
        {
          type: 'TextBlock',
          text: 'Dit gaat in een eigen venster. Wat je daar invult, komt niet in deze chat.',
          wrap: true,
        },
      ],
      actions: [
        { type: 'Action.Submit', title: 'Open het venster', data: { ...data, msteams: { type: 'task/fetch' } } },
      ],
    },
  };
}

function repeatable(what: What): Record<string, string> | null {
  if (what.kind === 'action') return { ...what.data, verb: what.verb };
  // `zoek` takes a free sentence; the places `artikel` and `hoofdstuk` take are no story, but never open a dialog either.
  if (what.kind === 'command' && what.argument === '') return { command: what.name };
  return null;
}
