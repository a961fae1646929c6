import type { Case } from '../../handover/case.ts';
import { nextInLine } from '../../handover/line.ts';
import type { Rules } from '../../handover/rules.ts';
import { overAt } from '../../handover/stages.ts';

/** What happens without an answer: at the end of the line there is nobody to ask any more, and that is what it says. */
export function otherwise(kase: Case, rules: Rules): string {
  return nextInLine(kase, rules, overAt(kase, rules)) === undefined
    ? 'daarna blijf ik elke dag herinneren, want verder is er niemand'
    : 'anders vraag ik het verder';
}
