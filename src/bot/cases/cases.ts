import type { Values } from '../../conversation/event.ts';
import type { Reply } from '../../conversation/reply.ts';
import { decide } from '../doubt/deciding.ts';
import { openForm, sendDoubt } from '../doubt/sending.ts';
import { gone, notHere } from '../fixed.ts';
import { isReportVerb, reportAction, reportSubmit } from '../report/reports.ts';
import { reportVerbs } from '../report/verbs.ts';
import { show, type Turn } from '../turn.ts';
import { beginWalk } from '../walking.ts';
import { click } from './acting.ts';
import { forStaff } from './fixed.ts';
import { mine, myReports, waiting } from './lists.ts';
import { passOn, passOnDialog } from './passing.ts';
import { openCaseDialog } from './reading.ts';
import { refreshed } from './refreshing.ts';
import { type Staff, staffOf } from './staff.ts';
import { caseVerbs } from './verbs.ts';

/**
 * Everything about cases, behind one gate: only with its ports, only where nobody reads along, only for people
 * of the organisation file. Undefined is what the rest of the bot answers itself.
 */

export const doubtCommands = ['mijn vragen', 'openstaand', 'meld', 'mijn meldingen'] as const;

const caseClicks: ReadonlySet<string> = new Set(Object.values(caseVerbs));
const isCommand = (name: string): boolean => doubtCommands.some((each) => each === name);
const isOurs = (verb: string): boolean => caseClicks.has(verb) || isReportVerb(verb);

type Answered = Promise<readonly Reply[]> | undefined;

export function doubtCommand(turn: Turn, name: string): Answered {
  if (!isCommand(name)) return undefined;
  return gated(turn, (staff) => {
    switch (name) {
      case 'meld':
        return reportAction(staff, reportVerbs.begin, {});
      case 'mijn meldingen':
        return myReports(staff);
      case 'mijn vragen':
        return mine(staff);
      default:
        return waiting(staff);
    }
  });
}

export function doubtAction(turn: Turn, verb: string, data: Values): Answered {
  if (!isOurs(verb)) return undefined;
  return gated(turn, (staff) => (isReportVerb(verb) ? reportAction(staff, verb, data) : acted(staff, verb, data)));
}

export function doubtSubmit(turn: Turn, verb: string, values: Values, nonce: string): Answered {
  if (!isOurs(verb)) return undefined;
  return gated(turn, (staff) => {
    if (isReportVerb(verb)) return reportSubmit(staff, verb, values, nonce);
    if (verb === caseVerbs.send) return sendDoubt(staff, values, nonce);
    if (verb === caseVerbs.decide) return decide(staff, values);
    return verb === caseVerbs.passOn ? passOn(staff, values) : acted(staff, verb, values);
  });
}

/** A message that sounds like doubt is followed by the walk; undefined where there is none for whoever asks. */
export function walkAfter(turn: Turn, contactCase: string): Reply | undefined {
  const derails = contactCase === 'ontsporing';
  if ((!derails && contactCase !== 'twijfel') || staffOf(turn) === undefined) return undefined;
  return show(beginWalk(turn, derails ? 'ontsporing' : undefined));
}

function acted(staff: Staff, verb: string, data: Values): Promise<readonly Reply[]> {
  switch (verb) {
    case caseVerbs.ask:
      return one(openForm(staff, data));
    case caseVerbs.open:
      return openCaseDialog(staff, data.ref ?? '');
    case caseVerbs.passOnForm:
      return passOnDialog(staff, data.ref ?? '');
    case caseVerbs.refresh:
      return refreshed(staff, data);
    case caseVerbs.send:
    case caseVerbs.decide:
    case caseVerbs.passOn:
      // A form's verb without its nonce was not made by us.
      return one(show(gone()));
    default:
      return click(staff, verb, data);
  }
}

function gated(turn: Turn, then: (staff: Staff) => Promise<readonly Reply[]>): Answered {
  if (turn.ports.doubts === undefined) return undefined;
  if (turn.event.where.privacy === 'public') return one(show(notHere()));
  const staff = staffOf(turn);
  return staff === undefined ? one(show(forStaff())) : then(staff);
}

const one = async (reply: Reply): Promise<readonly Reply[]> => [reply];
