import { act } from './bot/acting.ts';
import { ask } from './bot/asking.ts';
import { command } from './bot/commands.ts';
import * as fixed from './bot/fixed.ts';
import type { Ports } from './bot/ports.ts';
import { schoolOf, whichSchool } from './bot/school.ts';
import { show, type Turn } from './bot/turn.ts';
import type { Event } from './conversation/event.ts';
import type { Bot, Reply } from './conversation/reply.ts';

export { commands } from './bot/commands.ts';
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

async function respond(event: Event, ports: Ports): Promise<readonly Reply[]> {
  const remembered = await ports.memory.recall(event.where.conversation);
  const turn: Turn = { event, ports, remembered, school: schoolOf(event, remembered, ports) };
  const { what } = event;
  switch (what.kind) {
    case 'home':
      return turn.school === undefined
        ? [show(fixed.welcome(undefined)), show(whichSchool(event, ports))]
        : [show(fixed.welcome(turn.school))];
    case 'text':
      return [show(await ask(turn, what.text))];
    case 'command':
      return [show(await command(turn, what.name, what.argument))];
    case 'action':
      return act(turn, what.verb, what.data);
    case 'submit':
      return [show(fixed.gone())];
  }
}
