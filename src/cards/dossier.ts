import type { Screen } from '../conversation/reply.ts';
import { fill } from './fill.ts';
import type { Step } from './screens.ts';
import { speak } from './words.ts';

export type DossierData = {
  readonly headline: string;
  readonly lines: readonly string[];
  /** Addresses, valid for a few minutes. */
  readonly pdf: string;
  readonly json: string;
  readonly back: Step;
};

/** Where the dossier of a case can be fetched. Its summary holds no address: summaries end up in notifications. */
export const dossierScreen = (data: DossierData): Screen => fill('dossier', data, speak(data.headline));
