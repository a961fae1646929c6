import type { Actor } from './actor.ts';
import { decide, open, passOn, receive, withdraw } from './by-people.ts';
import { toReport } from './by-report.ts';
import { delivered, deliverFailed, escalate } from './by-system.ts';
import type { Case } from './case.ts';
import type { Command } from './commands.ts';
import { holding } from './holding.ts';
import { may, relationOf } from './may.ts';
import { type Moment, type Outcome, refused } from './outcome.ts';
import type { Rules } from './rules.ts';

/**
 * What a command does to a case: pure. Asks `may.ts` first; who may not, hears that there is no such case, in the same words
 * as when there is none.
 * @param rules of the location of this case
 */
export function transition(kase: Case, command: Command, actor: Actor, now: Date, rules: Rules): Outcome {
  if (!may(relationOf(kase, actor), command.verb, kase.kind)) return refused('not-found');
  return carriedOut(kase, command, { actor, now, rules });
}

function carriedOut(kase: Case, command: Command, moment: Moment): Outcome {
  switch (command.verb) {
    case 'open':
      return open(kase, moment);
    case 'receive':
      return receive(kase, moment);
    case 'decide':
      return decide(kase, command, moment);
    case 'pass-on':
      return passOn(kase, command, moment);
    case 'withdraw':
      return withdraw(kase, moment);
    case 'start':
    case 'ask':
    case 'note':
    case 'tick':
    case 'close':
    case 'export':
    case 'exclude':
    case 'answer':
    case 'release-name':
      return toReport(kase, command, moment);
    case 'hold':
    case 'release-hold':
      return holding(kase, command, moment);
    case 'delivered':
      return delivered(kase, command, moment);
    case 'deliver-failed':
      return deliverFailed(kase, command, moment);
    case 'escalate':
      return escalate(kase, command, moment);
  }
}
