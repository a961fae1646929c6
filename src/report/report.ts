import type { Recipient } from '../handover/case.ts';
import type { LawCase } from '../protocol/knowledge.ts';

/**
 * A report: something that happened, as a member of staff tells it. What follows from it is worked out in this room: whom it
 * goes to (`route.ts`), what the school must do (`duties.ts`), who the text may be about (`people.ts`).
 */

/** What kind of thing happened. Stored with the case: never rename one. */
export const reportKinds = [
  'pesten',
  'kwetsen',
  'bedreigen',
  'stalken',
  'seksueel',
  'haat',
  'gehackt',
  'beeld',
  'vertrouwelijk',
  'reputatie',
  'anders',
] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Who is affected, and who did it. A name is never asked. */
export const parties = ['leerling', 'medewerker', 'ouder', 'onbekend'] as const;
export type Party = (typeof parties)[number];

export const answers = ['ja', 'nee', 'weet-niet'] as const;
export type Answer = (typeof answers)[number];

/** What was filled in. What is optional was left open, which is not the same as `onbekend` or `weet-niet`. */
export type Report = {
  readonly what: string;
  readonly where: string;
  readonly ongoing?: Answer;
  readonly kind: ReportKind;
  readonly when?: string;
  readonly affected?: Party;
  readonly affectedMinor?: Answer;
  readonly by?: Party;
  /** Whether who did it works for the school in some way: a trainee, a volunteer, a coach from outside. */
  readonly byWorksHere?: Answer;
  readonly link?: string;
  readonly urgent: boolean;
  /** E-mails, in small letters, of people of the organisation it is about: they must never learn of it. */
  readonly about: readonly string[];
  readonly nameWithheld: boolean;
  /** What was heard in it beyond its words by its likeness to other stories: coarse. */
  readonly heard: readonly LawCase[];
};

/** The part of a report that rules look at: no text of it. */
export type ReportFacts = Pick<
  Report,
  'kind' | 'affected' | 'affectedMinor' | 'by' | 'byWorksHere' | 'urgent' | 'about'
>;

/** Somebody a report goes to. `reason` is Dutch and for staff; it rests on an article of the protocol, on the law, or neither. */
export type RouteRecipient = Recipient & {
  /** An id of wet.yaml. */
  readonly law?: string;
};

/** Where a report goes, and what must be said about that. */
export type Route = {
  /** In order; empty when there is nobody at all: show `call`, keep nothing, tell the operator. */
  readonly recipients: readonly RouteRecipient[];
  /** In order, a line of their own: the role `privacy` when data may have leaked. */
  readonly beside: readonly RouteRecipient[];
  /** Everybody who must never get it or learn of it: the reporter, who it is about, and who is passed by (`bypassed`). */
  readonly excluded: readonly string[];
  /** Those of `excluded` who are passed by because of their place: leidinggevenden where the law wants the bestuur itself. */
  readonly bypassed: readonly string[];
  /** Ids of the articles of wet.yaml that apply, most urgent first. */
  readonly law: readonly string[];
  /** Personal data may have leaked: the school has 72 hours. */
  readonly deadline72h?: true;
  /** The protocol named nobody who could get it: the organisation's own choice, or the next level, did. */
  readonly defaultUsed?: true;
  /** What the protocol itself says about not saying to whom one reports; staff must be told. */
  readonly silent?: string;
  /** Whom the protocol names, when none of them may get this one: for the reporter's eyes only. */
  readonly passedOver?: { readonly name: string; readonly article?: string };
  /** Data may have leaked and there is nobody with the role `privacy` who may get it: for the operator. */
  readonly nobodyBeside?: true;
  /** It cannot wait a working day: who reports says so, or it is suspected misconduct, which the bestuur must know at once. */
  readonly urgent: boolean;
  /** Why it passes by the usual people: `misbruik` to the bestuur, `bestuur` (it is about them) to the supervisor. */
  readonly straight?: 'misbruik' | 'bestuur';
  /** "Vertrouwensinspecteur: 0900-1113111": whom to call when it can go to nobody, or beside it in the gravest cases. */
  readonly call: readonly string[];
};

/** Something the school must (or may) do, for the checklist beside a report. The id is stored with the case. */
export type Duty = {
  readonly id: string;
  /** Dutch, for who handles the report. */
  readonly text: string;
  readonly source: Source;
  /** Done or explained before the report can be closed; otherwise a possibility. */
  readonly must: boolean;
};

/** What a duty or a measure rests on; `place` is how staff see it: "E.5", or the title of the article of the law. */
export type Source =
  | { readonly kind: 'protocol'; readonly article: string; readonly place: string }
  | { readonly kind: 'wet'; readonly law: string; readonly place: string };

/** The measures of a protocol for one group of people, from light to heavy. */
export type Ladder = {
  readonly for: readonly ('leerling' | 'medewerker' | 'ouder')[];
  readonly steps: readonly Measure[];
};

export type Measure = {
  readonly text: string;
  readonly article: string;
  readonly place: string;
  /** Who decides, as staff call them; undefined where the protocol does not say. */
  readonly by?: string;
};

/** The ladders for who may have done it, and what else must be said ("dit protocol noemt geen maatregelen"). */
export type Measures = {
  readonly ladders: readonly Ladder[];
  readonly notes: readonly { readonly text: string; readonly place?: string }[];
};

/** Somebody of the organisation whom a text may be about; to be asked, never excluded by itself. */
export type Mention = {
  readonly email: string;
  /** The words of the text that gave it away, as typed. */
  readonly words: string;
  readonly by: 'name' | 'function' | 'relation' | 'role';
};

/** How staff see a kind, in a list and in a sentence. */
export const kindNames: Readonly<Record<ReportKind, string>> = {
  pesten: 'Pesten',
  kwetsen: 'Kwetsen of beledigen',
  bedreigen: 'Bedreigen',
  stalken: 'Stalken of lastigvallen',
  seksueel: 'Seksueel gedrag of seksueel beeld',
  haat: 'Haat of radicalisering',
  gehackt: 'Gehackt of nagemaakt account',
  beeld: 'Beeld zonder toestemming',
  vertrouwelijk: 'Vertrouwelijke gegevens',
  reputatie: 'Goede naam van school of mensen',
  anders: 'Iets anders',
};
