import { chapterNamed, named } from '../answer/lookup.ts';
import type { Screen } from '../conversation/reply.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { ask } from './asking.ts';
import * as fixed from './fixed.ts';
import { chapterScreen, lookupScreen, searchScreen, wholeProtocol } from './lookups.ts';
import { whichSchool } from './school.ts';
import type { Turn } from './turn.ts';

/** The commands that channels recognise at the start of a message. */
export const commands = ['help', 'zoek', 'artikel', 'hoofdstuk', 'protocol', 'school'] as const;

/** What a command answers; a word that is no command is read as a question. */
export async function command(turn: Turn, name: string, argument: string): Promise<Screen> {
  const { event, ports, school } = turn;
  if (name === 'help') return fixed.help();
  if (school === undefined || name === 'school') return whichSchool(event, ports);
  switch (name) {
    case 'protocol':
      return wholeProtocol(school);
    case 'artikel':
      return argument === '' ? wholeProtocol(school) : lookupScreen(school, named(school, argument), undefined);
    case 'hoofdstuk':
      return chapterCommand(school, argument);
    case 'zoek':
      return argument === '' ? fixed.empty() : searchScreen(school, argument, ports.answers.search(school, argument));
    default:
      return ask(turn, `${name} ${argument}`);
  }
}

function chapterCommand(school: Protocol, argument: string): Screen {
  if (argument === '') return wholeProtocol(school);
  const chapter = chapterNamed(school, argument);
  if (chapter !== undefined) return chapterScreen(school, chapter);
  return lookupScreen(school, { what: 'nothing', asked: argument }, undefined);
}
