import { listScreen } from '../../cards/list.ts';
import type { Reply } from '../../conversation/reply.ts';
import type { Case } from '../../handover/case.ts';
import type { Listed } from '../../handover/ports.ts';
import { isReport, standingOf } from '../report/kase.ts';
import { kindName, standingWords } from '../report/words.ts';
import { show } from '../turn.ts';
import { notDone } from './fixed.ts';
import { guarded } from './guarded.ts';
import type { Staff } from './staff.ts';
import { rowStep } from './verbs.ts';
import { decisionWords, isQuestion, momentWords, schoolName, subjectWords } from './words.ts';

/** Looking back: numbers, dates and how it stands; no text of a case. */

/** What a card holds without becoming too large for a client. */
const ROWS = 20;

/** What somebody asked, newest first. */
export function mine(staff: Staff): Promise<readonly Reply[]> {
  return listed(staff, 'mijn-vragen', async () => ({
    title: 'Mijn vragen',
    ...those(await own(staff), (kase) => !isReport(kase)),
    text: (kase) => `${doubtWords(kase)} · gevraagd ${openedWords(staff, kase)}`,
    empty: 'Je hebt nog niets gevraagd. Twijfel je over iets, typ dan “twijfel”.',
  }));
}

/** What somebody reported, newest first. */
export function myReports(staff: Staff): Promise<readonly Reply[]> {
  return listed(staff, 'mijn-meldingen', async () => ({
    title: 'Mijn meldingen',
    ...those(await own(staff), isReport),
    text: (kase) => `${standing(kase)} · gemeld ${openedWords(staff, kase)}`,
    empty: 'Je hebt nog niets gemeld. Wil je iets melden, typ dan “meld”.',
  }));
}

/** What waits for somebody, oldest first. */
export function waiting(staff: Staff): Promise<readonly Reply[]> {
  const { organisation, person, doubts } = staff;
  return listed(staff, 'openstaand', async () => ({
    title: 'Dit wacht op jou',
    ...(await doubts.desk.cases.openFor(organisation.id, person.email, ROWS + 1)),
    text: (kase) => `${fromWords(staff, kase)} ${openedWords(staff, kase)}`,
    empty: 'Er wacht nu niets op jou.',
  }));
}

const own = ({ organisation, person, doubts }: Staff) => doubts.desk.cases.listFor(organisation.id, person.email);

/** Of one that cannot be read nobody knows what it is. */
const those = ({ cases, unreadable }: Listed, fits: (kase: Case) => boolean): Listed => ({
  cases: cases.filter(fits),
  unreadable,
});

type Found = Listed & {
  readonly title: string;
  readonly text: (kase: Case) => string;
  readonly empty: string;
};

function listed(staff: Staff, during: string, find: () => Promise<Found>): Promise<readonly Reply[]> {
  return guarded(
    staff,
    during,
    async () => {
      const { title, cases, unreadable, text, empty } = await find();
      const items = cases.slice(0, ROWS).map((kase) => {
        const name = nameOf(kase);
        return { title: name, text: text(kase), step: rowStep(name, kase.ref) };
      });
      const unread = unreadWords(unreadable);
      const more = cases.length > ROWS ? `Dit zijn de eerste ${ROWS}; er zijn er meer.` : '';
      const intro = items.length > 0 ? `${more} ${unread}`.trim() : '';
      return [show(listScreen({ title, intro, items, empty: unread || empty, steps: [] }))];
    },
    () => show(notDone()),
  );
}

function unreadWords(count: number): string {
  if (count === 0) return '';
  return `${count === 1 ? 'Eén zaak kan' : `${count} zaken kunnen`} nu niet gelezen worden. Zeg het tegen je beheerder.`;
}

const nameOf = (kase: Case): string =>
  isReport(kase)
    ? `${subjectWords(kase)} ${kase.ref}: ${kindName(kase).toLowerCase()}`
    : `${subjectWords(kase)} ${kase.ref}`;

const openedWords = ({ organisation }: Staff, { openedAt }: Case): string =>
  momentWords(organisation, new Date(openedAt));

/** Where it came from; nothing of who withholds their name. */
function fromWords(staff: Staff, kase: Case): string {
  if (!isReport(kase)) return `${schoolName(staff.organisation, kase.location)} · gevraagd`;
  return `${kase.report.nameWithheld ? 'Naam achtergehouden' : schoolName(staff.organisation, kase.location)} · gemeld`;
}

const standing = (kase: Case): string => (isReport(kase) ? standingWords[standingOf(kase)] : '');

function doubtWords(kase: Case): string {
  const { state, decision } = kase;
  if (state === 'withdrawn') return 'Ingetrokken';
  if (state === 'open') return isQuestion(kase) ? 'Wacht op antwoord' : 'Nog niet plaatsen';
  return decision === undefined ? 'Afgerond' : decisionWords(decision.kind);
}
