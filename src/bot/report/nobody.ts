import { textScreen } from '../../cards/text.ts';
import type { Reply } from '../../conversation/reply.ts';
import { inDialog } from '../cases/fixed.ts';
import type { Staff } from '../cases/staff.ts';
import { listed } from '../words.ts';
import type { Plan } from './plan.ts';
import { reportVerbs } from './verbs.ts';

/** For the operator: a report could go to nobody. Says nothing of the report. */
class NobodyError extends Error {
  readonly code = 'NOBODY_FOR_REPORT';

  constructor() {
    super('There is nobody a report can go to. Fill in roles, reportsTo or defaults in the organisation file.');
    this.name = 'NobodyError';
  }
}

/** For the operator: nobody has the role `privacy`, or only who may not get this one. */
class NobodyBesideError extends Error {
  readonly code = 'NOBODY_FOR_PRIVACY';

  constructor() {
    super(
      'Data may have leaked and nobody with the role privacy could be told. Fill in that role in the organisation file.',
    );
    this.name = 'NobodyBesideError';
  }
}

/** Says whom to call and that nothing was kept; the operator hears that it happened. */
export function nobodyDialog(staff: Staff, { route }: Plan): Reply {
  staff.turn.ports.failed(new NobodyError(), reportVerbs.send);
  const call = route.call.length === 0 ? 'Bel iemand die je vertrouwt.' : `Bel ${listed(route.call, 'of')}.`;
  return inDialog(
    'Iets melden',
    textScreen({
      title: 'Bel iemand',
      text: `Ik heb niemand aan wie ik je melding kan geven. Er is niets opgeslagen. ${call}`,
      steps: [],
    }),
  );
}

export function tellNobodyBeside(staff: Staff): void {
  staff.turn.ports.failed(new NobodyBesideError(), reportVerbs.send);
}
