import type { Case, ReportCase } from '../../handover/case.ts';

export type { ReportCase } from '../../handover/case.ts';

export const isReport = (kase: Case): kase is ReportCase => kase.report !== undefined;

/** How far a report is, as the reporter sees it. */
export type Standing = 'sent' | 'received' | 'started' | 'asked' | 'closed';

export function standingOf({ state, receivedAt, report }: ReportCase): Standing {
  if (state !== 'open') return 'closed';
  if (report.asked !== undefined) return 'asked';
  if (report.startedAt !== undefined) return 'started';
  return receivedAt === undefined ? 'sent' : 'received';
}

const HOUR = 3_600_000;
/** The law counts real hours from the moment the school knows: AVG art. 33. */
const LEAK_HOURS = 72;

/** The duty of `protocols/reports/wet.yaml` that says so. */
const LEAK_DUTY = 'wet-ap-72-uur';

/** The same for suspected misconduct by somebody of the school. */
const CONDUCT_DUTY = 'wet-vertrouwensinspecteur';

/** Whether the law wants the bestuur to know it at once and nobody to look into it first. */
export const isConduct = ({ report }: Pick<ReportCase, 'report'>): boolean => report.required.includes(CONDUCT_DUTY);

/** Until when a leak of personal data can be told to the authority in time; undefined for what is no such report. */
export function leakDeadline(kase: Pick<ReportCase, 'subject' | 'report' | 'openedAt'>): Date | undefined {
  const leak = kase.subject === 'vertrouwelijk' || kase.report.required.includes(LEAK_DUTY);
  return leak ? new Date(Date.parse(kase.openedAt) + LEAK_HOURS * HOUR) : undefined;
}
