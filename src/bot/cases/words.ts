import type { Case, DecisionKind } from '../../handover/case.ts';
import { personByEmail } from '../../organisation/people.ts';
import type { Organisation } from '../../organisation/schema.ts';
import type { Protocol } from '../../protocol/protocol.ts';

/** How the bot speaks of cases. */

/** "ma 23 nov 09:00", by the school's own clock. */
export function momentWords({ timeZone }: Pick<Organisation, 'timeZone'>, at: Date): string {
  const parts = new Intl.DateTimeFormat('nl-NL', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('hour')}:${part('minute')}`;
}

/** Whether it is a question that the protocol does not answer: its contact answers in words. */
export const isQuestion = ({ kind, subject }: Pick<Case, 'kind' | 'subject'>): boolean =>
  kind === 'doubt' && subject === 'vraag';

/** What it is about, as a badge. */
export function subjectWords({ kind, subject, urgent }: Pick<Case, 'kind' | 'subject' | 'urgent'>): string {
  if (kind === 'report') return urgent ? 'Melding met spoed' : 'Melding';
  if (subject === 'ontsporing') return 'Spoed: een gesprek loopt uit de hand';
  return isQuestion({ kind, subject }) ? 'Vraag' : 'Twijfel';
}

export const schoolName = ({ locations }: Organisation, id: string): string =>
  locations.find((location) => location.id === id)?.name ?? id;

/** By function: what staff know each other by, and what the example board has. */
export const functionOf = (organisation: Organisation, email: string): string =>
  personByEmail(organisation, email)?.function ?? 'iemand die hier niet meer werkt';

type Choosable = readonly { readonly kind: DecisionKind; readonly title: string }[];

const callMe = { kind: 'bel-me', title: 'Bel me even' } as const;

const onQuestion: Choosable = [{ kind: 'antwoord', title: 'Dit is mijn antwoord' }, callMe];

const onDoubt: Choosable = [
  { kind: 'akkoord', title: 'Akkoord' },
  { kind: 'akkoord-mits', title: 'Akkoord, mits …' },
  { kind: 'niet-plaatsen', title: 'Niet plaatsen' },
  callMe,
];

/** What who has it can choose from. */
export const decisionsFor = (kase: Case): Choosable => (isQuestion(kase) ? onQuestion : onDoubt);

const decided: Record<DecisionKind, string> = {
  akkoord: 'Akkoord',
  'akkoord-mits': 'Akkoord, onder voorwaarden',
  'niet-plaatsen': 'Niet plaatsen',
  antwoord: 'Beantwoord',
  'bel-me': 'Bel even',
};

export const decisionWords = (kind: DecisionKind): string => decided[kind];

/** "je leidinggevende (C.3)" */
export function whyWords(reason: string, article: string | undefined, protocol: Protocol | undefined): string {
  if (article === undefined) return reason;
  return `${reason} (${protocol?.byId.get(article)?.place ?? article})`;
}
