import { listScreen } from '../../cards/list.ts';
import type { Reply } from '../../conversation/reply.ts';
import type { Case } from '../../handover/case.ts';
import { show } from '../turn.ts';
import { notDone } from './fixed.ts';
import { guarded } from './guarded.ts';
import type { Staff } from './staff.ts';
import { rowStep } from './verbs.ts';
import { decisionWords, momentWords, schoolName, subjectWords } from './words.ts';

/** Looking back: numbers, dates and how it stands; no text of a case. */

/** What a card holds without becoming too large for a client. */
const ROWS = 20;

/** What somebody asked, newest first. */
export function mine(staff: Staff): Promise<readonly Reply[]> {
  return listed(staff, 'mijn-vragen', async (limit) => {
    const { organisation, person, doubts } = staff;
    const cases = await doubts.desk.cases.listFor(organisation.id, person.email, limit);
    return {
      title: 'Mijn vragen',
      rows: cases.map((kase) => ({ kase, text: `${stateWords(kase)} · ${asked(staff, kase)}` })),
      empty: 'Je hebt nog niets gevraagd. Twijfel je over iets, typ dan “twijfel”.',
    };
  });
}

/** What waits for somebody, oldest first. */
export function waiting(staff: Staff): Promise<readonly Reply[]> {
  return listed(staff, 'openstaand', async (limit) => {
    const { organisation, person, doubts } = staff;
    const cases = await doubts.desk.cases.openFor(organisation.id, person.email, limit);
    return {
      title: 'Dit wacht op jou',
      rows: cases.map((kase) => ({ kase, text: `${schoolName(organisation, kase.location)} · ${asked(staff, kase)}` })),
      empty: 'Er wacht nu niets op jou.',
    };
  });
}

type Found = {
  readonly title: string;
  readonly rows: readonly { readonly kase: Case; readonly text: string }[];
  readonly empty: string;
};

function listed(staff: Staff, during: string, find: (limit: number) => Promise<Found>): Promise<readonly Reply[]> {
  return guarded(
    staff,
    during,
    async () => {
      const { title, rows, empty } = await find(ROWS + 1);
      const items = rows.slice(0, ROWS).map(({ kase, text }) => {
        const name = `${subjectWords(kase)} ${kase.ref}`;
        return { title: name, text, step: rowStep(name, kase.ref) };
      });
      const intro = rows.length > ROWS ? `Dit zijn de eerste ${ROWS}; er zijn er meer.` : '';
      return [show(listScreen({ title, intro, items, empty, steps: [] }))];
    },
    () => show(notDone()),
  );
}

const asked = ({ organisation }: Staff, { openedAt }: Case): string =>
  `gevraagd ${momentWords(organisation, new Date(openedAt))}`;

function stateWords({ state, decision, kind }: Case): string {
  if (state === 'withdrawn') return 'Ingetrokken';
  if (state === 'open') return kind === 'report' ? 'Loopt nog' : 'Nog niet plaatsen';
  return decision === undefined ? 'Afgerond' : decisionWords(decision.kind);
}
