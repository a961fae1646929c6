import type { Reply } from '../../conversation/reply.ts';
import { read } from '../../handover/desk.ts';
import { doubtDialog } from '../doubt/reading.ts';
import { isReport } from '../report/kase.ts';
import { messagesDialog, reportDialog } from '../report/reading.ts';
import { inDialog, noCase, notDone } from './fixed.ts';
import { guarded } from './guarded.ts';
import type { Staff } from './staff.ts';

/** The dialog with what people wrote: after a check of who asks, and journalled. */

/** The same for every case, so that it tells nothing of one that is not for this person. */
const TITLE = 'Openen';

export function openCaseDialog(staff: Staff, ref: string): Promise<readonly Reply[]> {
  return guarded(
    staff,
    'open-zaak',
    async () => {
      const found = await read(staff.doubts.desk, ref, staff.actor);
      if (found.kind === 'refused') return [inDialog(TITLE, noCase())];
      const { case: kase, content } = found;
      if (!isReport(kase)) return [doubtDialog(staff, kase, content)];
      return [inDialog('Melding', reportDialog(staff, kase, content))];
    },
    () => inDialog(TITLE, notDone()),
  );
}

/** Everything that was written about a report, from one message on. */
export function messagesOf(staff: Staff, ref: string, from: string | undefined): Promise<readonly Reply[]> {
  return guarded(
    staff,
    'berichten',
    async () => {
      const found = await read(staff.doubts.desk, ref, staff.actor);
      if (found.kind === 'refused' || !isReport(found.case)) return [inDialog(TITLE, noCase())];
      return [inDialog('Melding', messagesDialog(staff, found.case, found.content, Number(from)))];
    },
    () => inDialog(TITLE, notDone()),
  );
}
