import type { BatchLine } from '../ask-batch.ts';
import type { Question } from './questions.ts';

/** What was asked and what came back. */
export type Outcome = { readonly asked: Question; readonly got: Pick<BatchLine, 'kind' | 'articles' | 'contacts'> };

/** The figures of a set of outcomes; a figure over nothing is NaN. */
export type Figures = {
  readonly count: number;
  readonly hit1: number;
  readonly hit3: number;
  readonly mrr: number;
  /** Abstaining means answering unknown or offtopic. */
  readonly abstention: { readonly precision: number; readonly recall: number; readonly f1: number };
  /** Of the questions that have an answer, the share that was turned away. */
  readonly turnedAway: number;
  readonly contacts: number;
  /** Of doubts, derailing discussions and reports, the share taken for what they are. */
  readonly kind: number;
};

const silentKinds = new Set(['unknown', 'offtopic']);
const caseKinds = new Set(['escalate', 'report']);

/** Counts. Hits are over questions with a right article; contacts over escalations and reports. */
export function measure(outcomes: readonly Outcome[]): Figures {
  const answerable = outcomes.filter(({ asked }) => asked.articles.length > 0);
  const places = answerable.map(placeOfRight);
  const cases = outcomes.filter(({ asked }) => caseKinds.has(asked.kind));
  return {
    count: outcomes.length,
    hit1: share(places, (place) => place === 1),
    hit3: share(places, (place) => place <= 3),
    mrr: places.reduce((sum, place) => sum + 1 / place, 0) / places.length,
    abstention: abstention(outcomes),
    turnedAway: share(answerable, ({ got }) => silentKinds.has(got.kind)),
    contacts: share(
      cases.filter(({ asked }) => asked.contacts !== undefined),
      sameContacts,
    ),
    kind: share(cases, ({ asked, got }) => asked.kind === got.kind),
  };
}

/** The place of the first right article, from 1; infinite when none is there or the question was turned away. */
function placeOfRight({ asked, got }: Outcome): number {
  if (silentKinds.has(got.kind)) return Number.POSITIVE_INFINITY;
  const at = got.articles.findIndex((id) => asked.articles.includes(id));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

function abstention(outcomes: readonly Outcome[]): Figures['abstention'] {
  const should = outcomes.filter(({ asked }) => silentKinds.has(asked.kind));
  const did = outcomes.filter(({ got }) => silentKinds.has(got.kind));
  const both = should.filter(({ got }) => silentKinds.has(got.kind)).length;
  const precision = both / did.length;
  const recall = both / should.length;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** Of the roles wanted at least one, and nobody else. */
function sameContacts({ asked, got }: Outcome): boolean {
  const wanted = (asked.contacts ?? []).map(plain);
  const given = got.contacts.map(plain);
  if (wanted.length === 0) return given.length === 0;
  return given.length > 0 && given.every((role) => wanted.includes(role));
}

/** A role by its bare name: "de afdeling marketing en communicatie" is the same one as "marketing en communicatie". */
function plain(role: string): string {
  return role
    .replace(/^(de )?afdeling /i, '')
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

function share<T>(all: readonly T[], test: (each: T) => boolean): number {
  return all.filter(test).length / all.length;
}
