import type { Note, Placed, ReportOutcome } from '../../handover/case.ts';
import type { Organisation } from '../../organisation/schema.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { Pupil } from '../../protocol/pupil.ts';
import {
  type Answer,
  type Duty,
  kindNames,
  type Party,
  type ReportKind,
  reportKinds,
  type Source,
} from '../../report/report.ts';
import { functionOf, schoolName, whyWords } from '../cases/words.ts';
import type { ReportCase, Standing } from './kase.ts';

/** How the bot speaks of reports. */

export const kindOf = (subject: string): ReportKind => reportKinds.find((each) => each === subject) ?? 'anders';

/** "Pesten" */
export const kindName = ({ subject }: Pick<ReportCase, 'subject'>): string => kindNames[kindOf(subject)];

/** "Een leerling" */
export function partyWords(party: Party, { one }: Pupil): string {
  const words: Record<Party, string> = {
    leerling: `Een ${one}`,
    medewerker: 'Een medewerker',
    ouder: 'Een ouder',
    onbekend: 'Weet ik niet',
  };
  return words[party];
}

export const answerWords: Readonly<Record<Answer, string>> = { ja: 'Ja', nee: 'Nee', 'weet-niet': 'Weet ik niet' };

export const standingWords: Readonly<Record<Standing, string>> = {
  sent: 'Verstuurd',
  received: 'Ontvangen',
  started: 'In behandeling',
  asked: 'Vraag aan jou',
  closed: 'Afgehandeld',
};

export const outcomes: readonly { readonly title: string; readonly value: ReportOutcome }[] = [
  { title: 'Er is een gesprek geweest', value: 'gesprek' },
  { title: 'Er is een maatregel genomen', value: 'maatregel' },
  { title: 'Het is verwijderd', value: 'verwijderd' },
  { title: 'Er is aangifte gedaan', value: 'aangifte' },
  { title: 'Doorverwezen', value: 'doorverwezen' },
  { title: 'Ongegrond', value: 'ongegrond' },
  { title: 'Anders', value: 'anders' },
];

export const outcomeWords = (outcome: ReportOutcome): string =>
  outcomes.find(({ value }) => value === outcome)?.title ?? 'Anders';

/** Who reported it, for who has it: nothing of who withheld their name. */
export function reporterWords({ report, asker, location }: ReportCase, organisation: Organisation): string {
  if (report.nameWithheld) return 'De melder houdt de naam achter';
  return `${functionOf(organisation, asker)}, ${schoolName(organisation, location)}`;
}

/**
 * Why somebody has it. With the name withheld a reason such as "je leidinggevende" or "vervangt de teamleider" would tell of
 * which team the reporter is: then it is said in words that do not, or only the article stays.
 */
export function whyYou(holder: Placed, { report }: ReportCase, protocol: Protocol | undefined): string {
  // The reason was written for who reports: "je leidinggevende" is theirs.
  const reason = holder.reason.replace(/\bje (?=\p{L})/u, 'de eigen ');
  if (!report.nameWithheld) return whyWords(reason, holder.article, protocol);
  if (holder.via === 'crisis' || holder.via === 'passed-on') return holder.reason;
  if (holder.via === 'deputy') return 'je vervangt wie het eerst kreeg';
  if (holder.via === 'next-level') return 'het is naar het volgende niveau gegaan';
  const openly =
    holder.openly ?? (holder.article === undefined ? 'zo is het afgesproken' : 'zo staat het in het protocol');
  return whyWords(openly, holder.article, protocol);
}

/**
 * To whom something goes, for who reports: "de vestigingsdirecteur (B.6)", or where the reason says more than the function
 * "Teamleider onderbouw: je leidinggevende (C.2)".
 */
export function toWhomWords(holder: Placed, organisation: Organisation, protocol: Protocol | undefined): string {
  const who = functionOf(organisation, holder.email);
  const why = whyWords(holder.reason, holder.article, protocol);
  const same = holder.reason.replace(/^(de|het|je) /, '').toLowerCase() === who.toLowerCase();
  return same ? why : `${who}: ${why}`;
}

/** Who wrote a note, for everybody who may read it: the reporter only ever by that word. */
export function writerWords({ by }: Pick<Note, 'by'>, { asker }: ReportCase, organisation: Organisation): string {
  return by === asker || by === 'reporter' ? 'de melder' : functionOf(organisation, by);
}

/** "artikel E.5", "wet: Aangifteplicht" */
export function sourceWords({ kind, place }: Pick<Source, 'kind' | 'place'>): string {
  if (kind === 'wet') return `wet: ${place}`;
  return articleWords(place);
}

/** "artikel E.5"; a place that already is a sentence of its own stays as it is. */
export const articleWords = (place: string): string => (/\s/.test(place) ? place : `artikel ${place}`);

/** "23 februari 2027", by the school's own clock. */
export function dayWords({ timeZone }: Pick<Organisation, 'timeZone'>, at: Date): string {
  return new Intl.DateTimeFormat('nl-NL', { timeZone, day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

/** "23 november 2026 10:00", by the school's own clock: for what is kept for years. */
export function datedWords({ timeZone }: Pick<Organisation, 'timeZone'>, at: Date): string {
  const time = new Intl.DateTimeFormat('nl-NL', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
  return `${dayWords({ timeZone }, at)} ${time}`;
}

/** "Moet · artikel E.5" */
export const dutyWords = ({ must, source }: Pick<Duty, 'must' | 'source'>): string =>
  `${must ? 'Moet' : 'Kan'} · ${sourceWords(source)}`;
