import { answer, releaseName } from './by-reporter.ts';
import type { Case, ReportCase } from './case.ts';
import type { Command } from './commands.ts';
import { exclude } from './excluding.ts';
import { ask, close, note, start, takeOut, tick } from './handling.ts';
import { type Moment, type Outcome, refused } from './outcome.ts';

type Verb = 'start' | 'ask' | 'note' | 'tick' | 'close' | 'export' | 'exclude' | 'answer' | 'release-name';

/** What people do to a report and to nothing else. Whether they may is decided before. */
export function toReport(kase: Case, command: Extract<Command, { verb: Verb }>, moment: Moment): Outcome {
  const { report } = kase;
  if (report === undefined) return refused('not-found');
  const whole: ReportCase = { ...kase, report };
  if (command.verb === 'exclude') return exclude(whole, command, moment);
  if (command.verb === 'export') return takeOut(whole, moment);
  if (kase.state !== 'open') return refused('not-open');
  switch (command.verb) {
    case 'start':
      return start(whole, moment);
    case 'ask':
      return ask(whole, command, moment);
    case 'note':
      return note(whole, command, moment);
    case 'tick':
      return tick(whole, command, moment);
    case 'close':
      return close(whole, command, moment);
    case 'answer':
      return answer(whole, command, moment);
    case 'release-name':
      return releaseName(whole, moment);
  }
}
