import { textScreen } from '../../cards/text.ts';
import type { Reply } from '../../conversation/reply.ts';
import { carriedOut } from '../cases/acting.ts';
import { notDone } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import type { Staff } from '../cases/staff.ts';
import { openStep } from '../cases/verbs.ts';
import { show } from '../turn.ts';
import { formOf } from './forms.ts';
import { reportVerbs } from './verbs.ts';

/** A reporter who withheld their name gives it after all: only they can, and it cannot be taken back. */

export function nameForm(staff: Staff, ref: string): Promise<readonly Reply[]> {
  const form = { ref, verb: 'release-name', during: reportVerbs.nameForm, title: 'Je naam noemen' } as const;
  return formOf(staff, form, () =>
    textScreen({
      title: 'Wil je je naam noemen?',
      text: 'Wie je melding heeft of nog krijgt, ziet dan wie je bent en waar je werkt. Je kunt dit niet terugdraaien.',
      steps: [{ title: 'Ja, noem mijn naam', verb: reportVerbs.name, data: { ref } }, openStep(ref, 'Nee, terug')],
    }),
  );
}

export function releaseName(staff: Staff, ref: string): Promise<readonly Reply[]> {
  return guarded(
    staff,
    reportVerbs.name,
    () => carriedOut(staff, ref, { verb: 'release-name' }),
    () => show(notDone()),
  );
}
