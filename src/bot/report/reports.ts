import type { Values } from '../../conversation/event.ts';
import type { Reply } from '../../conversation/reply.ts';
import { click } from '../cases/acting.ts';
import { messagesOf } from '../cases/reading.ts';
import type { Staff } from '../cases/staff.ts';
import { gone } from '../fixed.ts';
import { show } from '../turn.ts';
import { check, checkWithConduct } from './checking.ts';
import { close, closeForm } from './closing.ts';
import { exclude, excludeForm } from './excluding.ts';
import { dossierDialog } from './fetching.ts';
import { backToForm, moreForm, openForm } from './form.ts';
import { nameForm, releaseName } from './naming.ts';
import { sendReport } from './sending.ts';
import { settle } from './settling.ts';
import { opensWriting, sendsWriting, write, writeForm } from './talking.ts';
import { tick, tickForm } from './ticking.ts';
import { reportVerbs } from './verbs.ts';

/** What a button or a form about reports does, for somebody of the organisation where nobody reads along. */

export const isReportVerb = (verb: string): boolean => all.has(verb);

const all: ReadonlySet<string> = new Set(Object.values(reportVerbs));

/** A button. `data` may have been changed by whoever clicked: it is only ever looked up. */
export function reportAction(staff: Staff, verb: string, data: Values): Promise<readonly Reply[]> {
  const { ref = '' } = data;
  if (opensWriting(verb)) return writeForm(staff, verb, ref);
  switch (verb) {
    case reportVerbs.begin:
      return openForm(staff, data);
    case reportVerbs.conduct:
      return checkWithConduct(staff, data);
    case reportVerbs.back:
      return backToForm(staff, data.form ?? '');
    case reportVerbs.start:
      return click(staff, verb, data);
    case reportVerbs.excludeForm:
      return excludeForm(staff, ref);
    case reportVerbs.tickForm:
      return tickForm(staff, data);
    case reportVerbs.closeForm:
      return closeForm(staff, ref);
    case reportVerbs.dossier:
      return dossierDialog(staff, ref);
    case reportVerbs.messages:
      return messagesOf(staff, ref, data.vanaf);
    case reportVerbs.nameForm:
      return nameForm(staff, ref);
    case reportVerbs.name:
      return releaseName(staff, ref);
    default:
      // A form's verb without its nonce was not made by us.
      return Promise.resolve([show(gone())]);
  }
}

/** A form that was sent. */
export function reportSubmit(staff: Staff, verb: string, values: Values, nonce: string): Promise<readonly Reply[]> {
  if (sendsWriting(verb)) return write(staff, verb, values);
  switch (verb) {
    case reportVerbs.more:
      return moreForm(staff, values, nonce);
    case reportVerbs.next:
      return check(staff, values, nonce);
    case reportVerbs.send:
      return sendReport(staff, values, nonce);
    case reportVerbs.exclude:
      return exclude(staff, values);
    case reportVerbs.tick:
      return tick(staff, values);
    case reportVerbs.settle:
      return settle(staff, values, closeForm);
    case reportVerbs.close:
      return close(staff, values);
    default:
      return reportAction(staff, verb, values);
  }
}
