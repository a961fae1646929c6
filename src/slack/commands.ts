import { typed } from '../conversation/commands.ts';
import type { What } from '../conversation/event.ts';
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
      return { kind: 'bot', whats: [command('meld')] };
    case '/meldingen':
      return { kind: 'bot', whats: OVERVIEW.filter((each) => commands.includes(each)).map(command) };
    default:
      return { kind: 'bot', whats: [command('help')] };
  }
}

/** What waits for somebody, and what they reported. */
const OVERVIEW: readonly string[] = ['openstaand', 'mijn meldingen'];

function protocol(text: string, commands: readonly string[]): Asked {
  if (text === '') return { kind: 'bot', whats: [command('protocol')] };
  return { kind: 'bot', whats: [typed(text, commands)], share: text };
}
