import { textScreen } from '../../cards/text.ts';
import { withValues } from '../../cards/values.ts';
import type { Values } from '../../conversation/event.ts';
import type { FieldError, Reply } from '../../conversation/reply.ts';
import { send } from '../../handover/desk.ts';
import { contextOf } from '../cases/context.ts';
import { fieldError, inDialog, notSaved } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import { noticeFor } from '../cases/notices.ts';
import type { Staff } from '../cases/staff.ts';
import { cleaned, filledIn, MOST, tooLong } from '../cases/typed.ts';
import { fileLines } from '../files.ts';
import { replace } from '../turn.ts';
import { askForm, consultOf, nobodyWords, requestOf } from './asking.ts';

/** "Vraag het aan …": the form, and what comes in with it. */

/** @param values `draft` and `link`, where a channel fills in a message that somebody picked; `bestanden` when a file was with it */
export function openForm(staff: Staff, { stand = '', ...values }: Values): Reply {
  const form = askForm(staff, stand, fileLines(values));
  if (form !== undefined)
    return inDialog('Vraag het', withValues(form, filledIn(values, { draft: MOST.draft, link: MOST.link })));
  staff.turn.ports.failed(new NobodyError(), 'vraag-aan');
  return inDialog('Vraag het', textScreen({ title: '', text: nobodyWords(staff), steps: [] }));
}

/** For the operator: somebody could not put a doubt to anybody. */
class NobodyError extends Error {
  readonly code = 'NOBODY_TO_ASK';

  constructor() {
    super('There is nobody a doubt can go to. Fill in roles, reportsTo or defaults in the organisation file.');
    this.name = 'NobodyError';
  }
}

/** Opens the case. Says that it is saved only after it is; the same form twice is the same case. */
export async function sendDoubt(staff: Staff, values: Values, nonce: string): Promise<readonly Reply[]> {
  const draft = cleaned(values.draft);
  const link = cleaned(values.link);
  const question = cleaned(values.vraag);
  const errors = faultsIn({ draft, link, vraag: question });
  if (errors.length > 0) return [{ kind: 'field-errors', errors }];
  const stand = (values.stand ?? '').slice(0, 800);
  return guarded(
    staff,
    'stuur-twijfel',
    async () => {
      const request = requestOf(staff, consultOf(staff, stand));
      const content = { fields: { draft, link, question, stand }, notes: [] };
      const sent = await send(staff.doubts.desk, request, content, nonce);
      if (sent.kind === 'nobody') {
        staff.turn.ports.failed(new NobodyError(), 'stuur-twijfel');
        return [fieldError('vraag', nobodyWords(staff))];
      }
      const context = contextOf(sent.case, staff.organisation, staff.turn.ports);
      return [replace(noticeFor(sent.case, 'tell', staff.person.email, context), sent.case.ref)];
    },
    notSaved,
  );
}

function faultsIn(values: { readonly draft: string; readonly link: string; readonly vraag: string }): FieldError[] {
  const missing = values.vraag === '' ? [{ field: 'vraag', message: 'Vul in wat je wilt weten.' }] : [];
  const long = (['draft', 'link', 'vraag'] as const).flatMap((field) => {
    const message = tooLong(values[field], MOST[field]);
    return message === undefined ? [] : [{ field, message }];
  });
  return [...missing, ...long];
}
