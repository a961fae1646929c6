import { named } from '../answer/lookup/lookup.ts';
import type { Screen } from '../conversation/reply.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { ask } from './asking.ts';
import { doubtCommands } from './cases/cases.ts';
import * as fixed from './fixed.ts';
import { lookupScreen, searchScreen, wholeProtocol } from './lookups.ts';
import { ownSchool, whichSchool } from './school.ts';
import { gapsCommand } from './thumbs/owner.ts';
import type { Turn } from './turn.ts';
import { beginWalk } from './walking.ts';
import { helpTo } from './welcoming.ts';

/** The commands that channels recognise at the start of a message. */
export const commands = [
  'help',
  'zoek',
  'artikel',
  'hoofdstuk',
  'protocol',
  'school',
  'twijfel',
  gapsCommand,
  ...doubtCommands,
] as const;

/** What a command answers; a word that is no command is read as a question. */
export async function command(turn: Turn, name: string, argument: string): Promise<Screen> {
  const { event, ports, school } = turn;
  if (name === 'help') return helpTo(turn);
  const own = name === 'school' ? ownSchool(event, ports) : undefined;
  if (own !== undefined) return fixed.ownSchool(own.name);
  if (name === 'school' && event.where.protocol !== undefined) return fixed.schoolOnPage();
  if (school === undefined || name === 'school') return whichSchool(event, ports);
  switch (name) {
    case 'twijfel':
      return beginWalk(turn);
    case 'protocol':
      return wholeProtocol(school);
    case 'artikel':
    case 'hoofdstuk':
      return argument === '' ? wholeProtocol(school) : placeCommand(turn, school, `${name} ${argument}`);
    case 'zoek':
      return argument === '' ? fixed.empty() : search(turn, school, argument);
    default:
      return ask(turn, `${name} ${argument}`);
  }
}

/** "artikel over foto’s" begins like a command but is a question; "artikel Z.9" is a place that does not exist. */
function placeCommand(turn: Turn, school: Protocol, text: string): Screen | Promise<Screen> {
  const found = named(school, text);
  const isQuestion = found.what === 'nothing' && text.split(/\s+/).length > 2 && !/\d/.test(text);
  return isQuestion ? ask(turn, text) : lookupScreen(school, found, undefined);
}

/** Where others read along, what somebody looked for is not repeated: it may be a story. */
async function search({ event, ports }: Turn, school: Protocol, sought: string): Promise<Screen> {
  const quoted = event.where.privacy === 'public' ? '' : sought;
  return searchScreen(school, quoted, await ports.answers.search(school, sought));
}
