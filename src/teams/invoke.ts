import type { Card, Dialog, Found } from '../conversation/reply.ts';
import { attachment } from './cards.ts';
import { withSubmits } from './dialog-card.ts';

/** The body of the HTTP answer to an invoke. Undefined is an empty body: "done", and a dialog closes. */
export type InvokeBody = Record<string, unknown> | undefined;

/** Shows a card in place of the one that was clicked, to the one who clicked. */
export function cardAnswer(card: Card): InvokeBody {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}

/** Leaves the clicked card as it is. An empty body would make Teams say that something went wrong. */
export function messageAnswer(text: string): InvokeBody {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}

/** Opens a dialog, or shows another card in the one that is open. */
export function dialogAnswer(dialog: Pick<Dialog, 'title' | 'card'>): InvokeBody {
  const { title, card } = dialog;
  return {
    task: {
      type: 'continue',
      value: { title, height: 'medium', width: 'medium', card: attachment(withSubmits(card)) },
    },
  };
}

/** A card that asked how it stands stays as it is. */
export function staysAsItIs(): InvokeBody {
  const value = { code: 'NotNow', message: 'Dit kan ik nu niet bijwerken.' };
  return { statusCode: 500, type: 'application/vnd.microsoft.error', value };
}

/** What a search found: to each card two lines to choose it by. Teams reads those as HTML. */
export function foundAnswer(found: readonly Found[]): InvokeBody {
  const attachments = found.map(({ title, text, screen }) => ({
    ...attachment(screen.card),
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: asHtml(title), text: asHtml(text) },
    },
  }));
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

/** One line in place of what a search would have found. */
export function hintAnswer(text: string): InvokeBody {
  return { composeExtension: { type: 'message', text } };
}

const asHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
