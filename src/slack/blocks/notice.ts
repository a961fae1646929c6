import type { KnownBlock } from '@slack/types';
import type { Screen } from '../../conversation/reply.ts';
import { plainText } from './text.ts';

/** A line of our own. */
export const plainBlock = (text: string): KnownBlock => ({ type: 'section', text: plainText(text) });

/** What the channel itself has to say, as a screen. */
export function noticeScreen(name: string, heading: string, line: string): Screen {
  const body = [
    { type: 'TextBlock', text: heading, weight: 'Bolder', wrap: true },
    { type: 'TextBlock', text: line, wrap: true, spacing: 'Small' },
  ];
  return { name, card: { type: 'AdaptiveCard', version: '1.5', body }, summary: heading };
}
