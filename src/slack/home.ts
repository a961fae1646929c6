import type { HomeView, KnownBlock } from '@slack/types';
import type { What } from '../conversation/event.ts';
import type { Reply, Screen } from '../conversation/reply.ts';
import { CALLBACK, fitting } from './blocks/modal.ts';
import { plainText } from './blocks/text.ts';
import type { Drawing } from './drawing.ts';
import { OPENER } from './inbound.ts';
import { hasRows } from './overview.ts';

/** The home tab: how to begin, what waits for somebody, and what they asked and reported. */

const command = (name: string): What => ({ kind: 'command', name, argument: '' });

const lists = ['openstaand', 'mijn vragen', 'mijn meldingen', 'vragen zonder antwoord'];

/** What is asked of the bot for it. Lists are for people of the organisation only. */
export function homeAsks(known: boolean, commands: readonly string[]): readonly What[] {
  const offered = lists.filter((name) => commands.includes(name));
  return [{ kind: 'home' }, ...(known ? offered.map(command) : [])];
}

/** @param answers for each thing asked, in order */
export function homeView(
  answers: readonly (readonly Reply[])[],
  known: boolean,
  commands: readonly string[],
  drawing: Drawing,
): HomeView {
  const [greeting = [], ...lists] = answers.map((replies) => replies.flatMap(screensIn));
  // A list with nothing in it is left out, and what is none: somebody who leads nobody has nothing that waits.
  const shown = [...lists.flat().filter(hasRows), ...greeting];
  const parts = shown.map((screen) => drawing.message(screen).blocks);
  const blocks = parts.flatMap((part, index): readonly KnownBlock[] => [
    ...(index > 0 ? [{ type: 'divider' as const }] : []),
    ...part,
  ]);
  return { type: 'home', callback_id: CALLBACK, blocks: fitting([...(known ? begin(commands) : []), ...blocks]) };
}

const starts = [
  { name: 'twijfel', title: 'Ik twijfel over iets' },
  { name: 'meld', title: 'Ik wil iets melden' },
];

/** A button for each way to begin that this bot has. */
function begin(commands: readonly string[]): KnownBlock[] {
  const offered = starts.filter(({ name }) => commands.includes(name));
  if (offered.length === 0) return [];
  const elements = offered.map(({ name, title }, index) => ({
    type: 'button' as const,
    action_id: `${OPENER}#${index}`,
    text: plainText(title),
    value: JSON.stringify({ command: name }),
  }));
  return [{ type: 'actions', elements }];
}

const screensIn = (reply: Reply): readonly Screen[] =>
  reply.kind === 'show' || reply.kind === 'replace' ? [reply.screen] : [];
