import type { Screen } from '../conversation/reply.ts';
import type { Fact } from './case.ts';
import type { Choice } from './case-read.ts';
import { fill } from './fill.ts';
import type { Step } from './screens.ts';
import { withValues } from './values.ts';
import { speak } from './words.ts';

export type ReportFormData = {
  /** What comes before any form: whom to call in danger, what the law asks at once. */
  readonly first: readonly string[];
  readonly intro: string;
  /** The fields that are folded at first; null while they are. At most a hundred people. */
  readonly more: {
    readonly kinds: readonly Choice[];
    readonly parties: readonly Choice[];
    /** Whether who is affected is a minor, in the word of the school. */
    readonly minor: string;
    readonly people: readonly Choice[];
  } | null;
  /** Carries the nonce, as do the other steps: each takes along what was typed. */
  readonly next: Step;
  readonly steps: readonly Step[];
};

/**
 * What somebody fills in who reports: `wat`, `waar`, `speelt`; and in full also `soort`, `wanneer`, `wie`, `minderjarig`,
 * `door`, `werkt`, `link`, `over` (several, with commas), `spoed`, `anoniem`.
 * @param values what was typed before, by field
 */
export const reportFormScreen = (data: ReportFormData, values: Readonly<Record<string, string>> = {}): Screen =>
  withValues(fill('report-form', data, speak('Iets melden', ...data.first, data.intro)), values);

export type ReportCheckData = {
  readonly first: readonly string[];
  /** Who gets it and why, a whole sentence. */
  readonly to: string;
  readonly lines: readonly string[];
  readonly facts: readonly Fact[];
  /** Who was found in the text and "none of them", to be asked about; null when nobody was. */
  readonly about: { readonly question: string; readonly people: readonly Choice[] } | null;
  /**
   * `vraag` offers to withhold the name; `achter` says nothing more about it. A client may send "false" for a toggle that was
   * on and never touched, so a name that is withheld already is not asked about again.
   */
  readonly name: 'vraag' | 'achter';
  readonly send: Step;
  readonly back: Step;
};

/**
 * Before sending: who will get it and why, whom it is about (`over`), and whether to withhold the name (`anoniem`). Holds
 * nothing of what was typed.
 */
export const reportCheckScreen = (data: ReportCheckData, values: Readonly<Record<string, string>> = {}): Screen =>
  withValues(fill('report-check', data, speak('Controleer en verstuur', ...data.first, data.to)), values);
