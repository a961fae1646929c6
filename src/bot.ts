import { act } from './bot/acting.ts';
import { answered } from './bot/asking.ts';
import { doubtCommand, doubtSubmit } from './bot/cases/cases.ts';
import { thumbVerbs } from './bot/cases/verbs.ts';
import { command, commands } from './bot/commands.ts';
import { fileAdvice } from './bot/files.ts';
import { found } from './bot/finding.ts';
import * as fixed from './bot/fixed.ts';
import { commandMeant } from './bot/meant.ts';
import type { Ports } from './bot/ports.ts';
import { personOf, schoolOf, whichSchool } from './bot/school.ts';
import { gapsFor } from './bot/thumbs/owner.ts';
import { line } from './bot/thumbs/thumbs.ts';
import { isStaff, show, type Turn } from './bot/turn.ts';
import { welcomeTo } from './bot/welcoming.ts';
import { typed } from './conversation/commands.ts';
import type { Event } from './conversation/event.ts';
import type { Remembered } from './conversation/memory.ts';
import type { Bot, Reply } from './conversation/reply.ts';

export { movedNotice } from './bot/cases/moved.ts';
export { noticeFor, noticesOver } from './bot/cases/notices.ts';
export type { DoubtPorts } from './bot/cases/ports.ts';
export { removedNotice } from './bot/cases/removed.ts';
export { dialogVerbs } from './bot/cases/verbs.ts';
export { commands } from './bot/commands.ts';
export { isNotHere } from './bot/fixed.ts';
export type { Feedback, Ports } from './bot/ports.ts';

/** Makes the bot: a pure function of the event and its ports. */
export function createBot(ports: Ports): Bot {
  return async (event) => {
    try {
      return await respond(event, ports);
    } catch (cause) {
      ports.failed(cause, event.what.kind);
      return [show(fixed.failed())];
    }
  };
}

/** @param before what is to be added to what the conversation remembers */
async function respond(event: Event, ports: Ports, before: Remembered = {}): Promise<readonly Reply[]> {
  const remembered = { ...(await ports.memory.recall(event.where.conversation)), ...before };
  const turn: Turn = {
    event,
    ports,
    remembered,
    organisation: ports.organisation(event.who.organisation),
    person: personOf(event, ports),
    school: schoolOf(event, remembered, ports),
  };
  const { what } = event;
  switch (what.kind) {
    case 'home':
      return turn.school === undefined
        ? [show(welcomeTo(turn)), show(whichSchool(event, ports))]
        : [show(welcomeTo(turn))];
    case 'text':
      return what.files === true ? afterFiles(event, what.text, ports) : said(turn, what.text);
    case 'command':
      return (
        (await gapsFor(turn, what.name)) ??
        doubtCommand(turn, what.name) ?? [show(await command(turn, what.name, what.argument))]
      );
    case 'action':
      return act(turn, what.verb, what.data);
    case 'search':
      return [await found(turn, what.text)];
    case 'submit':
      if (what.verb === thumbVerbs.line) return line(turn, what.values);
      return doubtSubmit(turn, what.verb, what.values, what.nonce) ?? [show(fixed.gone())];
  }
}

/** Plain language; for who has cases it may be a command about them in other words. */
function said(turn: Turn, text: string): Promise<readonly Reply[]> {
  const meant = isStaff(turn) ? commandMeant(text) : undefined;
  return (meant === undefined ? undefined : doubtCommand(turn, meant)) ?? answered(turn, text);
}

/** What to do with a picture or file, and then what was said with it. */
async function afterFiles(event: Event, text: string, ports: Ports): Promise<readonly Reply[]> {
  const advice = show(fileAdvice());
  if (text.trim() === '') return [advice];
  // What is said beside a picture is about what is on it.
  return [advice, ...(await respond({ ...event, what: typed(text, commands) }, ports, { told: true }))];
}
