import type { LawCase } from '../protocol/knowledge.ts';
import type { Pupil } from '../protocol/pupil.ts';
import type { Answer, Party, ReportFacts } from './report.ts';
import type { Clause, When } from './schema.ts';

/** That something goes with a report; `open` asks what must be so for it, where the report leaves that open. */
export type Fit = { readonly open?: string };

export type Conditions = { readonly when?: When | undefined; readonly unless?: When | undefined };

/** What conditions look at. */
export type Facts = {
  readonly report: ReportFacts;
  /** What the law makes of the report; see `lawCasesOf`. */
  readonly cases: readonly LawCase[];
  readonly pupil: Pupil;
};

/**
 * Whether something goes with a report. What the report leaves open counts as fitting for `when`, so that nothing is
 * forgotten, and not for `unless`.
 * @returns undefined when it does not
 */
export function fitOf({ when, unless }: Conditions, facts: Facts): Fit | undefined {
  const against = unless?.flatMap((clause) => clauseFit(clause, facts) ?? []) ?? [];
  if (against.some(({ open }) => open === undefined)) return undefined;
  if (when === undefined) return {};
  const fits = when.flatMap((clause) => clauseFit(clause, facts) ?? []);
  return fits.find(({ open }) => open === undefined) ?? fits[0];
}

function clauseFit(clause: Clause, { report, cases, pupil }: Facts): Fit | undefined {
  if (clause.kind !== undefined && !clause.kind.includes(report.kind)) return undefined;
  if (clause.law !== undefined && !clause.law.some((each) => cases.includes(each))) return undefined;
  if (clause.urgent !== undefined && clause.urgent !== report.urgent) return undefined;
  const parts = [
    partyFit(clause.by, doerOf(report), (who) => `Deed ${who} dit?`, pupil),
    partyFit(clause.affected, report.affected, (who) => `Raakt het ${who}?`, pupil),
    minorFit(clause.minor, report.affectedMinor, pupil),
  ];
  if (parts.includes(undefined)) return undefined;
  return parts.find((part) => part?.open !== undefined) ?? {};
}

function partyFit(
  wanted: readonly Party[] | undefined,
  party: Party | undefined,
  ask: (who: string) => string,
  pupil: Pupil,
): Fit | undefined {
  if (wanted === undefined) return {};
  if (isKnown(party)) return wanted.includes(party) ? {} : undefined;
  return { open: ask(wanted.map((each) => `een ${calledIn(pupil, each)}`).join(' of ')) };
}

function minorFit(wanted: readonly Answer[] | undefined, answer: Answer | undefined, { one }: Pupil): Fit | undefined {
  if (wanted === undefined) return {};
  if (answer !== undefined && answer !== 'weet-niet') return wanted.includes(answer) ? {} : undefined;
  return { open: wanted.includes('ja') ? `Is de ${one} minderjarig?` : `Is de ${one} 18 of ouder?` };
}

/**
 * Who did it, as far as a report tells: also by naming a colleague it is about, unless a colleague is who was hurt, or by
 * saying that who did it works for the school. Who chose "weet ik niet" is believed.
 */
export function doerOf({ by, byWorksHere, about, affected }: ReportFacts): Party | undefined {
  if (by !== undefined) return by;
  const named = about.length > 0 && affected !== 'medewerker' && byWorksHere !== 'nee';
  return named || byWorksHere === 'ja' ? 'medewerker' : undefined;
}

/** Whether a report says who it is. */
export const isKnown = (party: Party | undefined): party is Exclude<Party, 'onbekend'> =>
  party !== undefined && party !== 'onbekend';

const calledIn = ({ one }: Pupil, party: Party): string => (party === 'leerling' ? one : party);
