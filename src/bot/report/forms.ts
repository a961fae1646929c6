import type { Reply, Screen } from '../../conversation/reply.ts';
import type { Content } from '../../handover/case.ts';
import { read } from '../../handover/desk.ts';
import { may, relationOf, type Verb } from '../../handover/may.ts';
import { inDialog, noCase, notDone, over } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import type { Staff } from '../cases/staff.ts';
import { isReport, type ReportCase } from './kase.ts';
import { reportDialog } from './reading.ts';

/** What the small forms about a report have in common. */

const TITLE = 'Melding';
/** The same for every case, so that it tells nothing of one that is not for this person. */
const NONE = 'Openen';

type Form = {
  readonly ref: string;
  /** What sending it does: who may not, gets what there is for a case that does not exist. */
  readonly verb: Verb;
  readonly during: string;
  readonly title: string;
  /** Also of a report that is closed. */
  readonly closed?: boolean;
};

export type Found = { readonly kase: ReportCase; readonly content: Content };

/** A form about an open report, for who may send it. */
export function formOf(
  staff: Staff,
  { ref, verb, during, title, closed = false }: Form,
  make: (found: Found) => Screen,
): Promise<readonly Reply[]> {
  return guarded(
    staff,
    during,
    async () => {
      const found = await reportFor(staff, ref, verb);
      if (found === undefined) return [inDialog(NONE, noCase())];
      return [closed || found.kase.state === 'open' ? inDialog(title, make(found)) : inDialog(TITLE, over())];
    },
    () => inDialog(NONE, notDone()),
  );
}

/**
 * A report for who may do this to it; undefined for everybody else. What people wrote may not be shown to them from here:
 * that is what `read` is for, which keeps that they read it.
 */
export async function reportFor({ doubts, actor }: Staff, ref: string, verb: Verb): Promise<Found | undefined> {
  const kase = (await doubts.desk.cases.load(ref))?.case;
  if (kase === undefined || !isReport(kase) || !may(relationOf(kase, actor), verb, 'report')) return undefined;
  const content = await doubts.desk.cases.content(ref);
  return content && { kase, content };
}

/** The report as it is now, to read on in. */
export const readAgain = (staff: Staff, ref: string) => async (): Promise<readonly Reply[]> => {
  const found = await read(staff.doubts.desk, ref, staff.actor);
  if (found.kind === 'refused' || !isReport(found.case)) return [inDialog(NONE, noCase())];
  return [inDialog(TITLE, reportDialog(staff, found.case, found.content))];
};
