import type { Values } from '../conversation/event.ts';
import type { FieldError } from '../conversation/reply.ts';
import { cleaned, tooLong } from '../conversation/typed.ts';
import { personByEmail } from '../organisation/people.ts';
import type { Organisation } from '../organisation/schema.ts';
import { type LawCase, lawCases } from '../protocol/knowledge.ts';
import { asConduct } from './conduct.ts';
import { answers, type Party, parties, type Report, type ReportKind, reportKinds } from './report.ts';

/** The fields of the form. Their ids live in clients and drafts: never rename one. */

/** How much a field with free text holds; the form says the same to the client. */
export const REPORT_MOST = { wat: 3000, waar: 500, wanneer: 200, link: 500 } as const;

/** More people than this are not chosen by hand. */
const MOST_ABOUT = 50;

export type Parsed = { readonly ok: true; readonly report: Report } | { readonly errors: readonly FieldError[] };

/** What the form is read against. */
export type FormContext = {
  readonly organisation: Organisation;
  /** The kind that the text points to, for when none was chosen; see `kinds.ts`. */
  proposeKind(text: string): ReportKind;
};

/**
 * What somebody typed and chose: a report, or what is wrong with it, at the fields. Pure.
 * @param values by field id: wat, waar, speelt, soort, wanneer, wie, minderjarig, door, werkt, link, spoed, over, anoniem, and
 *   grens (ja: about somebody of the school who comes too close to a pupil); what is missing or empty was left open. `over`
 *   holds e-mails with commas between them, `gehoord` the legal cases that were heard in it
 * @returns messages in Dutch, or the report; without a kind the proposed one
 */
export function parseReport(values: Values, { organisation, proposeKind }: FormContext): Parsed {
  const what = cleaned(values.wat);
  const texts = { wat: what, waar: cleaned(values.waar), wanneer: cleaned(values.wanneer), link: cleaned(values.link) };
  const about = emailsIn(values.over);
  const errors = [...faultsInTexts(texts), ...faultsInChoices(values), ...faultsInAbout(about, organisation)];
  if (errors.length > 0) return { errors };
  const report: Report = {
    what,
    where: texts.waar,
    ...given('ongoing', chosen(answers, values.speelt)),
    kind: chosen(reportKinds, values.soort) ?? proposeKind(what),
    ...given('when', texts.wanneer || undefined),
    ...given('affected', chosen(parties, values.wie)),
    ...given('affectedMinor', chosen(answers, values.minderjarig)),
    ...given('by', chosen<Party>(parties, values.door)),
    ...given('byWorksHere', chosen(answers, values.werkt)),
    ...given('link', texts.link || undefined),
    urgent: isOn(values.spoed),
    about,
    nameWithheld: isOn(values.anoniem),
    heard: casesNamed(values.gehoord),
  };
  return { ok: true, report: values.grens === 'ja' ? asConduct(report) : report };
}

function faultsInTexts(texts: Readonly<Record<keyof typeof REPORT_MOST, string>>): FieldError[] {
  const missing = texts.wat === '' ? [{ field: 'wat', message: 'Vertel eerst kort wat er is gebeurd.' }] : [];
  const long = (['wat', 'waar', 'wanneer', 'link'] as const).flatMap((field) => {
    const message = tooLong(texts[field], REPORT_MOST[field]);
    return message === undefined ? [] : [{ field, message }];
  });
  return [...missing, ...long];
}

const choices: Readonly<Record<string, readonly string[]>> = {
  speelt: answers,
  soort: reportKinds,
  wie: parties,
  minderjarig: answers,
  door: parties,
  werkt: answers,
};

/** A choice that is not on the list comes from a card of before a change, or from no card at all. */
function faultsInChoices(values: Values): FieldError[] {
  return Object.entries(choices).flatMap(([field, list]) => {
    const value = cleaned(values[field]);
    if (value === '' || list.includes(value)) return [];
    return [{ field, message: 'Kies hier iets uit de lijst, of laat het leeg.' }];
  });
}

function faultsInAbout(about: readonly string[], organisation: Organisation): FieldError[] {
  if (about.length > MOST_ABOUT) return [{ field: 'over', message: `Kies hoogstens ${MOST_ABOUT} mensen.` }];
  if (about.every((email) => personByEmail(organisation, email) !== undefined)) return [];
  return [{ field: 'over', message: 'Kies hier mensen uit de lijst. Staat iemand er niet bij, laat die dan weg.' }];
}

/** The e-mails of a choice of several, in small letters, each once. */
export function emailsIn(value: string | undefined): readonly string[] {
  const found = cleaned(value)
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((email) => email !== '');
  return [...new Set(found)];
}

/** The legal cases in a list with commas; what is none is left out. */
export function casesNamed(value: string | undefined): readonly LawCase[] {
  const named = cleaned(value).split(',');
  return lawCases.filter((each) => named.includes(each));
}

/** Clients say a toggle in words of their own. */
const isOn = (value: string | undefined): boolean => /^(true|ja|on|1)$/i.test(cleaned(value));

function chosen<T extends string>(list: readonly T[], value: string | undefined): T | undefined {
  const wanted = cleaned(value);
  return list.find((each) => each === wanted);
}

/** A property, or nothing where there is no value: left open is not the same as undefined. */
function given<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: T });
}
