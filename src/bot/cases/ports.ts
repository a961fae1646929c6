import type { Desk } from '../../handover/desk.ts';
import type { DraftStore, PersonId } from '../../handover/ports.ts';
import type { LawArticle } from '../../protocol/knowledge.ts';
import type { Reports } from '../../report/load.ts';

/** What the bot needs to put a doubt or a report to somebody. The clock is the desk's. */
export type DoubtPorts = {
  readonly desk: Desk;
  /** Where a form waits between its steps: what was typed never travels on a card. */
  readonly drafts: DraftStore;
  readonly reports: Reports;
  /** The articles of wet.yaml. */
  readonly law: readonly LawArticle[];
  /** Where somebody can fetch the dossier of a case, for a few minutes. Absent: there is no address to fetch it from. */
  readonly dossiers?: (person: PersonId, ref: string, format: DossierFormat) => string;
};

export const dossierFormats = ['pdf', 'json'] as const;

export type DossierFormat = (typeof dossierFormats)[number];
