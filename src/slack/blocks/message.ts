import type { KnownBlock } from '@slack/types';
import type { CheckedCard } from '../../cards/elements.ts';
import type { Screen } from '../../conversation/reply.ts';
import { blocksOf } from './elements.ts';
import { limits } from './limits.ts';
import { plainBlock } from './notice.ts';
import { escapeMrkdwn, plainText, shortened } from './text.ts';

/** What `chat.postMessage`, `chat.update` and a `response_url` take. */
export type Message = { readonly text: string; readonly blocks: readonly KnownBlock[] };

/** The verb of the button under a message that is too long; its data name what is kept in `Whole`. */
export const READ_ALL = 'alles-lezen';

/**
 * A screen as a message. One that Slack would refuse as too long ends visibly, with a button to the whole of it.
 * @param keep keeps the screen and gives the key by which the button finds it again
 */
export function messageOf(screen: Screen, keep: (screen: Screen) => string): Message {
  const text = shortened(escapeMrkdwn(screen.summary), limits.fallback);
  const blocks = blocksOf(bodyOf(screen));
  if (blocks.length <= limits.messageBlocks && sizeOf(blocks) <= limits.messageSize) return { text, blocks };
  const value = JSON.stringify({ key: keep(screen) });
  const more: KnownBlock[] = [
    plainBlock('Dit is nog niet alles.'),
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: `${READ_ALL}#0`, text: plainText('Alles lezen'), value }],
    },
  ];
  return { text, blocks: [...beginning(blocks, more), ...more] };
}

/** `fill` and the tests see to it that a card is of the subset; what is not is thrown out by the renderer. */
export const bodyOf = (screen: Screen): CheckedCard['body'] => screen.card.body as unknown as CheckedCard['body'];

function beginning(blocks: readonly KnownBlock[], more: readonly KnownBlock[]): KnownBlock[] {
  const found: KnownBlock[] = [];
  let room = limits.messageSize - sizeOf(more);
  for (const each of blocks.slice(0, limits.messageBlocks - more.length)) {
    room -= sizeOf([each]);
    if (room < 0) break;
    found.push(each);
  }
  return found;
}

const sizeOf = (blocks: readonly KnownBlock[]): number => JSON.stringify(blocks).length;
