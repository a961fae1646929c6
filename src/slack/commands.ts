import { typed } from '../conversation/commands.ts';
import type { What } from '../conversation/event.ts';
import { reportOf } from './shortcuts.ts';
import type { Asked } from './surface.ts';

/** The verb of "Deel in dit kanaal". */
export const SHARE = 'deel-hier';

const command = (name: string): What => ({ kind: 'command', name, argument: '' });

/**
 * What a slash command asks: the same words as in a chat. `/protocol` with a question can be shared with the channel
 * afterwards; a doubt or a report never.
 */
export function fromCommand(name: string, text: string, commands: readonly string[]): Asked {
  switch (name) {
    case '/protocol':
      return protocol(text, commands);
    case '/twijfel':
      return { kind: 'bot', whats: [text === '' ? command('twijfel') : { kind: 'text', text }] };
    case '/meld':
      return { kind: 'bot', whats: [text === '' ? command('meld') : reportOf(text, '')] };
    case '/meldingen':
      return { kind: 'overview' };
    default:
      return { kind: 'bot', whats: [command('help')] };
  }
}

function protocol(text: string, commands: readonly string[]): Asked {
  if (text === '') return { kind: 'bot', whats: [command('protocol')] };
  return { kind: 'bot', whats: [typed(text, commands)], share: text };
}
